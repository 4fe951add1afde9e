import type { PeoplesStep } from '../mediation/step.ts'
import type { MediationLack } from '../notices/mediation-news.ts'

/** What a mediator says of a quarrel: a step, that the centre registers it, or words that lack something. */
export type SaidOfQuarrel =
  | { readonly kind: 'step'; readonly step: PeoplesStep }
  | { readonly kind: 'registered' }
  | { readonly kind: 'lacks'; readonly lack: MediationLack }

export const step = (of: PeoplesStep): SaidOfQuarrel => ({ kind: 'step', step: of })
export const lacks = (lack: MediationLack): SaidOfQuarrel => ({ kind: 'lacks', lack })
