import { expect, test } from 'vitest'
import { departmentCode, unitCode } from '../../../src/domain/ids.ts'
import { figuresOf } from '../../../src/domain/numbers/figures.ts'
import type { Scope } from '../../../src/domain/numbers/scope.ts'
import type { JointPart } from '../../../src/domain/petition/joint/joint-work.ts'
import { aBook, at } from '../../support/builders.ts'
import { resolved, timeline, until } from './told.ts'

const span = { from: at('2026-03-02 00:00'), until: at('2026-03-09 00:00') }
const department = (code: string): Scope => ({
  unit: unitCode('QS'),
  department: departmentCode(code),
})
const to = (code: string) => ({ kind: 'department', code: departmentCode(code) }) as const
const part = (id: number, code: string, due: string): JointPart => ({
  ...{ id, to: to(code), task: '清理', required: true, isCall: false },
  ...{ askedBy: null, askedAt: at('2026-03-02 10:00'), dueAt: at(due) },
  ...{ provisional: false, state: 'open' },
})
const asked = (...parts: JointPart[]) =>
  ({ kind: 'assistAsked', at: '2026-03-02 10:00', parts, call: null }) as const
const finished = (moment: string, id: number, code: string) => ({
  ...{ kind: 'partFinished' as const, at: moment, part: id, to: to(code) },
  ...{ result: '清了', photos: [], inTime: true },
})

const stories = until(
  '2026-03-09 00:00',
  // done in time, and one that is still owed and late
  timeline(
    { number: 1 },
    asked(part(1, 'SZ', '2026-03-04 18:00'), part(2, 'RQ', '2026-03-05 18:00')),
    finished('2026-03-04 10:00', 1, 'SZ'),
  ),
  // done, but late; then over
  timeline(
    { number: 2 },
    asked(part(1, 'SZ', '2026-03-04 18:00')),
    finished('2026-03-05 09:00', 1, 'SZ'),
    resolved('2026-03-05 10:00'),
  ),
  // owed, and not yet due
  timeline({ number: 3 }, asked(part(1, 'SZ', '2026-03-20 18:00'))),
)
const of = (scope: Scope) => {
  const { partsOpen, partsLate, ...others } = figuresOf({ stories, span, scope, book: aBook() })
  return { open: partsOpen, late: partsLate, others }
}

test('a part counts with the office that owes it, open and late, followed to its petitions', () => {
  expect(of(department('SZ')).open).toMatchObject({ size: 1, counted: [3], outOf: null })
  expect(of(department('SZ')).late).toMatchObject({ size: 1, counted: [2] })
  expect(of(department('RQ')).open).toMatchObject({ size: 1, counted: [1] })
  expect(of(department('RQ')).late).toMatchObject({ size: 1, counted: [1] })
  expect(of(department('WY1')).open.size).toBe(0)
})

test('for the street all parts count, each once', () => {
  const { open, late } = of({ unit: unitCode('QS') })
  expect(open).toMatchObject({ size: 2, counted: [1, 3] })
  expect(late).toMatchObject({ size: 2, counted: [1, 2] })
})

test('in the rates of who assists nothing of it counts', () => {
  const { others } = of(department('SZ'))
  expect(others.response.outOf).toEqual([])
  expect(others.overdue.outOf).toEqual([])
  expect(others.onTime.outOf).toEqual([])
})
