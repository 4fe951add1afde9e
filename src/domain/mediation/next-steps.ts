import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isAtCentre, mediationPolicyOf } from './duties.ts'
import { bothAgree, failures, somebodyRefuses } from './mediation.ts'
import { mediationOf } from './quarrel.ts'

/** What may be done next in a quarrel, offered to who mediates it. */
export type NextStep =
  | 'askConsent'
  | 'appoint'
  | 'meet'
  | 'hold'
  | 'settle'
  | 'handOver'
  | 'fail'
  | 'perform'
  | 'visit'
  | 'confirm'

/** The steps that make sense now, the nearest first, three at most. */
export function nextSteps(petition: Petition, book: Rulebook): readonly NextStep[] {
  const mediation = mediationOf(petition)
  const { end, met, appointment, handedOver, major } = mediation
  if (end) return end.kind === 'settled' ? afterSettlement(mediation, end) : []
  const policy = mediationPolicyOf(petition, book)
  const atCentre = isAtCentre(petition, policy)
  if (atCentre && handedOver && !handedOver.closedOffAt) return []
  if (somebodyRefuses(mediation)) return ['fail', 'askConsent']
  const wanted = policy?.handOver?.afterFailedSessions
  const mayHandOver =
    !atCentre && wanted !== undefined && (major || failures(mediation).length >= wanted)
  if (mayHandOver) return ['handOver', 'settle']
  if (!bothAgree(mediation)) return [...(met ? [] : (['meet'] as const)), 'askConsent']
  if (appointment) return ['settle', 'hold']
  return ['appoint', 'settle', ...(atCentre ? (['fail'] as const) : (['hold'] as const))]
}

function afterSettlement(
  { followUps }: ReturnType<typeof mediationOf>,
  { agreement }: Extract<NonNullable<ReturnType<typeof mediationOf>['end']>, { kind: 'settled' }>,
): NextStep[] {
  return [
    ...(agreement.performance?.kept ? [] : (['perform'] as const)),
    ...(agreement.confirmation || agreement.performance?.kept ? [] : (['confirm'] as const)),
    ...(followUps.some(({ by }) => by === 'visit') ? [] : (['visit'] as const)),
  ]
}
