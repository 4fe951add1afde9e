/** A time limit as a policy states it, e.g. 5 working days. */
export interface Limit {
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'workingHours' | 'days' | 'workingDays'
}

/** A day in Beijing, written `2026-10-01`. */
export type Day = `${number}-${number}-${number}`

/** What the State Council has published: weekdays off, and weekends worked to make up for them (调休). */
export interface Calendar {
  /** Years whose holidays are loaded; days of any other year are provisional. */
  readonly years: readonly number[]
  readonly holidays: readonly Day[]
  readonly makeUpDays: readonly Day[]
}

/** A time of day in Beijing, `07:30`. */
export type TimeOfDay = `${number}:${number}`

export interface DailyHours {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
}
