import { describe, expect, test } from 'vitest'
import { messageId, personId, petitionId } from '../../src/domain/ids.ts'
import { withoutPeople } from '../../src/domain/rights/without-people.ts'
import {
  aHeard,
  aLetter,
  anAcceptedNotice,
  anEntry,
  aPetition,
  aPetitioner,
  at,
} from '../support/builders.ts'
import type { Street } from './street.ts'

const day = '2026-06-01'
const now = at('2026-06-01 03:20')

/** What every keeper promises of what is taken away, by itself or because somebody asks. */
export function retentionContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  async function closed(stores: Awaited<ReturnType<typeof opened>>, closedAt: Date) {
    const heard = aHeard('5栋2单元楼道灯三天没亮了')
    await stores.inbox.keep([heard], at('2026-03-02 09:00'))
    const { id } = await stores.people.meet(heard, null)
    const first = aPetition('closed', {
      reporter: aPetitioner(id),
      messages: [heard.id],
      closedAt,
    })
    const events = [
      { kind: 'registered', by: id, at: first.registeredAt, petition: first, because: '' },
    ] as const
    await stores.petitions.record(
      [
        anEntry({
          petition: first,
          events,
          outcome: 'registered',
          letters: [
            aLetter('l1', {
              to: { kind: 'person', person: id },
              notice: anAcceptedNotice(aPetition('handling', { id: first.id })),
            }),
          ],
        }),
      ],
      at('2026-03-02 09:00'),
    )
    return { person: id, petition: first }
  }

  describe(`retention in ${name}`, () => {
    test('chatter goes when it is old, unread words and petitions stay', async () => {
      const stores = await opened()
      const [old, kept, waiting] = ['a', 'b', 'c'].map((id) =>
        aHeard('哈哈', { id: messageId(id) }),
      )
      if (!old || !kept || !waiting) throw new Error('three')
      await stores.inbox.keep([old], at('2026-05-01 09:00'))
      await stores.inbox.keep([waiting], at('2026-05-01 09:00'))
      await stores.inbox.keep([kept], at('2026-05-31 09:00'))
      for (const message of [old.id, kept.id])
        await stores.petitions.record(
          [anEntry({ cause: { kind: 'message', channel: 'wechat', message } })],
          now,
        )
      const before = at('2026-05-25 00:00')
      expect(await stores.retention.count('chatter', before)).toBe(1)
      expect(await stores.retention.forget('chatter', before, day)).toBe(1)
      expect(await stores.retention.forget('chatter', before, day)).toBe(0)
      expect(await stores.retention.notes(day)).toEqual([{ day, of: 'chatter', count: 1 }])
      expect((await stores.inbox.waiting(5)).map(({ id }) => id)).toEqual([waiting.id])
    })

    test('a petition without its people is written whole and once, and nothing leads back', async () => {
      const stores = await opened()
      const { person, petition } = await closed(stores, at('2026-03-05 09:00'))
      expect(await stores.retention.over(at('2026-03-04 09:00'), 9)).toEqual([])
      expect(await stores.retention.over(now, 9)).toEqual([petition.id])
      const bare = withoutPeople(
        petition,
        await stores.petitions.timeline(petition.id),
        () => false,
        now,
      )
      expect(await stores.retention.strip(bare.petition, bare.timeline, day)).toBe(true)
      expect(await stores.retention.strip(bare.petition, bare.timeline, day)).toBe(false)
      expect(await stores.petitions.find(petition.id)).toEqual(bare.petition)
      expect(await stores.petitions.timeline(petition.id)).toEqual(bare.timeline)
      expect(await stores.retention.over(now, 9)).toEqual([])
      expect(await stores.petitions.list({ person })).toEqual([])
      expect(await stores.petitions.findByMessages(petition.messages)).toEqual([])
      expect(await stores.retention.notes(day)).toEqual([{ day, of: 'closedPetitions', count: 1 }])
    })

    test('people go after long silence or when they asked, never before their petitions', async () => {
      const stores = await opened()
      const { person } = await closed(stores, at('2026-03-05 09:00'))
      const silent = await stores.people.meet(
        { channel: 'wechat', sender: { id: 'wx-2', name: '老李', alias: '' } },
        null,
      )
      await stores.retention.markHeard(at('2026-03-02 10:00'))
      expect(await stores.retention.forget('people', at('2026-03-02 09:30'), day)).toBe(0)
      expect(await stores.retention.forget('people', at('2026-03-02 11:00'), day)).toBe(1)
      expect(await stores.people.find([silent.id, person])).toHaveLength(1)
    })

    test('who asks is forgotten at once as far as may be, with one answer however often', async () => {
      const stores = await opened()
      const { person } = await closed(stores, at('2026-03-05 09:00'))
      const said = aHeard('吃了吗', { id: messageId('chat'), room: 'room-xf-1' })
      await stores.inbox.keep([said], now)
      await stores.petitions.record(
        [anEntry({ cause: { kind: 'message', channel: 'wechat', message: said.id } })],
        now,
      )
      await stores.rights.correctSelf(person, { name: '刘梅', door: null })
      await stores.rights.correctSelf(person, { name: null, door: '5-2-302' })
      expect(await stores.rights.saidOfSelf(person)).toEqual({ name: '刘梅', door: '5-2-302' })
      expect((await stores.rights.holdings(person)).chatter).toBe(1)
      const first = await stores.rights.erase(person, 'wechat/erase', now)
      expect(first.messages).toBe(1)
      expect(await stores.rights.erase(person, 'wechat/erase', now)).toEqual(first)
      expect((await stores.rights.holdings(person)).chatter).toBe(0)
      expect(await stores.rights.saidOfSelf(person)).toEqual({ name: null, door: null })
      expect(await stores.petitions.list({ person })).toHaveLength(1)
      expect(await stores.retention.forget('people', at('2000-01-01 00:00'), day)).toBe(0)
    })

    test('a look at who somebody is is one record, however often it is written', async () => {
      const stores = await opened()
      const reveal = {
        id: 'wechat/m1',
        petition: petitionId('p1'),
        number: 1001,
        person: personId('r1'),
        by: personId('S001'),
        role: 'community_manager',
        reason: '要上门核实',
        revealedAt: now,
      } as const
      await stores.rights.reveal(reveal)
      await stores.rights.reveal({ ...reveal, reason: '别的' })
      expect(await stores.rights.revealsOf(reveal.person)).toEqual([reveal])
      expect(await stores.rights.revealsOf(personId('r2'))).toEqual([])
    })

    test('files that nothing shows are stray', async () => {
      const stores = await opened()
      const shown = await stores.media.keep(new Uint8Array([1]), 'image/png')
      const stray = await stores.media.keep(new Uint8Array([2]), 'image/png')
      await stores.inbox.keep([aHeard('', { type: 'image', media: shown })], now)
      const soon = new Date(Date.now() + 60_000)
      expect((await stores.media.keptBefore(soon)).sort()).toEqual([shown, stray].sort())
      expect(await stores.media.keptBefore(new Date(Date.now() - 60_000))).toEqual([])
      expect(await stores.retention.unreferred([shown, stray])).toEqual([stray])
      expect(await stores.media.forget(stray)).toBe(true)
      expect(await stores.media.forget(stray)).toBe(false)
      expect(await stores.media.load(stray)).toBeUndefined()
    })
  })
}
