import { aftercareTimers } from '../aftercare/timers.ts'
import { dayOf, endOf, momentOf } from '../deadlines/calendar.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { Limit } from '../deadlines/limit.ts'
import { afterQuietHours } from '../deadlines/quiet-hours.ts'
import { mediationTimers } from '../mediation/mediation-timers.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Duty } from './command.ts'
import { policyOf } from './dispatch.ts'
import { jointTimers } from './joint/joint-timers.ts'
import type { InHand, Petition } from './petition.ts'
import { pressAgain } from './press-again.ts'
import { decisionTimers } from './pressing.ts'
import type { Timer } from './timer.ts'

/**
 * All that the clock may have to do with a petition as it stands: reminders before a limit, escalation after it, the
 * reminder of an unanswered survey and its end. Written anew with every step; what has fired never fires again, since
 * its key names its round.
 */
export function timersFor(petition: Petition, book: Rulebook): readonly Timer[] {
  return [...ownTimers(petition, book), ...mediationTimers(petition, book)]
}

function ownTimers(petition: Petition, book: Rulebook): readonly Timer[] {
  switch (petition.status) {
    case 'received':
      return [{ key: 'place', dueAt: petition.placeDueAt, command: { kind: 'stopWaiting' } }]
    case 'dispatched':
      return [
        ...dutyTimers('accept', petition, book),
        ...dutyTimers('resolve', petition, book),
        ...interimTimers(petition, book),
        ...decisionTimers(petition, book),
        ...jointTimers(petition, book),
      ]
    case 'handling':
      return [
        ...dutyTimers('resolve', petition, book),
        ...interimTimers(petition, book),
        ...decisionTimers(petition, book),
        ...jointTimers(petition, book),
      ]
    case 'resolved': {
      const { survey } = book.policies
      const after = (limit: Limit) => later(limit, petition.resolvedAt, book)
      const round = `${petition.reopenings}/survey`
      return [
        {
          key: `${round}/remind`,
          dueAt: after(survey.remindAfter),
          command: { kind: 'remindRating' },
        },
        {
          key: `${round}/close`,
          dueAt: after(survey.closeAfter),
          command: { kind: 'closeUnrated' },
        },
      ]
    }
    case 'closed':
      return aftercareTimers(petition, book)
    case 'withdrawn':
      return []
  }
}

function dutyTimers(of: Duty, petition: InHand, book: Rulebook): Timer[] {
  const policy = policyOf(petition, book)
  const dueAt = of === 'accept' ? petition.acceptDueAt : petition.resolveDueAt
  const told = toldAt(petition, policy.aroundTheClock, book)
  // once there is more time, what was the half of the old limit reminds of nothing
  const since = of === 'resolve' ? (petition.extendedAt ?? told) : told
  const from = Math.min(Math.max(told.getTime(), since.getTime()), dueAt.getTime())
  const round = `${petition.reopenings}/${of}/${(of === 'accept' ? petition.dispatchedAt : dueAt).toISOString()}`
  const reminders = policy.remindAt.map(
    (share): Timer => ({
      key: `${round}/remind/${share}`,
      dueAt: new Date(from + share * (dueAt.getTime() - from)),
      command: { kind: 'remind', of, share },
    }),
  )
  const escalations = policy.escalate.map(
    ({ after, to }): Timer => ({
      key: `${round}/overdue/${after.amount}${after.unit}/${to}`,
      dueAt: later(after, dueAt, book),
      command: { kind: 'escalate', of, after, to },
    }),
  )
  const last = escalations.reduce<Timer | undefined>(
    (latest, one) => (latest && latest.dueAt > one.dueAt ? latest : one),
    undefined,
  )
  const again = of === 'resolve' && last ? [pressAgain(last, round, petition, book)] : []
  return [...reminders, ...escalations, ...again]
}

/** In the morning of the day that was promised the handler is asked; when it is over without a word, others hear of it. */
function interimTimers({ interim, reopenings }: InHand, book: Rulebook): Timer[] {
  if (!interim) return []
  const { day, answeredAt } = interim
  const opening = book.policies.officeHours.map(({ from }) => from).sort()[0] ?? '09:00'
  const round = `${reopenings}/interim/${day}`
  const watch = (missed: boolean, dueAt: Date): Timer => ({
    key: `${round}/${missed ? 'missed' : 'due'}`,
    dueAt,
    command: { kind: 'watchInterim', missed },
  })
  const due = watch(false, momentOf(day, opening))
  return [...(dayOf(answeredAt) < day ? [due] : []), watch(true, endOf(day))]
}

/** Who was sent something by night reads of it in the morning: a reminder at the same hour would remind of nothing. */
const toldAt = ({ dispatchedAt }: InHand, aroundTheClock: boolean, { policies }: Rulebook): Date =>
  aroundTheClock ? dispatchedAt : afterQuietHours(dispatchedAt, policies.quietHours)

/** `0m` after a moment is that moment, in any unit. */
const later = (limit: Limit, from: Date, { policies, calendar }: Rulebook) =>
  limit.amount === 0 ? from : deadline(limit, from, policies.officeHours, calendar).at
