import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { type Errand, type ErrandDraft, isOver } from '../../../src/domain/errands/errand.ts'
import { begun, errandNews } from '../../../src/domain/errands/errand-notices.ts'
import {
  beginErrand,
  decideErrand,
  type ErrandCommand,
  ownersOf,
} from '../../../src/domain/errands/lifecycle.ts'
import { errandId, type PersonId, personId, unitCode } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import { at } from '../../support/builders.ts'

const read = await readStreet('db/sample-street')
if (!read.ok) throw new Error('the sample street has faults')
const { book } = read.value

const [asker, head, worker] = [personId('p-1'), personId('S039'), personId('S015')]
const monday = at('2026-03-02 09:00')
const draft: ErrandDraft = {
  ...{ asker, head, neighbour: null, consent: 'notNeeded', words: '取药', petition: null },
  place: { ...nowhere, name: '河滨新村', building: '1' },
  desk: { kind: 'grid', code: unitCode('QS-HB-01') },
}
const begin = (but: Partial<ErrandDraft> = {}) =>
  beginErrand({ ...draft, ...but }, { id: errandId('e-1'), number: 1, at: monday }, book)

type Given = readonly [by: PersonId | null, command: ErrandCommand, at?: string]

/** The errand after commands, each given by somebody at a time of day; throws where one is refused. */
function lived(...steps: readonly Given[]): Errand {
  return steps.reduce((errand, [by, command, when]) => {
    const moment = when ? at(`2026-03-${when}`) : monday
    const done = decideErrand(errand, command, by, moment, book)
    if (!done.ok) throw new Error(`${command.kind}: ${done.problem}`)
    return done.value
  }, begin())
}

const accept: ErrandCommand = { kind: 'accept' }
const decline: ErrandCommand = { kind: 'decline', reason: '在外地' }
const report: ErrandCommand = { kind: 'report', result: '药送到了' }
const yes: ErrandCommand = { kind: 'confirm', isDone: true }
const no: ErrandCommand = { kind: 'confirm', isDone: false }
const lapse: ErrandCommand = { kind: 'lapse' }
const withdraw: ErrandCommand = { kind: 'withdraw' }

describe('the life of an errand', () => {
  test.each<[string, readonly Given[], Errand['state'], readonly PersonId[], string | null]>([
    ['asked of the head, who has four working hours', [], 'asked', [head], '02 14:30'],
    ['taken: two working days', [[head, accept]], 'taken', [head], '04 23:59'],
    ['declined: the grid worker has it', [[head, decline]], 'passed', [worker], '04 23:59'],
    ['no answer: the same', [[null, lapse, '02 14:30']], 'passed', [worker], '04 23:59'],
    [
      'not done in time: the same',
      [
        [head, accept],
        [null, lapse, '05 00:00'],
      ],
      'passed',
      [worker],
      '09 23:59',
    ],
    [
      'said to be done: who asked is asked',
      [
        [head, accept],
        [head, report],
      ],
      'reported',
      [asker],
      '05 23:59',
    ],
    ['done without a word before', [[head, report]], 'reported', [asker], '05 23:59'],
    [
      'is done',
      [
        [head, report],
        [asker, yes],
      ],
      'done',
      [],
      null,
    ],
    [
      'is not: back to the head',
      [
        [head, report],
        [asker, no],
      ],
      'taken',
      [head],
      '04 23:59',
    ],
    [
      'is not, again: to the grid worker',
      [
        [head, report],
        [asker, no],
        [head, report],
        [asker, no],
      ],
      'passed',
      [worker],
      '04 23:59',
    ],
    [
      'the grid worker did it, and it is not done: it stays there',
      [
        [head, decline],
        [worker, report],
        [asker, no],
      ],
      'passed',
      [worker],
      '04 23:59',
    ],
    [
      'no word whether it is done: taken for yes, and not for a word',
      [
        [head, report],
        [null, lapse, '06 00:00'],
      ],
      'done',
      [],
      null,
    ],
    [
      'the grid worker is late: it is still theirs, and goes to nobody above',
      [
        [head, decline],
        [null, lapse, '05 00:00'],
      ],
      'passed',
      [worker],
      '09 23:59',
    ],
    ['taken back', [[asker, withdraw]], 'dropped', [], null],
  ])('%s', (_, steps, state, owners, due) => {
    const errand = lived(...steps)
    expect(errand.state).toBe(state)
    expect(ownersOf(errand, book)).toEqual(owners)
    const dueAt = due === null ? null : at(`2026-03-${due}`)
    expect(errand.dueAt && Math.floor(errand.dueAt.getTime() / 60_000)).toBe(
      dueAt && dueAt.getTime() / 60_000,
    )
  })

  test('what who asked said is kept apart from what nobody said', () => {
    expect(lived([head, report], [asker, yes]).confirmed).toBe(true)
    expect(lived([head, report], [null, lapse, '06 00:00']).confirmed).toBeNull()
  })

  test('begins with the grid worker where no head is, in hand where the head wrote it down', () => {
    expect(begin({ head: null })).toMatchObject({ state: 'passed' })
    const own = begin({ asker: head, neighbour: '王奶奶', consent: 'open' })
    expect(own.state).toBe('taken')
    const done = decideErrand(own, report, head, monday, book)
    expect(done).toMatchObject({ ok: true, value: { state: 'done', confirmed: null } })
    expect(begun(own, '', book).map(({ to }) => to)).toEqual([{ kind: 'person', person: head }])
  })

  test('a name that may not be said is forgotten; the errand goes on', () => {
    const own = begin({ asker: head, neighbour: '王奶奶', words: '帮王奶奶取药', consent: 'open' })
    const refused = decideErrand(own, { kind: 'consent', isGiven: false }, head, monday, book)
    expect(refused).toMatchObject({
      value: { neighbour: null, words: '帮一位邻居取药', state: 'taken', consent: 'withheld' },
    })
  })

  test.each<[string, Errand, ErrandCommand, PersonId | null, string]>([
    ['another neighbour', begin(), accept, personId('p-2'), 'notYours'],
    ['the grid worker, while the head has it', begin(), report, worker, 'notYours'],
    ['the clock before its time', begin(), lapse, null, 'notNow'],
    ['who asked, before it is said to be done', begin(), yes, asker, 'notNow'],
    ['the head twice', lived([head, accept]), accept, head, 'notNow'],
    ['the head who said it is done', lived([head, report]), report, head, 'notNow'],
    ['anybody when it is over', lived([asker, withdraw]), withdraw, asker, 'notNow'],
    ['a person in place of the clock', begin(), lapse, head, 'notYours'],
  ])('refuses %s', (_, errand, command, by, problem) => {
    expect(decideErrand(errand, command, by, monday, book)).toEqual({ ok: false, problem })
  })
})

test('random lives: always an owner and a next date while open, never after; one version a step', () => {
  const people = [asker, head, worker, personId('p-2'), personId('S004'), null]
  const commands: readonly ErrandCommand[] = [
    ...[accept, decline, report, yes, no, lapse, withdraw],
    { kind: 'consent', isGiven: true },
    { kind: 'consent', isGiven: false },
  ]
  const seen = new Set<Errand['state']>()
  const step = fc.tuple(fc.nat(5), fc.nat(commands.length - 1), fc.nat(80))
  fc.assert(
    fc.property(
      fc.constantFrom<Partial<ErrandDraft>>(
        {},
        { head: null },
        { asker: head, neighbour: '王奶奶', consent: 'open' },
      ),
      fc.array(step, { maxLength: 14 }),
      (born, steps) => {
        let errand = begin(born)
        let now = monday
        for (const [who, what, hours] of steps) {
          now = new Date(now.getTime() + hours * 3_600_000)
          const by = people[who] ?? null
          const command = commands[what] ?? lapse
          const done = decideErrand(errand, command, by, now, book)
          if (done.ok) {
            expect(done.value.version).toBe(errand.version + 1)
            for (const { to } of errandNews(errand, done.value, command, by, book))
              expect(to.kind).toBe('person')
            errand = done.value
          }
          seen.add(errand.state)
          expect(ownersOf(errand, book).length > 0).toBe(!isOver(errand))
          expect(errand.dueAt === null).toBe(isOver(errand))
          expect(errand.overAt === null).toBe(!isOver(errand))
        }
      },
    ),
    { numRuns: 400 },
  )
  expect([...seen].sort()).toEqual(['asked', 'done', 'dropped', 'passed', 'reported', 'taken'])
})
