import type { Period } from '../../domain/numbers/period.ts'
import type { ReportForm, ReportKind } from '../../domain/numbers/report.ts'
import type { Scope } from '../../domain/numbers/scope.ts'

/** A report of a unit or a department over a period. */
export interface OneReport {
  readonly kind: ReportKind
  readonly period: Period
  readonly scope: Scope
}

/** Reports as the files that people hand in. */
export interface ReportFiles {
  /** The report with the numbers of this moment; `form` must be one of its kind's. */
  write(report: OneReport, form: ReportForm): Promise<Uint8Array>
  /** `weekly-2026-W12-QS-XF.xlsx` */
  nameOf(report: OneReport, form: ReportForm): string
  /** When the file that was owed was laid down; null: it is not there. */
  writtenAt(report: OneReport, form: ReportForm): Promise<Date | null>
}
