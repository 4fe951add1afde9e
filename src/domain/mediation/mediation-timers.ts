import { dayOf, daysAfter, endOf, momentOf } from '../deadlines/calendar.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { Day, Limit } from '../deadlines/limit.ts'
import type { Petition } from '../petition/petition.ts'
import type { Timer } from '../petition/timer.ts'
import type { Policy } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { mediationPolicyOf, type Owed, owedIn } from './duties.ts'
import { mediationOf } from './quarrel.ts'
import type { ClockStep } from './step.ts'

/** A court confirms an agreement that both ask for within thirty days (《人民调解法》第33条). */
const confirmationDays = 30
/** They are told once more so many days before. */
const confirmationWarning = 7
const outcomeAskedAfterMs = 2 * 3_600_000

/**
 * All that the clock may have to do with a quarrel as it stands: reminders of what is owed and those above after it, the
 * day of a meeting, the questions whether a settlement lasts. Empty for anything but a quarrel with a clock of its own.
 */
export function mediationTimers(petition: Petition, book: Rulebook): readonly Timer[] {
  const rules = mediationPolicyOf(petition, book)
  if (!rules || petition.status === 'withdrawn' || petition.status === 'received') return []
  const name = book.categories.find(({ code }) => code === petition.category)?.policy ?? ''
  const policy = book.policies.byName[name]
  const { openedAt, appointment, end, followUps } = mediationOf(petition)
  const round = `${petition.reopenings}/mediation/${openedAt.toISOString()}`
  const timer = (key: string, dueAt: Date, step: ClockStep): Timer => ({
    key: `${round}/${key}`,
    dueAt,
    command: { kind: 'mediate', step },
  })
  const opening = book.policies.officeHours.map(({ from }) => from).sort()[0] ?? '09:00'
  const morning = (day: Day) => momentOf(day, opening)
  const later = (limit: Limit, from: Date): Date =>
    limit.amount === 0 ? from : deadline(limit, from, book.policies.officeHours, book.calendar).at

  /** Who has a meeting in time need not be told to have one. */
  const isArranged = ({ of, dueAt }: Owed): boolean =>
    (of === 'meet' || of === 'sessions') && appointment !== undefined && appointment.heldAt <= dueAt

  const ofDuty = (owed: Owed, { remindAt, escalate }: Policy): Timer[] => {
    const { of, fromAt, dueAt } = owed
    const key = `${of}/${dueAt.toISOString()}`
    const asked = isAfterwards(owed)
      ? [timer(`${key}/remind/day`, morning(dayOf(dueAt)), { kind: 'remind', of, share: 1 })]
      : (isArranged(owed) ? [] : remindAt).map((share) =>
          timer(
            `${key}/remind/${share}`,
            new Date(fromAt.getTime() + share * (dueAt.getTime() - fromAt.getTime())),
            { kind: 'remind', of, share },
          ),
        )
    const told = escalate.map(({ after, to }) =>
      timer(`${key}/overdue/${after.amount}${after.unit}/${to}`, later(after, dueAt), {
        kind: 'escalate',
        ...{ of, after, to },
      }),
    )
    return [...asked, ...told]
  }

  const ofAppointment = (): Timer[] => {
    if (!appointment || end) return []
    const { heldAt } = appointment
    const key = `appointment/${heldAt.toISOString()}`
    return [
      timer(`${key}/near`, nearOf(heldAt, morning(dayOf(heldAt))), { kind: 'appointmentNear' }),
      timer(`${key}/outcome`, new Date(heldAt.getTime() + outcomeAskedAfterMs), {
        kind: 'askOutcome',
      }),
    ]
  }

  const ofSettlement = (): Timer[] => {
    if (end?.kind !== 'settled') return []
    const asked = followUps.some(({ by }) => by === 'message')
    const messages = asked ? [] : rules.followUp.filter(({ by }) => by === 'message')
    const warned = daysAfter(dayOf(end.endedAt), confirmationDays - confirmationWarning)
    const isOver = end.agreement.confirmation || end.agreement.performance?.kept
    return [
      ...messages.map(({ after }) =>
        timer('lasts', morning(dayOf(later(after, end.endedAt))), { kind: 'askWhetherItLasts' }),
      ),
      ...(isOver ? [] : [timer('confirmation', morning(warned), { kind: 'confirmationNear' })]),
    ]
  }

  return [
    ...(policy ? owedIn(petition, book).flatMap((owed) => ofDuty(owed, policy)) : []),
    ...ofAppointment(),
    ...ofSettlement(),
  ]
}

const isAfterwards = ({ of }: Owed): boolean => of === 'perform' || of === 'visit'

/** In the morning of its day; what begins before offices open, or soon after, an hour before. */
const nearOf = (heldAt: Date, morning: Date): Date =>
  new Date(Math.min(morning.getTime(), heldAt.getTime() - 3_600_000))

/** The last day on which both may ask a court to confirm their agreement. */
export const confirmableUntil = (settledAt: Date): Date =>
  endOf(daysAfter(dayOf(settledAt), confirmationDays))
