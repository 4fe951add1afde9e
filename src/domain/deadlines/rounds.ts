import { type PingPolicy, type PressingPolicies, pingPolicyOf } from '../street/pressing-policy.ts'
import { dayOf, daysAfter, momentOf } from './calendar.ts'
import type { DailyHours, TimeOfDay } from './limit.ts'
import { afterQuietHours } from './quiet-hours.ts'

/** When news is told together next, `from` included; null where nothing is gathered. */
export const nextDigest = (from: Date, { digestAt }: PingPolicy): Date | null =>
  firstOf(digestAt, from)

/** How many digests are still to come on the day of `at`. */
export const digestsLeft = (at: Date, { digestAt }: PingPolicy): number =>
  digestAt.filter((time) => momentOf(dayOf(at), time) > at).length

/** When what is too much for now may be told: with the next digest, or on the next day. */
export function afterThis(
  at: Date,
  policies: PressingPolicies & { readonly quietHours: DailyHours },
): Date {
  const later = new Date(at.getTime() + 1)
  const tomorrow = momentOf(daysAfter(dayOf(at), 1), '00:00')
  return nextDigest(later, pingPolicyOf(policies)) ?? afterQuietHours(tomorrow, policies.quietHours)
}

/** The next moment, after `at`, at which something is said on account of the time of day alone. */
export function nextRound(at: Date, policies: PressingPolicies): Date | null {
  const { digestAt, briefAt } = pingPolicyOf(policies)
  return firstOf([...digestAt, briefAt].sort(), new Date(at.getTime() + 1))
}

/** The first of the times of day that is not before `from`, today or tomorrow. */
function firstOf(times: readonly TimeOfDay[], from: Date): Date | null {
  const today = times.map((time) => momentOf(dayOf(from), time)).find((at) => at >= from)
  const [first] = times
  return today ?? (first ? momentOf(daysAfter(dayOf(from), 1), first) : null)
}
