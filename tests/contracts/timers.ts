import { describe, expect, test } from 'vitest'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Cause, Entry } from '../../src/flows/ports.ts'
import { anEntry, aPetition, at } from '../support/builders.ts'
import { about, aTimer, press } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')

/** What every keeper of petitions promises of timers and questions, be it memory or PostgreSQL. */
export function timersContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`timers in ${name}`, () => {
    test('are those of the last entry: dropped, moved, added; what fired stays fired', async () => {
      const { petitions } = await opened()
      const petition = aPetition('dispatched')
      const first = [aTimer('1/fires'), aTimer('1/drops'), aTimer('1/moves')]
      await petitions.record([about(petition, { timers: first })], now)
      const cause: Cause = { kind: 'timer', petition: petition.id, key: '1/fires' }
      const moved = aTimer('1/moves', '2026-03-02 08:00')
      const timers = [aTimer('1/fires'), moved, aTimer('1/new', '2026-03-02 08:30')]
      await petitions.record([about({ ...petition, version: 2 }, { cause, timers })], now)
      await petitions.record([about({ ...petition, version: 3 }, { timers })], now)
      expect(await petitions.timersDue(at('2027-01-01 00:00'), 9)).toEqual([
        { ...moved, petition: petition.id },
        { ...aTimer('1/new', '2026-03-02 08:30'), petition: petition.id },
      ])
    })

    test('of one petition stay when another is recorded', async () => {
      const { petitions } = await opened()
      const [one, other] = ['a', 'b'].map((id, i) =>
        aPetition('dispatched', { id: petitionId(id), number: 1001 + i }),
      ) as [Petition, Petition]
      await petitions.record([about(one, { timers: [aTimer('1/a')] })], now)
      await petitions.record([about(other), about({ ...other, version: 2 })], now)
      expect(await petitions.timersDue(at('2027-01-01 00:00'), 9)).toHaveLength(1)
    })

    test('show themselves when due, the earliest first', async () => {
      const { petitions } = await opened()
      const timers = [
        aTimer('late', '2026-03-02 11:00'),
        aTimer('early', '2026-03-02 09:00'),
        aTimer('next', '2026-03-02 10:00'),
      ]
      await petitions.record([about(aPetition('dispatched'), { timers })], now)
      const due = async (when: string, count: number) =>
        (await petitions.timersDue(at(when), count)).map(({ key }) => key)
      expect(await due('2026-03-02 08:59', 9)).toEqual([])
      expect(await due('2026-03-02 10:00', 9)).toEqual(['early', 'next'])
      expect(await due('2026-03-02 12:00', 1)).toEqual(['early'])
    })
  })

  describe(`a question in ${name}`, () => {
    test('is set, replaced and cleared by entries, for one person in one conversation', async () => {
      const { petitions } = await opened()
      const person = personId('p')
      let n = 0
      const ask = (question: NonNullable<Entry['question']>['ask'], conversation = 'wechat/dm/p') =>
        petitions.record(
          [anEntry({ cause: press(`q${++n}`), question: { conversation, person, ask: question } })],
          now,
        )
      const asked = () => petitions.question('wechat/dm/p', person)
      expect(await asked()).toBeUndefined()
      await ask({ kind: 'place', petition: petitionId('petition-1') })
      await ask({ kind: 'place', petition: petitionId('petition-2') }, 'elsewhere')
      expect(await asked()).toEqual({ kind: 'place', petition: 'petition-1' })
      await ask({ kind: 'sense', sinceAt: now })
      expect(await asked()).toEqual({ kind: 'sense', sinceAt: now })
      await petitions.record([anEntry({ cause: press('silent') })], now)
      expect(await asked()).toEqual({ kind: 'sense', sinceAt: now })
      await ask(null)
      expect(await asked()).toBeUndefined()
      expect(await petitions.question('elsewhere', person)).toBeDefined()
      expect(await petitions.question('elsewhere', personId('another'))).toBeUndefined()
    })
  })
}
