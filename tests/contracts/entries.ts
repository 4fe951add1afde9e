import { describe, expect, test } from 'vitest'
import { messageId, personId, petitionId } from '../../src/domain/ids.ts'
import type { Cause } from '../../src/flows/ports.ts'
import { aHeard, aLetter, anAcceptedNotice, anEntry, aPetition, at } from '../support/builders.ts'
import { about, aTimer, message, press } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')

/** What every keeper of petitions promises of what is recorded, be it memory or PostgreSQL. */
export function entriesContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`an entry in ${name}`, () => {
    test('happens once for its message, however often it is read', async () => {
      const { inbox, petitions } = await opened()
      await inbox.keep([aHeard('漏水', { id: messageId('m1') })], now)
      const entry = about(aPetition('received'), { cause: message('m1') })
      expect(await petitions.record([entry], now)).toEqual(['recorded'])
      expect(await petitions.record([entry], now)).toEqual(['alreadyDone'])
      expect(await inbox.waiting(1)).toEqual([])
      expect(await petitions.record([anEntry({ cause: message('unheard') })], now)).toEqual([
        'alreadyDone',
      ])
    })

    test('happens once for its press, also when two come at the same moment', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      const entry = about(aPetition('received'), { cause: press('p'), letters: [aLetter('l')] })
      const answers = await Promise.all(
        [one, other, one, other].map(({ petitions }, i) =>
          petitions.record([{ ...entry, letters: [aLetter(`l${i}`)] }], now),
        ),
      )
      expect(answers.flat().sort()).toEqual([
        'alreadyDone',
        'alreadyDone',
        'alreadyDone',
        'recorded',
      ])
      expect(await one.outbox.letters({})).toHaveLength(1)
    })

    test('happens once for its timer, and not at all for one that was dropped', async () => {
      const { petitions } = await opened()
      const petition = aPetition('resolved', { version: 1 })
      const fire = (key: string): Cause => ({ kind: 'timer', petition: petition.id, key })
      await petitions.record([about(petition, { timers: [aTimer('1/a'), aTimer('1/b')] })], now)
      const next = about({ ...petition, version: 2 }, { cause: fire('1/a'), timers: [] })
      expect(await petitions.record([next], now)).toEqual(['recorded'])
      expect(await petitions.record([anEntry({ cause: fire('1/a') })], now)).toEqual([
        'alreadyDone',
      ])
      expect(await petitions.record([anEntry({ cause: fire('1/b') })], now)).toEqual([
        'alreadyDone',
      ])
      expect(await petitions.record([anEntry({ cause: fire('1/z') })], now)).toEqual([
        'alreadyDone',
      ])
    })

    test('of a petition that changed meanwhile is stale and leaves no trace', async () => {
      const { inbox, outbox, petitions } = await opened()
      await inbox.keep([aHeard('漏水', { id: messageId('m1') })], now)
      const petition = aPetition('dispatched')
      await petitions.record([about(petition, { timers: [aTimer('1/a')] })], now)
      await petitions.record([about({ ...petition, version: 2 }, { timers: [aTimer('1/b')] })], now)
      const late = about(
        { ...petition, version: 2, summary: '迟到' },
        {
          cause: message('m1'),
          events: [{ kind: 'urged', by: null, at: now }],
          letters: [aLetter('l1')],
          question: {
            conversation: 'c',
            person: personId('p'),
            ask: { kind: 'place', petition: petition.id },
          },
        },
      )
      expect(await petitions.record([late], now)).toEqual(['stale'])
      expect((await petitions.find(petition.id))?.summary).toBe(petition.summary)
      expect(await petitions.timeline(petition.id)).toEqual([])
      expect(await outbox.letters({})).toEqual([])
      expect(await petitions.question('c', personId('p'))).toBeUndefined()
      expect((await petitions.timersDue(at('2026-03-03 09:00'), 9)).map(({ key }) => key)).toEqual([
        '1/b',
      ])
      expect(await inbox.waiting(1)).toHaveLength(1)
    })

    test('of a petition that skips a version, or is registered twice, is stale', async () => {
      const { petitions } = await opened()
      const petition = aPetition('dispatched')
      expect(await petitions.record([about({ ...petition, version: 2 })], now)).toEqual(['stale'])
      const again = () => about(petition, { timers: [aTimer('1/a')] })
      await petitions.record([again()], now)
      expect(await petitions.record([again()], now)).toEqual(['stale'])
      expect(await petitions.record([about({ ...petition, version: 3 })], now)).toEqual(['stale'])
    })

    test('is written independently of the others of its batch', async () => {
      const { outbox, petitions } = await opened()
      const numbered = (n: number, version = 1) =>
        aPetition('dispatched', { id: petitionId(`petition-${n}`), number: 1000 + n, version })
      await petitions.record([about(numbered(1), { cause: press('used') })], now)
      const answers = await petitions.record(
        [
          about(numbered(2), { letters: [aLetter('l2')] }),
          about(numbered(3), { cause: press('used'), letters: [aLetter('l3')] }),
          about(numbered(1, 7), { letters: [aLetter('l4')] }),
          about(numbered(1), { letters: [aLetter('l5')] }),
          about(numbered(1, 2), { letters: [aLetter('l6')] }),
          anEntry({ cause: press('chatter') }),
        ],
        now,
      )
      expect(answers).toEqual(['recorded', 'alreadyDone', 'stale', 'stale', 'recorded', 'recorded'])
      expect((await outbox.letters({})).map(({ id }) => id).sort()).toEqual(['l2', 'l6'])
      expect(await petitions.find(petitionId('petition-3'))).toBeUndefined()
    })

    test('of two petitions changes both or neither', async () => {
      const { outbox, petitions } = await opened()
      const numbered = (n: number, version: number) =>
        aPetition('dispatched', { id: petitionId(`petition-${n}`), number: 1000 + n, version })
      const both = (own: number, others: number, key: string) => {
        const about = { events: [{ kind: 'urged', by: null, at: now }] as const }
        const other = { ...about, petition: numbered(1, others), timers: [aTimer('1/a')] }
        return anEntry({
          ...{ ...about, cause: press(key), petition: numbered(2, own), letters: [aLetter(key)] },
          with: { ...other, letters: [aLetter(`${key}-too`)] },
        })
      }
      const stored = async () =>
        Promise.all(
          [1, 2].map(async (n) => {
            const id = petitionId(`petition-${n}`)
            return [(await petitions.find(id))?.version, (await petitions.timeline(id)).length]
          }),
        )
      expect(await petitions.record([both(1, 1, 'a')], now)).toEqual(['recorded'])
      expect(await stored()).toEqual([
        [1, 1],
        [1, 1],
      ])
      const answers = await petitions.record(
        [both(2, 3, 'b'), both(3, 2, 'c'), both(2, 2, 'a'), both(2, 2, 'd')],
        now,
      )
      expect(answers).toEqual(['stale', 'stale', 'alreadyDone', 'recorded'])
      expect(await stored()).toEqual([
        [2, 2],
        [2, 2],
      ])
      const due = await petitions.timersDue(at('2026-03-02 12:00'), 9)
      expect(due.map(({ petition, key }) => [petition, key])).toEqual([['petition-1', '1/a']])
      const ids = (await outbox.letters({})).map(({ id }) => id)
      expect(ids.sort()).toEqual(['a', 'a-too', 'd', 'd-too'])
    })

    test('a message changes two petitions, once', async () => {
      const { inbox, petitions } = await opened()
      await inbox.keep([aHeard('是同一件事')], now)
      const other = aPetition('dispatched', {
        id: petitionId('petition-2'),
        number: 1002,
        version: 1,
      })
      const entry = anEntry({
        petition: aPetition('dispatched', { version: 1 }),
        with: { petition: other, events: [], timers: [], letters: [] },
      })
      expect(await petitions.record([entry], now)).toEqual(['recorded'])
      expect((await petitions.find(other.id))?.number).toBe(1002)
      expect(await inbox.waiting(9)).toEqual([])
      expect(await petitions.record([entry], now)).toEqual(['alreadyDone'])
    })

    test('of two petitions, by two who take them crosswise, neither waits for ever', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      const numbered = (n: number, version: number) =>
        aPetition('dispatched', { id: petitionId(`petition-${n}`), number: 1000 + n, version })
      const nothing = { events: [], timers: [], letters: [] }
      for (const n of [1, 2]) await one.petitions.record([about(numbered(n, 1))], now)
      let recorded = 0
      for (let version = 2; version < 12; version += 1) {
        const answers = await Promise.all(
          [1, 2, 1, 2].map((first, i) =>
            (i % 2 ? one : other).petitions.record(
              [
                about(numbered(first, version), {
                  with: { ...nothing, petition: numbered(3 - first, version) },
                }),
              ],
              now,
            ),
          ),
        )
        recorded += answers.flat().filter((answer) => answer === 'recorded').length
      }
      expect(recorded).toBe(10)
    })

    test('may follow another of the same petition in the same batch', async () => {
      const { petitions } = await opened()
      const steps = [1, 2, 3].map((version) =>
        about(aPetition('dispatched', { version, summary: `${version}` }), {
          events: [{ kind: 'urged', by: personId(`p${version}`), at: now }],
        }),
      )
      expect(await petitions.record(steps, now)).toEqual(['recorded', 'recorded', 'recorded'])
      expect(await petitions.findByNumber(1027)).toMatchObject({ version: 3, summary: '3' })
      expect((await petitions.timeline(petitionId('petition-1'))).map(({ by }) => by)).toEqual([
        'p1',
        'p2',
        'p3',
      ])
    })

    test('of many writers at once succeeds for exactly one a version', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      const petition = aPetition('dispatched')
      await one.petitions.record([about(petition)], now)
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? one : other).petitions.record(
            [
              about(
                { ...petition, version: 2, summary: `${i}` },
                { events: [{ kind: 'urged', by: personId(`${i}`), at: now }] },
              ),
            ],
            now,
          ),
        ),
      )
      expect(answers.flat().filter((answer) => answer === 'recorded')).toHaveLength(1)
      expect(answers.flat().filter((answer) => answer === 'stale')).toHaveLength(19)
      const timeline = await one.petitions.timeline(petition.id)
      expect(timeline.map(({ by }) => by)).toEqual([
        (await one.petitions.find(petition.id))?.summary,
      ])
    })

    test('does not suffer for the fault of another that comes at the same moment', async () => {
      const { outbox, petitions } = await opened()
      const numbered = (n: number) =>
        about(aPetition('received', { id: petitionId(`petition-${n}`), number: n }), {
          letters: [aLetter(`letter-${n}`)],
        })
      await petitions.record([numbered(1)], now)
      const answers = await Promise.allSettled([
        petitions.record([numbered(2)], now),
        petitions.record([anEntry({ cause: press('wrong'), letters: [aLetter('letter-1')] })], now),
        petitions.record([numbered(3)], now),
      ])
      expect(answers).toMatchObject([
        { value: ['recorded'] },
        { status: 'rejected' },
        { value: ['recorded'] },
      ])
      expect(await outbox.letters({})).toHaveLength(3)
    })

    test('without a petition carries no events or timers', async () => {
      const { petitions } = await opened()
      const wrong = anEntry({ cause: press('p'), events: [{ kind: 'urged', by: null, at: now }] })
      await expect(petitions.record([wrong], now)).rejects.toThrow(RangeError)
    })
  })

  test(`letters of an entry in ${name} are in the outbox`, async () => {
    const { outbox, petitions } = await opened()
    const letter = aLetter('l1', { notice: anAcceptedNotice() })
    await petitions.record([about(aPetition('dispatched'), { letters: [letter] })], now)
    expect(await outbox.letters({})).toEqual([
      {
        ...{ ...letter, attempts: 0, doubt: null, closed: [], state: 'pending' },
        ...{ via: null, sentAt: null, seenAt: null },
      },
    ])
  })
}
