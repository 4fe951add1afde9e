import { deadline } from '../deadlines/deadline.ts'
import type { PersonId } from '../ids.ts'
import { askedToDecide, nextToDecide } from '../people/above.ts'
import { holders } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import { approvalPolicyOf, urgingPolicyOf } from '../street/pressing-policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { policyOf } from './dispatch.ts'
import type { PetitionEvent } from './event.ts'
import type { Standing } from './lifecycle.ts'
import { type InHand, isInHand, type Petition, petitioners, type Urging } from './petition.ts'
import type { Refusal } from './refusal.ts'
import type { Timer } from './timer.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** Those above press as they like; a household's urging is passed on once in so long. */
export function urged(
  petition: Petition,
  is: ReadonlySet<Standing>,
  who: Who,
  book: Rulebook,
): Decision {
  const isAbove = is.has('dispatcher') || is.has('supervisor')
  if (!isAbove && who.by && urgedLately(petition, who.by, who.at, book))
    return no({ kind: 'urgedAlready' })
  return ok({ kind: 'urged', ...who })
}

/** Whether somebody's household pressed so shortly ago that handlers need not hear of it again. */
export function urgedLately(petition: Petition, by: PersonId, at: Date, book: Rulebook): boolean {
  const household = householdOf(by, petition)
  return lately(petition, at, book).some((urging) => urging.household === household)
}

/** The households that pressed lately. */
export const urgingHouseholds = (petition: Petition, at: Date, book: Rulebook): number =>
  new Set(lately(petition, at, book).map(({ household }) => household)).size

function lately(petition: Petition, at: Date, { policies, calendar }: Rulebook): readonly Urging[] {
  const { within } = urgingPolicyOf(policies)
  const urgings = isInHand(petition) ? (petition.urgings ?? []) : []
  return urgings.filter(
    (urging) => deadline(within, urging.at, policies.officeHours, calendar).at > at,
  )
}

/** Remembered as long as it is in the same hands, the last of each household. */
export function withUrging(petition: Petition, { by, at }: Who): Petition {
  if (!isInHand(petition) || by === null) return petition
  const household = householdOf(by, petition)
  if (household === undefined) return petition
  const others = (petition.urgings ?? []).filter((urging) => urging.household !== household)
  return { ...petition, urgings: [...others, { household, at }] }
}

const householdOf = (person: PersonId, petition: Petition): string | undefined =>
  petitioners(petition).find((one) => one.person === person)?.household

/** The highest level of supervision (督办) that has a name of its own. */
const highest = 3

/** A missed limit goes up: which level of the policy it is, and who is told. */
export function escalated(
  { of, after, to }: Extract<Command, { kind: 'escalate' }>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  const { escalate } = policyOf(petition, book)
  const step = escalate.findIndex(
    (one) => one.to === to && one.after.amount === after.amount && one.after.unit === after.unit,
  )
  const level = Math.min(highest, step === -1 ? Math.max(escalate.length, 1) : step + 1)
  const told = holders(to, petition, book).map(({ id }) => id)
  return ok({ kind: 'escalated', ...who, of, after, to, level, told })
}

/** Who leaves a wish for more time undecided is asked again; at last those above them, too. */
export function decisionPressed(
  raised: boolean,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition) || !petition.extensionAsked) return no({ kind: 'nothingAsked' })
  const asked = askedToDecide(petition, book)
  const told = [...asked, ...(raised ? nextToDecide(petition, book) : [])].map(({ id }) => id)
  return ok({ kind: 'decisionPressed', ...who, raised, told: [...new Set(told)] })
}

/** When a decision on more time is pressed for; the second time those above hear of it. */
export function decisionTimers(petition: InHand, { policies, calendar }: Rulebook): Timer[] {
  const { extensionAsked: asked, reopenings } = petition
  if (!asked) return []
  const { pressAfter, raiseAfter } = approvalPolicyOf(policies)
  return ([false, true] as const).map((raised) => ({
    key: `${reopenings}/decision/${asked.askedAt.toISOString()}/${raised ? 'raised' : 'pressed'}`,
    dueAt: deadline(raised ? raiseAfter : pressAfter, asked.askedAt, policies.officeHours, calendar)
      .at,
    command: { kind: 'pressDecision', raised },
  }))
}
