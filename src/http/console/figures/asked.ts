import type { DepartmentCode, UnitCode } from '../../../domain/ids.ts'
import type { Group } from '../../../domain/numbers/groups.ts'
import { groupsOf } from '../../../domain/numbers/groups.ts'
import {
  type Period,
  type PeriodKind,
  periodKinds,
  periodNamed,
  periodOf,
  type Span,
} from '../../../domain/numbers/period.ts'
import { isWithin, type Scope } from '../../../domain/numbers/scope.ts'
import type { Staff } from '../../../domain/people/roles.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Visit } from '../visit.ts'

/** Whose numbers of when somebody asks for, and may see. */
export interface Asked {
  readonly unit: UnitCode
  readonly department: DepartmentCode | null
  readonly period: Period
}

/** How an address says it: no unit: one's own; no period: the one that is running. */
export type Query = Readonly<Record<string, string | undefined>>

/** Null where the address names what is not there, or what is not theirs. */
export function askedBy({ c, staff, book, now }: Visit, kind: PeriodKind = 'week'): Asked | null {
  const { unit: code, department: said, period: name } = c.req.query() as Query
  const unit = code ? unitsOf(staff, book).find((one) => one.code === code)?.code : staff.unit
  const department = said ? book.departments.find((one) => one.code === said)?.code : null
  const period = name ? named(name) : periodOf(kind, now)
  if (!unit || department === undefined || !period || period.from > now) return null
  return { unit, department, period }
}

/** Streets, communities and grids whose numbers somebody may see: their own unit and what lies in it. */
export const unitsOf = (staff: Staff, book: Rulebook) =>
  book.units.filter(
    ({ code, kind }) => kind !== 'household_group' && isWithin(code, staff.unit, book),
  )

const named = (name: string): Period | null =>
  periodKinds.flatMap((kind) => periodNamed(kind, name) ?? [])[0] ?? null

export const scopeOf = ({ unit, department }: Asked): Scope => ({
  unit,
  ...(department !== null && { department }),
})

/** The part of the period that is over. */
export const spanOf = ({ period }: Asked, now: Date): Span => ({
  from: period.from,
  until: now < period.until ? now : period.until,
})

/** A part of what is asked for, by its name in an address; undefined where there is no such part. */
export function groupNamed(name: string, asked: Asked, book: Rulebook): Group | undefined {
  const scope = scopeOf(asked)
  return (['place', 'department', 'category'] as const)
    .flatMap((by) => groupsOf(scope, by, book))
    .find((group) => groupKey(group) === name)
}

export function groupKey({ name }: Group): string {
  switch (name.kind) {
    case 'unit':
    case 'department':
      return `${name.kind}:${name.code}`
    case 'category':
      return `category:${name.level1}`
    case 'unplaced':
    case 'confidential':
      return name.kind
  }
}

/** `/console/figures/…` for the same unit and period, with what else is said. */
export function addressOf(path: string, { unit, department, period }: Asked, more: Query = {}) {
  const query = new URLSearchParams({
    unit,
    ...(department !== null && { department }),
    period: period.name,
  })
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value)
  return `/console/figures${path}?${query}`
}
