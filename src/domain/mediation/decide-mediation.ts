import type { PersonId } from '../ids.ts'
import { dispatchTo } from '../petition/dispatch.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { Standing } from '../petition/lifecycle.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { decideAfterwards } from './decide-afterwards.ts'
import { decideByClock } from './decide-by-clock.ts'
import { isAtCentre, mediationPolicyOf } from './duties.ts'
import { bothAgree, failures, isQuarrel, type Session } from './mediation.ts'
import { mediationOf } from './quarrel.ts'
import type { MediationFact, MediationStep } from './step.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}

/**
 * What follows from a step of mediation.
 *
 * Refuses with `noQuarrel` for any other matter, `notYours` to a petitioner but for the own consent, `consentMissing` where
 * both sides must agree and do not, `notNow` for what has an end or has none yet, `sessionsMissing` for a hand-over before
 * enough sessions failed, `destinationUnknown` where no centre is written down, `resultMissing` and `reasonMissing` where
 * words are lacking, `timePassed` for a meeting in the past.
 */
export function mediated(
  step: MediationStep,
  petition: Petition,
  is: ReadonlySet<Standing>,
  who: Who,
  book: Rulebook,
): Result<PetitionEvent, Refusal> {
  if (!isQuarrel(petition)) return no({ kind: 'noQuarrel' })
  if (!maySay(step, petition, is, who)) return no({ kind: 'notYours' })
  const happens = (fact: MediationFact) => ok({ kind: 'mediated', ...who, step: fact } as const)
  switch (step.kind) {
    case 'remind':
    case 'escalate':
    case 'appointmentNear':
    case 'askOutcome':
    case 'askWhetherItLasts':
    case 'confirmationNear': {
      const due = decideByClock(step, petition, book)
      return due.ok ? happens(due.value) : due
    }
    case 'perform':
    case 'visit':
    case 'confirm': {
      const told = decideAfterwards(step, petition)
      return told.ok ? happens(told.value) : told
    }
    default:
      return isInHand(petition) && !petition.mediation?.end
        ? inCourse(step, petition, who, book)
        : no({ kind: 'notNow' })
  }
}

type InCourse = Exclude<
  MediationStep,
  {
    kind:
      | 'remind'
      | 'escalate'
      | 'appointmentNear'
      | 'askOutcome'
      | 'askWhetherItLasts'
      | 'confirmationNear'
      | 'perform'
      | 'visit'
      | 'confirm'
  }
>

function inCourse(
  step: InCourse,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Result<PetitionEvent, Refusal> {
  const { by, at } = who
  if (by === null) return no({ kind: 'notYours' })
  const mediation = mediationOf(petition)
  const happens = (fact: MediationFact) => ok({ kind: 'mediated', ...who, step: fact } as const)
  const session = (outcome: Session['outcome'], record: string): Session => {
    const { appointment } = mediation
    const isThat = appointment && appointment.heldAt <= at
    return {
      heldAt: isThat ? appointment.heldAt : at,
      place: isThat ? appointment.place : '',
      mediator: by,
      outcome,
      record,
    }
  }
  switch (step.kind) {
    case 'consent':
      return happens(step)
    case 'party':
      return step.called.trim() ? happens(step) : no({ kind: 'resultMissing' })
    case 'appoint':
      if (!bothAgree(mediation)) return no({ kind: 'consentMissing' })
      return step.heldAt > at ? happens(step) : no({ kind: 'timePassed' })
    case 'met':
      return happens(step)
    case 'hold':
      if (!bothAgree(mediation)) return no({ kind: 'consentMissing' })
      if (!step.record.trim()) return no({ kind: 'resultMissing' })
      return happens({ kind: 'hold', session: session(step.outcome, step.record) })
    case 'settle':
      if (!bothAgree(mediation)) return no({ kind: 'consentMissing' })
      if (!step.content.trim()) return no({ kind: 'resultMissing' })
      return happens({ ...step, session: session('settled', step.content) })
    case 'major':
      if (mediation.major) return no({ kind: 'alreadyDone' })
      return step.reason.trim() ? happens(step) : no({ kind: 'reasonMissing' })
    case 'handOver':
      return handedOver(step, petition, who, book)
    case 'fail':
      return step.reason.trim() ? happens(step) : no({ kind: 'reasonMissing' })
    case 'inProcedure':
      return step.reference.trim() ? happens(step) : no({ kind: 'resultMissing' })
  }
}

/** To the centre, with its own limits: after enough failures, or at once what is major. */
function handedOver(
  step: Extract<MediationStep, { kind: 'handOver' }>,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Result<PetitionEvent, Refusal> {
  const policy = mediationPolicyOf(petition, book)
  const handOver = policy?.handOver
  if (!handOver || isAtCentre(petition, policy)) return no({ kind: 'destinationUnknown' })
  const mediation = mediationOf(petition)
  if (!mediation.major && failures(mediation).length < handOver.afterFailedSessions)
    return no({ kind: 'sessionsMissing' })
  const to = { kind: 'department', code: handOver.to } as const
  const why = mediation.major ? '重大疑难' : `${failures(mediation).length}次调解未成`
  const dispatch = dispatchTo(to, `移交：${why}`, petition, who.at, book)
  return ok({ kind: 'mediated', ...who, step, dispatch })
}

/** Petitioners speak for themselves only, and of what was promised them; the clock does what only the clock does. */
function maySay(
  step: MediationStep,
  { reporter }: Petition,
  is: ReadonlySet<Standing>,
  { by }: Who,
): boolean {
  if (is.has('clock')) return true
  if (is.has('handler') || is.has('dispatcher') || is.has('supervisor')) return !isClocks(step)
  if (by !== reporter.person) return false
  return step.kind === 'consent'
    ? step.sides.every((side) => side === 'applicant')
    : step.kind === 'perform' && !step.kept
}

const isClocks = ({ kind }: MediationStep): boolean =>
  kind === 'remind' ||
  kind === 'escalate' ||
  kind === 'appointmentNear' ||
  kind === 'askOutcome' ||
  kind === 'askWhetherItLasts' ||
  kind === 'confirmationNear'
