import type { PeriodKind } from '../../domain/numbers/period.ts'

/** The period that is running, as people say it. */
export const periodKindWords: Readonly<Record<PeriodKind, string>> = {
  day: '今日',
  week: '本周',
  half: '本半月',
  month: '本月',
  quarter: '本季度',
}
