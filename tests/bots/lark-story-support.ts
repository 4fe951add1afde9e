import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import { larkCards } from '../../bots/lark/cards/lark-cards.ts'
import { startLark } from '../../bots/lark/lark-bot.ts'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import type { FakeLark, FakeLarkSettings } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { readStreet } from '../../db/street/read-street.ts'
import { clockwork } from '../../src/clockwork.ts'
import { personId, roomId } from '../../src/domain/ids.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import { cardClerk } from '../../src/flows/card-clerk.ts'
import type { CardDesk } from '../../src/flows/ports/cards.ts'
import { refreshCards } from '../../src/flows/refresh-cards.ts'
import { takeTidings } from '../../src/flows/take-tidings.ts'
import { sayAll } from '../../src/texts/say.ts'
import { at } from '../support/builders.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { memory } from '../support/memory.ts'
import { fastPace, hasty } from './lark-stage.ts'
import { openTidings } from './tidings.ts'

export const group = 'oc_xf_1'
export const liu = 'ou_liu'
/** Two officers of the property company. */
export const zou = 'ou_staff_061'
export const xu = 'ou_staff_961'

/** The sample street with its people on a Lark of our own, and the office as production puts it together. */
export async function larkStreet(fake: Partial<FakeLarkSettings> = {}) {
  const read = await readStreet('db/sample-street')
  if (!read.ok) throw new Error('the sample street has faults')
  const first = read.value.book.staff.find(({ id }) => id === 'S061')
  if (!first) throw new Error('the property company has no officer')
  const second = { ...first, id: personId('S961'), name: '徐新', accounts: { lark: xu } }
  const book = { ...read.value.book, staff: [...read.value.book.staff, second] }
  const stores = memory()
  await stores.saveRulebook(book)
  await stores.bindRoom('lark', group, roomId('room-xf-1'))
  // a clock that runs, for limits of a second are counted by it, and can be moved
  let ahead = at('2026-03-02 09:30').getTime() - Date.now()
  const clock = () => new Date(Date.now() + ahead)
  const faults: string[] = []
  const desk: CardDesk = {
    ...stores,
    tenant: book.tenant,
    publicUrl: 'http://localhost',
    model: decodeModel(readFileSync('src/classifier/weights.bin')),
    ...{ secondReader: null, senses: null, clock, newId: v7 },
    report: (what, fault) =>
      void faults.push(`${what}: ${fault instanceof Error ? fault.stack : String(fault)}`),
  }
  const lark: FakeLark = await startFakeLark({
    users: [
      { openId: liu, name: '刘敏' },
      ...book.staff.flatMap(({ name, accounts }) =>
        accounts.lark ? [{ openId: accounts.lark, name }] : [],
      ),
    ],
    chats: [{ id: group, name: '幸福里业主群', members: [liu] }],
    ...{ mode: 'socket', hearsAll: true, clock },
    ...fake,
  })
  const clerk = cardClerk(desk)
  const bot = await startLark({
    settings: {
      ...{ appId: lark.appId, appSecret: lark.appSecret, domain: lark.endpoint },
      hears: { by: 'socket' },
    },
    ...{ inbox: stores.inbox, media: stores.media, clock, report: desk.report },
    ...{ say: sayAll, botNames: ['邻里小助手'], pace: fastPace, patience: hasty },
    seen: memorySeenKeys({ seenKeys: new Map() }),
    tidings: { ...openTidings().tidings, read: takeTidings(desk).read },
    cards: (gateway) => larkCards({ gateway, clerk, media: stores.media, report: desk.report }),
    numberOf: (message) => clerk.numberOf({ channel: 'lark', message }),
  })
  // what is said before comes only with the second try, after 15 seconds
  await expect.poll(() => lark.connections(), { timeout: 15_000 }).toBe(1)
  // cards are refreshed by `later` alone, lest no copy ever be stale
  const work = clockwork(desk, () => ({ channels: { lark: bot.channel }, surfaces: [] }))
  const cards = bot.cards
  if (!cards) throw new Error('no cards')
  const settle = async () => {
    await lark.settled()
    await bot.settled()
    await work.settle()
  }
  return {
    ...{ lark, bot, desk, faults, settle },
    /** What is late from now on is not pressed. */
    async pressesNobody() {
      const byName = Object.entries(book.policies.byName).map(
        ([name, policy]) => [name, { ...policy, remindAt: [], escalate: [] }] as const,
      )
      await stores.saveRulebook({
        ...book,
        policies: { ...book.policies, byName: Object.fromEntries(byName) },
      })
    },
    /** Moves on by seconds, and lets everything happen that falls due. */
    async later(seconds: number) {
      ahead += seconds * 1_000
      await settle()
      while ((await refreshCards(desk, cards.surface)) > 0);
    },
    async says(from: string, text: string, room: string | null = null, quotes?: string) {
      lark.say({ from, room, type: 'text', text, ...(quotes && { quotes }) })
      await settle()
    },
    async sendsPhoto(from: string, bytes: Uint8Array) {
      const file = { bytes, mime: 'image/png', name: '现场.png' }
      lark.say({ from, room: null, type: 'image', file })
      await settle()
    },
    /** The newest card in somebody's private chat. */
    cardOf(account: string) {
      const card = lark.messages(account).findLast(({ type }) => type === 'interactive')
      if (!card) throw new Error(`${account} has no card`)
      return card
    },
    async press(
      account: string,
      message: string,
      button: string,
      form?: Readonly<Record<string, string>>,
    ) {
      const seen = await lark.press(message, account, button, form)
      await settle()
      return seen
    },
    async petition(number = 1001) {
      const found = await desk.petitions.findByNumber(number)
      if (!found) throw new Error(`no petition ${number}`)
      return found
    },
    async stop() {
      await bot.stop()
      await lark.stop()
    },
  }
}
