import { dayOf, daysAfter, momentOf } from '../domain/deadlines/calendar.ts'
import type { Span } from '../domain/numbers/period.ts'
import type { PingFigure } from '../domain/numbers/report.ts'
import { pingPolicyOf } from '../domain/street/pressing-policy.ts'
import type { Desk } from './ports.ts'

/** How often staff were called by what can wait, in the days of a span up to now: each day by itself. */
export async function pingFigure(
  { from, until }: Span,
  { outbox, rulebooks, clock }: Pick<Desk, 'outbox' | 'rulebooks' | 'clock'>,
): Promise<PingFigure> {
  const { staff, policies } = await rulebooks.current()
  const people = staff.map(({ id }) => id)
  const ends = new Date(Math.min(until.getTime(), clock().getTime()))
  const called = new Set<string>()
  let [messages, most] = [0, 0]
  for (let day = dayOf(from); momentOf(day, '00:00') < ends; day = daysAfter(day, 1)) {
    const next = momentOf(daysAfter(day, 1), '00:00')
    for (const [person, count] of await outbox.pings(people, momentOf(day, '00:00'), next)) {
      called.add(person)
      messages += count
      most = Math.max(most, count)
    }
  }
  return { people: called.size, messages, most, perDay: pingPolicyOf(policies).perDay }
}
