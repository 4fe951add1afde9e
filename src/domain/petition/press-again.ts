import { dayOf, daysAfter, endOf, nextWorkingMoment } from '../deadlines/calendar.ts'
import type { DailyHours } from '../deadlines/limit.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { InHand } from './petition.ts'
import type { Timer } from './timer.ts'

const usualHours: readonly DailyHours[] = [{ from: '09:00', to: '17:00' }]

/**
 * What is late beyond the last step of its policy is pressed again a week later, when offices open, and so on: whatever
 * is in somebody's hands has a next date until it is answered. `last` is the policy's own last step.
 */
export function pressAgain(
  last: Timer,
  round: string,
  { pressedAt, resolveDueAt }: InHand,
  { policies, calendar }: Rulebook,
): Timer {
  const from = pressedAt && pressedAt > last.dueAt ? pressedAt : last.dueAt
  const hours = policies.officeHours.length > 0 ? policies.officeHours : usualHours
  const dueAt = nextWorkingMoment(endOf(daysAfter(dayOf(from), 6)), hours, calendar)
  const daysLate = Math.floor((dueAt.getTime() - resolveDueAt.getTime()) / dayMs)
  const to = last.command.kind === 'escalate' ? last.command.to : 'street_supervisor'
  return {
    key: `${round}/overdue/again/${dayOf(from)}`,
    dueAt,
    command: { kind: 'escalate', of: 'resolve', after: { amount: daysLate, unit: 'days' }, to },
  }
}

const dayMs = 24 * 3_600_000
