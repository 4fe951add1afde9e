import { dayOf, daysAfter, endOf } from '../deadlines/calendar.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { PersonId } from '../ids.ts'
import { mayDecideExtension } from '../people/above.ts'
import type { Actor } from '../people/roles.ts'
import { no, ok, type Result } from '../result.ts'
import { extensionOf } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { policyOf } from './dispatch.ts'
import type { Extended, PetitionEvent } from './event.ts'
import { type InHand, isInHand, type Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** More time is asked for before the limit, with a reason, and no more often or longer than the policy gives. */
export function extensionAsked(
  { days, reason }: Extract<Command, { kind: 'askExtension' }>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  if ((petition.extensions ?? 0) >= extensionOf(policyOf(petition, book)).times)
    return no({ kind: 'noMoreTime' })
  if (petition.extensionAsked) return no({ kind: 'alreadyDone' })
  if (who.at > petition.resolveDueAt) return no({ kind: 'limitMissed' })
  if (days !== null) {
    const extended = extendedBy(days, petition, who.at, book)
    if (!extended.ok) return extended
  }
  return ok({ kind: 'extensionAsked', ...who, days, reason })
}

export function extensionApproved(
  days: number | null,
  petition: Petition,
  by: Actor,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition) || !petition.extensionAsked) return no({ kind: 'nothingAsked' })
  if (!mayDecideExtension(by, petition, book)) return no({ kind: 'notYours' })
  const given = days ?? petition.extensionAsked.days
  if (given === null) return no({ kind: 'daysMissing' })
  const extended = extendedBy(given, petition, who.at, book)
  if (!extended.ok) return extended
  const { reason } = petition.extensionAsked
  return ok({ kind: 'extensionApproved', ...who, ...extended.value, reason })
}

export function extensionRefused(
  reason: string,
  petition: Petition,
  by: Actor,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition) || !petition.extensionAsked) return no({ kind: 'nothingAsked' })
  if (!mayDecideExtension(by, petition, book)) return no({ kind: 'notYours' })
  if (!reason.trim()) return no({ kind: 'reasonMissing' })
  return ok({ kind: 'extensionRefused', ...who, reason })
}

/** Ten years: longer than any policy gives, and short enough to be reckoned with. */
const mostDays = 3_660

/**
 * So many calendar days more, counted from the limit; from now where that has passed while nobody decided: the handler
 * asked in time. The longest that a policy gives ends with its day.
 */
export function extendedBy(
  days: number,
  petition: InHand,
  at: Date,
  book: Rulebook,
): Result<Omit<Extended, 'reason'>, Refusal> {
  if (!Number.isInteger(days) || days < 1) return no({ kind: 'daysMissing' })
  if (days > mostDays) return no({ kind: 'tooManyDays' })
  const { atMost } = extensionOf(policyOf(petition, book))
  const from = petition.resolveDueAt > at ? petition.resolveDueAt : at
  const longest = deadline(atMost, from, book.policies.officeHours, book.calendar)
  const resolveDueAt = endOf(daysAfter(dayOf(from), days))
  if (resolveDueAt > endOf(dayOf(longest.at))) return no({ kind: 'tooManyDays' })
  const { resolveDueAt: oldDueAt, provisional } = petition
  return ok({ days, oldDueAt, resolveDueAt, provisional })
}

/** Nobody waits longer than a year for the next word. */
const longestWait = 366

/** What was done so far, with the day on which there is more: both are said. */
export function interimAnswered(
  { text, day }: Extract<Command, { kind: 'answerInterim' }>,
  who: Who,
): Decision {
  if (!text.trim()) return no({ kind: 'reasonMissing' })
  const today = dayOf(who.at)
  if (day === null || day < today || day > daysAfter(today, longestWait))
    return no({ kind: 'dayMissing' })
  return ok({ kind: 'interimAnswered', ...who, text, day })
}

export const interimWatched = (missed: boolean, petition: Petition, who: Who): Decision =>
  isInHand(petition) && petition.interim
    ? ok({ kind: 'interimWatched', ...who, day: petition.interim.day, missed })
    : no({ kind: 'notNow' })

/** A machine that was off reminds of no limit that has passed meanwhile: whoever missed it hears so instead. */
export function reminded(
  { of, share }: Extract<Command, { kind: 'remind' }>,
  petition: Petition,
  who: Who,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  const dueAt = of === 'accept' ? petition.acceptDueAt : petition.resolveDueAt
  return who.at > dueAt ? no({ kind: 'limitMissed' }) : ok({ kind: 'reminded', ...who, of, share })
}
