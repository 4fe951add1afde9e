import { dayOf, endOf } from '../deadlines/calendar.ts'
import { type Deadline, deadline } from '../deadlines/deadline.ts'
import type { Limit } from '../deadlines/limit.ts'
import { dispatchTo } from '../petition/dispatch.ts'
import type { Dispatch } from '../petition/event.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { failures, isQuarrel, type Mediation } from './mediation.ts'
import type { MediationPolicy } from './mediation-policy.ts'
import { mediationOf } from './quarrel.ts'
import type { MediationDuty } from './step.ts'

/** What is owed in a quarrel, from when until when; `provisional`: as of any limit. */
export interface Owed {
  readonly of: MediationDuty
  readonly fromAt: Date
  readonly dueAt: Date
  readonly provisional: boolean
}

/** The clock of its category, also while it is an emergency: a fight is still a quarrel. Null where none is written. */
export const mediationPolicyOf = (
  petition: Pick<Petition, 'kind' | 'category'>,
  { categories, policies }: Rulebook,
): MediationPolicy | null => {
  const name = categories.find(({ code }) => code === petition.category)?.policy
  return (isQuarrel(petition) && name && policies.byName[name]?.mediation) || null
}

/** Where the limits of its mediation are written; '' where the street does not say. */
export const mediationSource = (
  { category }: Pick<Petition, 'category'>,
  { categories, policies }: Rulebook,
): string =>
  policies.byName[categories.find(({ code }) => code === category)?.policy ?? '']?.source ?? ''

/** Whether it lies with the centre to which quarrels are handed over. */
export const isAtCentre = (petition: Petition, policy: MediationPolicy | null): boolean =>
  'to' in petition && policy?.handOver !== undefined && petition.to.code === policy.handOver.to

/** What was handed over to the centre is its own from when it accepts: a whole limit runs from there. */
export function registersAtCentre(
  petition: Petition,
  at: Date,
  book: Rulebook,
): { readonly registers: Pick<Dispatch, 'resolveDueAt' | 'provisional'> } | null {
  const handed = petition.mediation?.handedOver
  if (!isInHand(petition) || !handed || handed.closedOffAt) return null
  if (!isAtCentre(petition, mediationPolicyOf(petition, book))) return null
  const { resolveDueAt, provisional } = dispatchTo(petition.to, '', petition, at, book)
  return { registers: { resolveDueAt, provisional } }
}

/** Everything that is owed in a quarrel as it stands, soonest first; of what has an end only what comes after it. */
export function owedIn(petition: Petition, book: Rulebook): readonly Owed[] {
  const policy = mediationPolicyOf(petition, book)
  if (!policy || petition.status === 'withdrawn') return []
  const mediation = mediationOf(petition)
  const owed = mediation.end
    ? afterwards(mediation, policy, book)
    : isInHand(petition) && !isAtCentre(petition, policy)
      ? untilItEnds(mediation, policy, book)
      : []
  return [...owed].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

function untilItEnds(mediation: Mediation, policy: MediationPolicy, book: Rulebook): Owed[] {
  const { openedAt, met, sessions, major, cameBackAt } = mediation
  const failed = failures(mediation)
  const lastFailed = failed.at(-1)?.heldAt
  const { meetParties, sessions: wanted, handOver, majorSameDay } = policy
  /** While it lay with the centre nobody else could do anything. */
  const since = (from: Date) => (cameBackAt && cameBackAt > from ? cameBackAt : from)
  return [
    ...(meetParties && !met ? [owed('meet', since(openedAt), meetParties, book)] : []),
    ...(wanted && sessions.length < wanted.atLeast
      ? [owed('sessions', since(openedAt), wanted.within, book)]
      : []),
    ...(handOver && lastFailed && failed.length >= handOver.afterFailedSessions
      ? [owed('handOver', since(lastFailed), handOver.within, book)]
      : []),
    ...(handOver && major && majorSameDay
      ? [
          until('handOverMajor', since(major.foundAt), {
            at: sameDay(since(major.foundAt)),
            provisional: false,
          }),
        ]
      : []),
  ]
}

function afterwards({ end, followUps }: Mediation, policy: MediationPolicy, book: Rulebook) {
  if (end?.kind !== 'settled') return []
  const { agreement, endedAt } = end
  const visit = policy.followUp.find(({ by }) => by === 'visit')
  const promised =
    agreement.performBy !== null && !agreement.performance?.kept
      ? [
          until('perform', endedAt, {
            at: endOf(agreement.performBy),
            provisional: false,
          }),
        ]
      : []
  const visited = followUps.some(({ by }) => by === 'visit')
  return [...promised, ...(visit && !visited ? [owed('visit', endedAt, visit.after, book)] : [])]
}

const sameDay = (at: Date): Date => endOf(dayOf(at))

const owed = (of: MediationDuty, from: Date, limit: Limit, book: Rulebook): Owed =>
  until(of, from, deadline(limit, from, book.policies.officeHours, book.calendar))

const until = (of: MediationDuty, fromAt: Date, { at, provisional }: Deadline): Owed => ({
  of,
  fromAt,
  dueAt: at,
  provisional,
})
