import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { clockwork } from '../../src/clockwork.ts'
import { mediaId, messageId, type PersonId, personId } from '../../src/domain/ids.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import type { Petition, Status } from '../../src/domain/petition/petition.ts'
import { no, ok } from '../../src/domain/result.ts'
import type { CardDesk } from '../../src/flows/ports/cards.ts'
import type { Channel, Parcel } from '../../src/flows/ports/channels.ts'
import type { Desk, HeardMessage } from '../../src/flows/ports.ts'
import { presentRulebooks } from '../../src/flows/present-rulebooks.ts'
import { sayAll } from '../../src/texts/say.ts'
import { drivenClock, timeMachine } from '../../src/time-machine.ts'
import { at } from './builders.ts'
import { isUp as healthy } from './is-up.ts'
import { memory } from './memory.ts'

const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const sample = await readStreet('db/sample-street')
if (!sample.ok) throw new Error('the sample street has faults')
const street = sample.value

interface Utterance {
  readonly type?: HeardMessage['type']
  readonly photo?: string
  readonly mentionsUs?: boolean
  readonly recalls?: string
  readonly id?: string
}

/**
 * The sample street in memory, in which a story can happen: people who speak by their account, a clock to move, an ear
 * for what is said back.
 */
export async function neighbourhood(
  now = '2026-03-02 09:00',
  secondReader: Desk['secondReader'] = null,
  senses: Desk['senses'] = null,
) {
  const clock = drivenClock(at(now), false)
  const stores = memory()
  await stores.saveRulebook(street.book)
  const faults: string[] = []
  const desk: CardDesk = {
    ...stores,
    rulebooks: presentRulebooks(stores.rulebooks, { ...stores, clock: clock.now }),
    tenant: street.book.tenant,
    publicUrl: 'http://localhost',
    model,
    secondReader,
    senses,
    clock: clock.now,
    newId: v7,
    report: (what, fault) =>
      void faults.push(`${what}: ${fault instanceof Error ? fault.stack : fault}`),
  }
  let isUp = true
  const delivered: { readonly parcel: Parcel; readonly text: string; readonly at: Date }[] = []
  const channel: Channel = {
    name: 'wechat',
    health: () => ({ ...healthy(), state: isUp ? 'up' : 'down' }),
    async deliver(parcel) {
      if (!isUp) return no({ kind: 'later', why: 'link down' })
      delivered.push({ parcel, text: sayAll(parcel.notices).text, at: clock.now() })
      return ok(undefined)
    },
    arrived: async () => [],
  }
  const work = clockwork(desk, () => ({
    channels: { wechat: channel },
    surfaces: [],
  }))
  const machine = timeMachine(clock, work.settle, desk)
  const aliasOf = (account: string, room: string) =>
    street.members.find((m) => m.account === account && m.room === room)?.alias ?? ''
  for (const { room, account, alias } of street.members)
    await stores.people.meet(
      { channel: 'wechat', sender: { id: account, name: account, alias } },
      room,
    )

  const reads = (parcel: Parcel, account: string) =>
    parcel.to.kind === 'person' ? parcel.to.account === account : parcel.to.mention === account

  async function keeps(account: string, where: string, text: string, but: Utterance = {}) {
    clock.set(new Date(clock.now().getTime() + 1_000))
    const id = but.id ?? v7()
    const heard: HeardMessage = {
      id: messageId(id),
      channel: 'wechat',
      room: where === 'dm' ? null : where,
      sender: {
        id: account,
        name: account,
        alias: where === 'dm' ? '' : aliasOf(account, where),
      },
      type: but.type ?? (but.photo ? 'image' : 'text'),
      text,
      media: but.photo ? mediaId(but.photo) : null,
      mentionsUs: but.mentionsUs ?? false,
      quotes: null,
      recalls: but.recalls ? messageId(but.recalls) : null,
      sentAt: clock.now(),
    }
    await desk.inbox.keep([heard], clock.now())
    return id
  }

  return {
    desk,
    faults,
    delivered,
    /** Somebody says something in a group, or in private (`dm`); everything that follows at once has happened. */
    async says(account: string, where: string, text: string, but: Utterance = {}): Promise<string> {
      const id = await keeps(account, where, text, but)
      await work.settle()
      return id
    },
    /** Several say something before any of it is read. */
    async allSay(...said: readonly (readonly [account: string, where: string, text: string])[]) {
      for (const [account, where, text] of said) await keeps(account, where, text)
      await work.settle()
    },
    /** The platform cannot be reached, or again. */
    linkIsUp(up: boolean) {
      isUp = up
    },
    saveRulebook: stores.saveRulebook,
    itIs: (moment: string) => machine.moveTo(at(moment)),
    /** The machine was off until then: nothing that fell due meanwhile was done in its time. */
    async wakesAt(moment: string) {
      clock.set(at(moment))
      await work.settle()
    },
    async petition(number = 1001): Promise<Petition> {
      const found = await desk.petitions.findByNumber(number)
      if (!found) throw new Error(`no petition ${number}`)
      return found
    },
    /** Accounts of the officers of a department, or of a grid's worker. */
    handlersOf: (code: string): string[] =>
      street.book.staff
        .filter(({ department, unit }) => department === code || unit === code)
        .flatMap(({ accounts }) => accounts.wechat ?? []),
    count: async () => (await desk.petitions.list({})).length,
    async expectStatus(status: Status, number = 1001) {
      expect((await desk.petitions.findByNumber(number))?.status).toBe(status)
    },
    /** What somebody was told, in private or by name in a group. */
    told: (account: string) =>
      delivered.filter(({ parcel }) => reads(parcel, account)).map(({ text }) => text),
    kinds: (account: string): Notice['kind'][] =>
      delivered
        .filter(({ parcel }) => reads(parcel, account))
        .flatMap(({ parcel }) => parcel.notices.map(({ kind }) => kind)),
    inRoom: (room: string) =>
      delivered
        .filter(({ parcel }) => parcel.to.kind === 'room' && parcel.to.room === room)
        .map(({ text }) => text),
    person: async (account: string): Promise<PersonId> =>
      (
        await desk.people.meet(
          { channel: 'wechat', sender: { id: account, name: account, alias: '' } },
          null,
        )
      ).id,
  }
}

export const staffAccount = (id: string): string =>
  street.book.staff.find((s) => s.id === personId(id))?.accounts.wechat ?? id
