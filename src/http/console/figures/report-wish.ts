import { owedAt, owedBy } from '../../../domain/numbers/owed.ts'
import { type Period, periodNamed, periodOf } from '../../../domain/numbers/period.ts'
import {
  formsOf,
  periodKindOf,
  type ReportForm,
  type ReportKind,
  reportKinds,
} from '../../../domain/numbers/report.ts'
import { isWithin, type Scope } from '../../../domain/numbers/scope.ts'
import type { Staff } from '../../../domain/people/roles.ts'
import { no, ok, type Result } from '../../../domain/result.ts'
import { streetOf } from '../../../domain/routing/route.ts'
import type { Rulebook, UnitKind } from '../../../domain/street/rulebook.ts'
import type { OneReport } from '../../../flows/ports/report-files.ts'
import { reportWords } from '../../../texts/reports/measure-words.ts'
import type { Visit } from '../visit.ts'
import { unitsOf } from './asked.ts'

/** A report as an address or a form asks for it, not yet understood: of a period, or of the one in which a day lies. */
export type ReportWish = Readonly<
  Partial<Record<'kind' | 'whose' | 'period' | 'day' | 'form', string>>
>

/** Whose reports somebody may fetch: their unit and what lies in it; of the whole street the departments, too. */
export const whoseReports = (
  staff: Staff,
  book: Rulebook,
): readonly { readonly code: string; readonly name: string; readonly kind?: UnitKind }[] => [
  ...unitsOf(staff, book),
  ...(staff.unit === streetOf(book)
    ? book.departments.map(({ code, name }) => ({ code, name }))
    : []),
]

/** What should have been handed in by now by units in somebody's scope. */
export function owedTo({ staff, book, now }: Visit): readonly OneReport[] {
  return owedAt(now).flatMap(({ kind, period }) =>
    owedBy(kind, book)
      .filter(({ unit }) => isWithin(unit, staff.unit, book))
      .map((scope) => ({ kind, period, scope })),
  )
}

/**
 * The report and the form that are wished for. Refuses with `notFound` whose it is not theirs to see, and with a sentence
 * what cannot be written.
 */
export function wished(
  wish: ReportWish,
  { staff, book, now }: Visit,
): Result<{ readonly report: OneReport; readonly form: ReportForm }, 'notFound' | string> {
  const kind = reportKinds.find((one) => one === wish.kind)
  const scope = scopeIn(wish.whose ?? staff.unit, staff, book)
  if (!kind || !scope) return no('notFound')
  const form = formsOf[kind].find((one) => one === wish.form)
  if (!form)
    return no(
      `${reportWords[kind]}没有这种格式，请取${formsOf[kind][0] === 'docx' ? ' Word' : ' Excel'}。`,
    )
  const period = periodIn(wish, kind)
  if (!period) return no('没有这一天，请选一个日期。')
  if (period.from > now) return no('这一期还没有开始，请选今天或更早的一天。')
  return ok({ report: { kind, period, scope }, form })
}

function periodIn({ period, day }: ReportWish, kind: ReportKind): Period | null {
  if (period !== undefined) return periodNamed(periodKindOf[kind], period)
  const named = periodNamed('day', day ?? '')
  return named && periodOf(periodKindOf[kind], named.from)
}

function scopeIn(code: string, staff: Staff, book: Rulebook): Scope | null {
  if (!whoseReports(staff, book).some((one) => one.code === code)) return null
  const unit = book.units.find((one) => one.code === code)
  if (unit) return { unit: unit.code }
  const department = book.departments.find((one) => one.code === code)
  return department ? { unit: streetOf(book), department: department.code } : null
}
