/** An hour in which something was said in a group. */
export interface SpokenHour {
  /** Its beginning. */
  readonly hourAt: Date
  readonly messages: number
  readonly lastAt: Date
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const beijingMs = 8 * hourMs

/** A group is judged only once we know a week of it, and only where so much is said a day on average. */
const leastDays = 7
const leastADay = 12
/** Even where somebody always spoke at this hour, a holiday may come. */
const surest = 0.9
/**
 * How unlikely a silence must be, as the negative natural logarithm of its chance. Measured on simulated weeks with
 * bursts, slack days and a holiday (tests/domain/gaps/silence.test.ts).
 */
const limit = 15

/**
 * Since when a group is more silent than it ever is of itself; null: it is not, or too little is known of it. `hours`: those
 * of the last weeks in which something was said; `deafUntil`: end of the last time in which we could not hear it. Each hour
 * of the day, on working days and on weekends, has its own chance that nobody speaks, learnt from the group itself.
 */
export function silentSince(
  hours: readonly SpokenHour[],
  deafUntil: Date | null,
  now: Date,
): Date | null {
  const first = Math.min(...hours.map(({ hourAt }) => hourAt.getTime()))
  const last = Math.max(...hours.map(({ lastAt }) => lastAt.getTime()))
  const days = (last - first) / dayMs
  const messages = hours.reduce((sum, hour) => sum + hour.messages, 0)
  if (!(days >= leastDays) || messages / days < leastADay) return null
  const spoken = new Map<string, number>()
  for (const { hourAt } of hours) count(spoken, kindOf(hourAt.getTime()))
  const had = new Map<string, number>()
  for (let hour = first; hour <= last; hour += hourMs) count(had, kindOf(hour))
  let surprise = 0
  for (let from = Math.max(last, deafUntil?.getTime() ?? 0); from < now.getTime(); ) {
    const to = Math.min(now.getTime(), (Math.floor(from / hourMs) + 1) * hourMs)
    const kind = kindOf(from)
    const chance = ((spoken.get(kind) ?? 0) + 0.5) / ((had.get(kind) ?? 0) + 2)
    surprise -= Math.log(1 - Math.min(surest, chance)) * ((to - from) / hourMs)
    from = to
  }
  return surprise >= limit ? new Date(last) : null
}

const count = (counts: Map<string, number>, kind: string) =>
  counts.set(kind, (counts.get(kind) ?? 0) + 1)

/** The hour of the day in Beijing, on a working day or a weekend. */
function kindOf(moment: number): string {
  const there = new Date(moment + beijingMs)
  const isWeekend = there.getUTCDay() % 6 === 0
  return `${isWeekend ? 'weekend' : 'week'}/${there.getUTCHours()}`
}
