import { describe, expect, test } from 'vitest'
import { departmentCode, unitCode } from '../../../src/domain/ids.ts'
import type { Counting } from '../../../src/domain/numbers/counting.ts'
import { shareOf } from '../../../src/domain/numbers/figure.ts'
import {
  type Figures,
  figuresOf,
  measures,
  quarrelMeasures,
} from '../../../src/domain/numbers/figures.ts'
import { type GroupedBy, groupsOf } from '../../../src/domain/numbers/groups.ts'
import type { Scope } from '../../../src/domain/numbers/scope.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'
import { rated, reopened, resolved, returned, timeline, until } from './told.ts'

/** Monday to Sunday, 2026-W10. */
const span = { from: at('2026-03-02 00:00'), until: at('2026-03-09 00:00') }
const street: Scope = { unit: unitCode('QS') }

const count = (
  timelines: readonly (readonly PetitionEvent[])[],
  but: Partial<Counting> = {},
): Figures =>
  figuresOf({
    stories: until('2026-03-09 00:00', ...timelines),
    span,
    scope: street,
    book: aBook(),
    ...but,
  })

const accepted = (moment: string) => ({ kind: 'accepted', at: moment }) as const
const withdrawn = (moment: string) =>
  ({ kind: 'withdrawn', at: moment, reason: '自己修好了' }) as const

test('registered: what was taken back or merged stands beside, households are those of what counts', () => {
  const { registered, households } = count([
    timeline({ number: 1, supporters: [aPetitioner('neighbour-1'), aPetitioner('neighbour-2')] }),
    timeline({ number: 2 }, withdrawn('2026-03-02 10:00')),
    timeline(
      { number: 3 },
      {
        kind: 'merged',
        at: '2026-03-02 10:00',
        into: { petition: aPetition('handling').id, number: 1 },
      },
    ),
    timeline({ number: 4, registeredAt: at('2026-03-01 23:59') }),
    timeline({ number: 5, registeredAt: at('2026-03-09 00:00') }),
  ])
  expect(registered).toMatchObject({ size: 1, counted: [1], beside: { setAside: [2, 3] } })
  expect(households).toMatchObject({ size: 3, counted: [1] })
})

test('response: inside the first limit, out of the limits that ended in the week', () => {
  const limit = { acceptDueAt: at('2026-03-02 14:00') }
  const { response } = count([
    timeline({ number: 1, ...limit }, accepted('2026-03-02 14:00')),
    timeline({ number: 2, ...limit }, accepted('2026-03-02 14:01')),
    timeline({ number: 3, ...limit }),
    timeline({ number: 4, ...limit }, withdrawn('2026-03-02 10:00')),
    timeline({ number: 5, acceptDueAt: at('2026-03-09 12:00') }, accepted('2026-03-03 09:00')),
    // sent on with a fresh limit: to the resident the first one counts
    timeline(
      { number: 6, ...limit },
      returned('2026-03-02 13:00', '2026-03-04 12:00'),
      accepted('2026-03-04 09:00'),
    ),
  ])
  expect(response).toMatchObject({ counted: [1], outOf: [1, 2, 3, 6], beside: { setAside: [4] } })
  expect(shareOf(response)).toBe(0.25)
})

describe('what petitioners said', () => {
  const done = resolved('2026-03-03 10:00')
  const {
    resolution,
    satisfaction,
    reopened: again,
  } = count([
    timeline({ number: 1 }, done, rated('2026-03-03 12:00', true, 5)),
    timeline({ number: 2 }, done, rated('2026-03-03 12:00', true, 3)),
    timeline({ number: 3 }, done, reopened('2026-03-03 12:00', '2026-03-06 12:00')),
    timeline(
      { number: 4 },
      done,
      reopened('2026-03-03 12:00', '2026-03-06 12:00'),
      resolved('2026-03-05 10:00'),
      rated('2026-03-05 12:00', true, 4),
    ),
    timeline({ number: 5 }, done, { kind: 'closedUnrated', at: '2026-03-08 10:00' }),
    timeline({ number: 6 }, done),
    timeline({ number: 7 }, done, rated('2026-03-03 12:00', null, 4)),
    timeline({ number: 8 }, withdrawn('2026-03-03 12:00')),
    timeline(
      { number: 9 },
      done,
      rated('2026-03-03 12:00', true, 5, false),
      rated('2026-03-04 12:00', true, 2),
    ),
  ])

  test('solved: by the last round; the unrated, the awaited and the set aside stand beside', () => {
    expect(resolution).toMatchObject({
      counted: [1, 2, 4, 9],
      outOf: [1, 2, 3, 4, 9],
      beside: { unrated: [5], awaiting: [6], setAside: [8] },
    })
  })
  test('satisfied: a mean of four or more', () => {
    expect(satisfaction).toMatchObject({ counted: [1, 4, 7], outOf: [1, 2, 3, 4, 7, 9] })
  })
  test('taken up again', () => {
    expect(again).toMatchObject({ size: 2, counted: [3, 4], outOf: null })
  })
})

test('overdue and on time: as the limit stood then', () => {
  const due = { resolveDueAt: at('2026-03-04 18:00') }
  const { overdue, onTime, inHand } = count([
    timeline({ number: 1, ...due }, resolved('2026-03-04 17:00')),
    timeline({ number: 2, ...due }, resolved('2026-03-04 19:00', false)),
    timeline({ number: 3, ...due }),
    timeline({ number: 4, resolveDueAt: at('2026-03-10 18:00') }),
    // late in the week before, and answered then
    timeline(
      { number: 5, registeredAt: at('2026-02-20 09:00'), resolveDueAt: at('2026-02-25 18:00') },
      resolved('2026-02-28 09:00', false),
    ),
  ])
  expect(overdue).toMatchObject({ counted: [2, 3], outOf: [1, 2, 3, 4] })
  expect(onTime).toMatchObject({ counted: [1], outOf: [1, 2] })
  expect(inHand.counted).toEqual([3, 4])
})

test('a return is of the department that returned it, what it does later is not', () => {
  const events = [timeline({ number: 1 }, returned('2026-03-03 09:00', '2026-03-05 18:00'))]
  const department: Scope = { ...street, department: departmentCode('WY1') }
  expect(count(events).returned).toMatchObject({ size: 1, counted: [1], outOf: [1] })
  expect(count(events, { scope: department }).returned).toMatchObject({ size: 1, outOf: [1] })
  expect(count(events, { scope: department }).inHand.counted).toEqual([])
  const other: Scope = { ...street, department: departmentCode('SZ') }
  expect(count(events, { scope: other }).returned.size).toBe(0)
})

test('repeated: same entrance and trade within thirty days, not another trade and not another door', () => {
  const { repeated } = count([
    timeline({ number: 1, registeredAt: at('2026-02-10 09:00') }),
    timeline({ number: 2 }),
    timeline({
      number: 3,
      category: aBook().categories[2]?.code ?? aPetition('handling').category,
    }),
    timeline({ number: 4, place: { ...aPetition('handling').place, unit: '1' } }),
    timeline({ number: 5, place: { ...aPetition('handling').place, name: null } }),
  ])
  expect(repeated).toMatchObject({ counted: [2], outOf: [2, 3, 4], beside: { placeUnknown: [5] } })
})

test('grids, those without a grid, categories and what is confidential share out the street', () => {
  const elsewhere = timeline({ number: 4, grid: null, confidential: true })
  const events = [
    timeline({ number: 1, grid: unitCode('QS-XF-01') }),
    timeline({ number: 2 }),
    timeline({ number: 3, grid: null }),
    elsewhere,
  ]
  const shares = (by: GroupedBy) =>
    groupsOf({ unit: unitCode('QS-XF') }, by, aBook()).flatMap(({ name, scope }) => {
      const { counted } = count(events, { scope }).registered
      return counted.length > 0 ? [[Object.values(name).at(-1), ...counted]] : []
    })
  expect(shares('place')).toEqual([
    ['QS-XF-01', 1],
    ['QS-XF-02', 2],
    ['unplaced', 3, 4],
  ])
  expect(shares('category')).toEqual([
    ['物业服务', 1, 2, 3],
    ['confidential', 4],
  ])
})

test('news after the week changes no number of it', () => {
  const events = timeline(
    { number: 1 },
    resolved('2026-03-04 10:00'),
    rated('2026-03-04 12:00', true, 5),
  )
  const later = [
    ...events,
    ...timeline({ number: 1 }, reopened('2026-03-10 09:00', '2026-03-12 18:00')).slice(1),
  ]
  expect(count([later])).toEqual(count([events]))
})

test('what a number counts is always among what it is out of, and nothing is a share of nothing', () => {
  const none = count([])
  for (const measure of [...measures, ...quarrelMeasures]) {
    expect(none[measure].size).toBe(0)
    expect(shareOf(none[measure])).toBeNull()
  }
  const some = count([
    timeline(
      { number: 1 },
      returned('2026-03-03 09:00', '2026-03-03 18:00'),
      resolved('2026-03-05 10:00', false),
    ),
    timeline(
      { number: 2 },
      resolved('2026-03-03 10:00'),
      reopened('2026-03-03 12:00', '2026-03-06 12:00'),
    ),
  ])
  for (const measure of [...measures, ...quarrelMeasures]) {
    const { counted, outOf } = some[measure]
    if (outOf) expect(outOf).toEqual(expect.arrayContaining([...counted]))
  }
})
