import { streetOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { lastEnded, type Period } from './period.ts'
import { periodKindOf, type ReportKind, reportKinds } from './report.ts'
import type { Scope } from './scope.ts'

/** Who hands a report in: each community its weekly summary, each department its register, the street the others. */
export function owedBy(kind: ReportKind, book: Rulebook): Scope[] {
  const unit = streetOf(book)
  switch (kind) {
    case 'weekly':
      return book.units
        .filter((one) => one.kind === 'community' || one.kind === 'village')
        .map(({ code }) => ({ unit: code }))
    case 'register':
      return book.departments.map(({ code }) => ({ unit, department: code }))
    case 'daily':
    case 'monthly':
    case 'quarterly':
      return [{ unit }]
  }
}

/** What should have been handed in by a moment: of each kind the last period that is over. */
export const owedAt = (now: Date): { readonly kind: ReportKind; readonly period: Period }[] =>
  reportKinds.map((kind) => ({ kind, period: lastEnded(periodKindOf[kind], now) }))

/** Whose report a code asks for: a street, community, village or grid, or a department of the street. */
export function scopeOf(code: string, book: Rulebook): Scope | null {
  const unit = book.units.find((one) => one.code === code && one.kind !== 'household_group')
  if (unit) return { unit: unit.code }
  const department = book.departments.find((one) => one.code === code)
  return department ? { unit: streetOf(book), department: department.code } : null
}
