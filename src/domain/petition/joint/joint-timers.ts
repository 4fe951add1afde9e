import { deadline } from '../../deadlines/deadline.ts'
import type { Limit } from '../../deadlines/limit.ts'
import { jointPolicyOf } from '../../street/policy.ts'
import type { Rulebook } from '../../street/rulebook.ts'
import type { InHand } from '../petition.ts'
import type { Timer } from '../timer.ts'
import { openCall, openParts } from './joint-work.ts'

/** Before they are to be there, those who are called are reminded. */
const beforeCallMs = 3_600_000
/** So much later than the hour nobody is called absent. */
const graceMs = 10 * 60_000

/** Each part has reminders and escalation of its own; a call that nobody concludes is asked after. */
export function jointTimers({ joint, reopenings }: InHand, book: Rulebook): Timer[] {
  const { remindAt, escalate, concludeWithin } = jointPolicyOf(book.policies)
  const ofParts = openParts(joint).flatMap(({ id, isCall, askedAt, dueAt }): Timer[] => {
    const round = `${reopenings}/part/${id}/${dueAt.toISOString()}`
    const length = dueAt.getTime() - askedAt.getTime()
    const reminder = (share: number, moment: number): Timer => ({
      key: `${round}/remind/${share}`,
      dueAt: new Date(moment),
      command: { kind: 'remindPart', part: id, share },
    })
    const soon = dueAt.getTime() - beforeCallMs
    const reminders = isCall
      ? soon > askedAt.getTime()
        ? [reminder(1, soon)]
        : []
      : remindAt.map((share) => reminder(share, askedAt.getTime() + share * length))
    return [
      ...reminders,
      ...escalate.map(
        ({ after, to }): Timer => ({
          key: `${round}/overdue/${after.amount}${after.unit}/${to}`,
          dueAt: later(after, isCall ? new Date(dueAt.getTime() + graceMs) : dueAt, book),
          command: { kind: 'escalatePart', part: id, after, to },
        }),
      ),
    ]
  })
  const call = openCall(joint)
  if (!call) return ofParts
  return [
    ...ofParts,
    {
      key: `${reopenings}/call/${call.meetAt.toISOString()}`,
      dueAt: later(concludeWithin, call.meetAt, book),
      command: { kind: 'watchCall' },
    },
  ]
}

/** `0m` after a moment is that moment. */
const later = (limit: Limit, from: Date, { policies, calendar }: Rulebook) =>
  limit.amount === 0 ? from : deadline(limit, from, policies.officeHours, calendar).at
