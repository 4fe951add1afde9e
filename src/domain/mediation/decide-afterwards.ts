import type { Petition } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import { no, ok, type Result } from '../result.ts'
import type { MediationFact, PeoplesStep } from './step.ts'

/** What is said of a settlement once there is one: whether it was kept, how the visit went, what a court is asked for. */
export function decideAfterwards(
  step: Extract<PeoplesStep, { kind: 'perform' | 'visit' | 'confirm' }>,
  { mediation }: Petition,
): Result<MediationFact, Refusal> {
  if (mediation?.end?.kind !== 'settled') return no({ kind: 'notNow' })
  const { performance, confirmation } = mediation.end.agreement
  switch (step.kind) {
    case 'perform':
      return performance?.kept && step.kept ? no({ kind: 'alreadyDone' }) : ok(step)
    case 'visit':
      return step.text.trim() ? ok(step) : no({ kind: 'resultMissing' })
    case 'confirm':
      return confirmation?.applied === step.applied ? no({ kind: 'alreadyDone' }) : ok(step)
  }
}
