import { describe, expect, test } from 'vitest'
import { isAskedToLook } from '../../src/domain/console/own-view.ts'
import { waitsForDecision } from '../../src/domain/console/to-decide.ts'
import {
  type CategoryCode,
  categoryCode,
  departmentCode,
  messageId,
  personId,
  petitionId,
  unitCode,
} from '../../src/domain/ids.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import { isInHand, type Petition } from '../../src/domain/petition/petition.ts'
import { wideBook } from '../security/street.ts'
import { aPetition, aPetitioner, at } from '../support/builders.ts'
import { crowd } from '../support/crowd.ts'
import { about } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')

const numbersOf = (petitions: readonly Petition[]) => petitions.map(({ number }) => number)

/** What every keeper of petitions promises, be it memory or PostgreSQL. */
export function petitionsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`petitions in ${name}`, () => {
    test.each(['received', 'dispatched', 'handling', 'resolved', 'closed', 'withdrawn'] as const)(
      'come back as they were recorded: %s',
      async (status) => {
        const { petitions } = await opened()
        const petition = aPetition(status, { version: 1 })
        expect(await petitions.record([about(petition)], now)).toEqual(['recorded'])
        expect(await petitions.find(petition.id)).toEqual(petition)
        expect(await petitions.findByNumber(1027)).toEqual(petition)
        expect(await petitions.find(petitionId('another'))).toBeUndefined()
        expect(await petitions.findByNumber(1028)).toBeUndefined()
      },
    )

    test('keep what was said even where a database cannot', async () => {
      const { petitions } = await opened()
      await petitions.record([about(aPetition('received', { words: ['灯\0坏\ud83d了'] }))], now)
      expect((await petitions.findByNumber(1027))?.words).toEqual(['灯�坏�了'])
    })

    test('are numbered from 1001 on, no number being given twice', async () => {
      const { petitions } = await opened()
      expect(await petitions.numbers(2)).toEqual([1001, 1002])
      const given = await Promise.all(Array.from({ length: 20 }, () => petitions.numbers(3)))
      expect(new Set(given.flat()).size).toBe(60)
      expect(Math.max(...given.flat())).toBe(1062)
    })

    test('keep their timeline in order, with its dates', async () => {
      const { petitions } = await opened()
      const petition = aPetition('dispatched')
      const registered = { kind: 'registered', petition, because: '', by: null, at: now } as const
      const steps = [1, 2].map((n) => ({ kind: 'urged', by: personId(`p${n}`), at: now }) as const)
      await petitions.record([about(petition, { events: [registered] })], now)
      await petitions.record([about({ ...petition, version: 2 }, { events: steps })], now)
      expect(await petitions.timeline(petition.id)).toEqual([registered, ...steps])
    })
  })

  describe(`a list of petitions in ${name}`, () => {
    const many = async () => {
      const { petitions } = await opened()
      const some: Petition[] = [
        aPetition('dispatched', { number: 1001, registeredAt: at('2026-03-01 09:00') }),
        aPetition('handling', {
          number: 1002,
          registeredAt: at('2026-03-03 09:00'),
          supporters: [aPetitioner('neighbour')],
        }),
        aPetition('received', {
          number: 1003,
          registeredAt: at('2026-03-02 09:00'),
          grid: unitCode('QS-XF-01'),
          reporter: aPetitioner('neighbour'),
        }),
        aPetition('closed', { number: 1004, registeredAt: at('2026-03-02 09:00'), grid: null }),
      ].map((petition) => ({
        ...petition,
        id: petitionId(`petition-${petition.number}`),
        messages: [messageId(`m${petition.number}`), messageId('shared')],
        version: 1,
      }))
      await petitions.record(
        some.map((petition) => about(petition)),
        now,
      )
      const numbers = async (filter: Parameters<typeof petitions.list>[0]) =>
        (await petitions.list(filter)).map(({ number }) => number)
      return { petitions, numbers }
    }

    test('is the newest first, as far as it is asked for', async () => {
      const { numbers } = await many()
      expect(await numbers({})).toEqual([1002, 1004, 1003, 1001])
      expect(await numbers({ limit: 2 })).toEqual([1002, 1004])
      const after = { registeredAt: at('2026-03-02 09:00'), number: 1004 }
      expect(await numbers({ after })).toEqual([1003, 1001])
      expect(await numbers({ after, limit: 1, to: 'WY1' })).toEqual([1001])
    })

    test('is filtered by status, grid, destination, time and all of them', async () => {
      const { numbers } = await many()
      expect(await numbers({ statuses: ['received', 'closed'] })).toEqual([1004, 1003])
      expect(await numbers({ statuses: [] })).toEqual([])
      expect(await numbers({ grid: 'QS-XF-02' })).toEqual([1002, 1001])
      expect(await numbers({ to: 'WY1' })).toEqual([1002, 1004, 1001])
      expect(await numbers({ registeredSince: at('2026-03-02 09:00') })).toEqual([1002, 1004, 1003])
      expect(await numbers({ to: 'WY1', statuses: ['handling'], grid: 'QS-XF-02' })).toEqual([1002])
    })

    test('is filtered by category, and by where what may be the same lies', async () => {
      const { petitions, numbers } = await many()
      const [light, lift] = [categoryCode('0301'), categoryCode('0302')]
      const days = (day: number) => at(`2026-03-0${day} 09:00`)
      const lying = (
        number: number,
        building: string | null,
        category: CategoryCode,
        registeredAt: Date,
        name = '梅园小区',
      ) => ({
        ...aPetition('received', { number, registeredAt, category }),
        ...{ id: petitionId(`near-${number}`), version: 1 },
        place: { ...nowhere, name, building },
      })
      const some = [
        lying(2001, '5', light, days(4)),
        lying(2002, '6', light, days(4)),
        lying(2003, '6', lift, days(4)),
        lying(2004, null, lift, days(3)),
        lying(2005, '6', light, days(1)),
        lying(2006, '5', light, days(4), '竹园小区'),
      ]
      await petitions.record(
        some.map((petition) => about(petition)),
        now,
      )
      const near = { name: '梅园小区', building: '5', spreads: null }
      const spreads = { categories: [light], since: days(2) }
      expect(await numbers({ near })).toEqual([2001, 2004])
      expect(await numbers({ near: { ...near, spreads } })).toEqual([2002, 2001, 2004])
      const all = { ...near, building: null }
      expect(await numbers({ near: all })).toEqual([2003, 2002, 2001, 2004, 2005])
      expect(await numbers({ near: all, categories: [lift] })).toEqual([2003, 2004])
      expect(await numbers({ near, statuses: ['handling'] })).toEqual([])
    })

    test('is filtered by what is late, undecided, or to be looked at', async () => {
      const { petitions, numbers } = await many()
      const some = crowd(120, 5, wideBook)
      await petitions.record(
        some.map((petition) => about(petition)),
        now,
      )
      const fitting = (fits: (petition: Petition) => boolean) => numbersOf(some.filter(fits)).sort()
      const found = async (filter: Parameters<typeof petitions.list>[0]) =>
        (await numbers(filter)).filter((number) => number > 5000).sort()
      const dueBefore = at('2026-03-03 00:00')
      const late = fitting((one) => isInHand(one) && one.resolveDueAt < dueBefore)
      const inHand = { statuses: ['dispatched', 'handling'] } as const
      expect(await found({ ...inHand, dueBefore })).toEqual(late)
      expect(await found({ undecided: true })).toEqual(fitting(waitsForDecision))
      const headOf = (one: Petition) => ('check' in one ? one.check?.head : undefined)
      const looked = some.filter((one) => isAskedToLook(one, headOf(one) ?? personId('nobody')))
      expect(await found({ looksAt: null })).toEqual(numbersOf(looked).sort())
      const [head] = looked.flatMap((one) => headOf(one) ?? [])
      const theirs = fitting((one) => head !== undefined && isAskedToLook(one, head))
      expect(await found({ looksAt: head ?? null })).toEqual(theirs)
      for (const list of [late, looked, theirs]) expect(list.length).toBeGreaterThan(0)
      expect(theirs.length).toBeLessThan(looked.length)
    })

    test('of a person has what they reported or joined, until they leave', async () => {
      const { petitions, numbers } = await many()
      const neighbour = personId('neighbour')
      expect(await numbers({ person: neighbour })).toEqual([1002, 1003])
      const joined = await petitions.findByNumber(1002)
      if (joined) await petitions.record([about({ ...joined, version: 2, supporters: [] })], now)
      expect(await numbers({ person: neighbour })).toEqual([1003])
      expect(await numbers({ person: personId('stranger') })).toEqual([])
    })

    test('can be found by the messages that belong to them', async () => {
      const { petitions } = await many()
      const by = async (...ids: string[]) =>
        (await petitions.findByMessages(ids.map(messageId))).map(({ number }) => number)
      expect(await by('m1003')).toEqual([1003])
      expect(await by('m1003', 'm1002', 'unknown')).toEqual([1002, 1003])
      expect(await by('shared')).toEqual([1002, 1004, 1003, 1001])
      expect(await by()).toEqual([])
    })

    test('is filtered by who still owes a part of joint work', async () => {
      const { petitions, numbers } = await many()
      const part = (id: number, code: string, state: 'open' | 'done') => ({
        ...{ id, task: '清理', required: true, isCall: false, askedBy: null, askedAt: now },
        ...{ to: { kind: 'department' as const, code: departmentCode(code) }, dueAt: now },
        ...{ provisional: false, state },
      })
      const led = await petitions.findByNumber(1002)
      if (led?.status !== 'handling') throw new Error('not in hand')
      const joint = { parts: [part(1, 'SZ', 'open'), part(2, 'RQ', 'done')] }
      await petitions.record([about({ ...led, version: 2, joint })], now)
      expect(await numbers({ owedBy: ['SZ', 'WY1'] })).toEqual([1002])
      expect(await numbers({ owedBy: ['RQ', 'WY1'] })).toEqual([])
      expect(await numbers({ owedBy: [] })).toEqual([])
      expect(await petitions.findByNumber(1002)).toMatchObject({ joint })
    })

    test('is filtered by how the id of a message begins', async () => {
      const { numbers } = await many()
      expect(await numbers({ messagesBegin: 'm100' })).toEqual([1002, 1004, 1003, 1001])
      expect(await numbers({ messagesBegin: 'm1003' })).toEqual([1003])
      expect(await numbers({ messagesBegin: 'm1003', statuses: ['closed'] })).toEqual([])
      for (const begin of ['1003', 'M1003', 'm_', 'm%', '\\', 'shared0'])
        expect(await numbers({ messagesBegin: begin }), begin).toEqual([])
    })

    test('of one street never shows another', async () => {
      const { numbers } = await many()
      const elsewhere = await opened()
      expect(await numbers({})).toHaveLength(4)
      expect(await elsewhere.petitions.list({})).toEqual([])
      expect(await elsewhere.petitions.findByNumber(1002)).toBeUndefined()
    })
  })
}
