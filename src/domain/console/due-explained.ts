import { type Reckoning, reckoning } from '../deadlines/reckoning.ts'
import type { Duty } from '../petition/command.ts'
import { policyOf } from '../petition/dispatch.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { type InHand, isInHand } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** Why a limit ends when it does. */
export type DueExplained =
  | { readonly kind: 'counted'; readonly reckoning: Reckoning; readonly source: string }
  /** It got more time. */
  | { readonly kind: 'extended'; readonly days: number; readonly oldDueAt: Date; readonly at: Date }
  /** It was promised before it came into these hands, under rules that are not told any more. */
  | { readonly kind: 'promised' }

/** The newest step that set the limit which holds, with how it was counted. */
export function dueExplained(
  of: Duty,
  petition: InHand,
  timeline: readonly PetitionEvent[],
  book: Rulebook,
): DueExplained {
  const due = of === 'accept' ? petition.acceptDueAt : petition.resolveDueAt
  const { officeHours } = book.policies
  for (const event of [...timeline].reverse()) {
    if (of === 'resolve' && event.kind === 'extensionApproved' && same(event.resolveDueAt, due))
      return { kind: 'extended', days: event.days, oldDueAt: event.oldDueAt, at: event.at }
    if (!setsLimits(event)) continue
    const counted = reckoning(policyOf(petition, book)[of], event.at, officeHours, book.calendar)
    if (same(counted.at, due))
      return { kind: 'counted', reckoning: counted, source: petition.limitSource ?? '' }
  }
  return { kind: 'promised' }
}

const same = (a: Date, b: Date): boolean => a.getTime() === b.getTime()

function setsLimits(event: PetitionEvent): boolean {
  switch (event.kind) {
    case 'registered':
      return isInHand(event.petition)
    case 'amended':
    case 'corrected':
    case 'concealed':
      return event.redispatch !== null
    case 'accepted':
      return event.registers !== undefined
    case 'mediated':
      return event.dispatch !== undefined
    default:
      return 'resolveDueAt' in event
  }
}
