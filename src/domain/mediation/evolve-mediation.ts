import type { PersonId } from '../ids.ts'
import { type Destination, sameDestination } from '../petition/destination.ts'
import { type Facts, isInHand, type Petition } from '../petition/petition.ts'
import { begun, isQuarrel, type Mediation, type Side } from './mediation.ts'
import { mediationOf } from './quarrel.ts'
import type { MediationFact } from './step.ts'

interface Mediated {
  readonly step: MediationFact
  readonly by: PersonId | null
  readonly at: Date
}

/** What a step changes of its petition; one's own consent is no answer of an office. */
export const stepTaken = (
  event: Mediated,
  petition: Petition,
): Pick<Facts, 'mediation' | 'respondedAt'> => {
  const answers = event.by !== null && event.by !== petition.reporter.person
  const respondedAt = petition.respondedAt ?? (answers ? event.at : null)
  return { respondedAt, mediation: evolveMediation(event, petition) }
}

/** Registered once more, a quarrel has its whole clock again; who the other side is stays known. */
export const mediatedAnew = (
  { kind, mediation }: Facts,
  at: Date,
): Pick<Facts, 'mediation'> | null =>
  isQuarrel({ kind }) ? { mediation: { ...begun(at), others: mediation?.others ?? [] } } : null

/** What turns out to be a quarrel has its clock from then on. */
export const mediationFrom = (
  { reclassified, at }: { readonly reclassified: Pick<Facts, 'kind'> | null; readonly at: Date },
  { kind }: Facts,
): Pick<Facts, 'mediation'> | null =>
  reclassified && isQuarrel(reclassified) && !isQuarrel({ kind }) ? { mediation: begun(at) } : null

/** As a field that is absent where there is none. */
export const asMediated = (mediation: Mediation | undefined): Pick<Facts, 'mediation'> | null =>
  mediation === undefined ? null : { mediation }

/** How a mediation stands after a step. Steps are decided before; this only writes them down. */
function evolveMediation({ step, at }: Mediated, petition: Petition): Mediation {
  const now = mediationOf(petition)
  switch (step.kind) {
    case 'consent': {
      const said = Object.fromEntries(
        step.sides.map((side: Side) => [side, { agrees: step.agrees, saidAt: at }]),
      )
      return { ...now, consents: { ...now.consents, ...said } }
    }
    case 'party':
      return { ...now, others: [...new Set([...now.others, step.called])] }
    case 'appoint':
      return { ...now, appointment: { heldAt: step.heldAt, place: step.place } }
    case 'met':
      return { ...withoutAppointment(now), met: { metAt: at, text: step.text } }
    case 'hold': {
      const met = now.met ?? { metAt: step.session.heldAt, text: '' }
      return { ...withoutAppointment(now), met, sessions: [...now.sessions, step.session] }
    }
    case 'settle': {
      const { content, performBy, oral, session } = step
      const agreement = { content, performBy, oral, mediator: session.mediator }
      return {
        ...withoutAppointment(now),
        met: now.met ?? { metAt: session.heldAt, text: '' },
        sessions: [...now.sessions, session],
        end: { kind: 'settled', endedAt: at, agreement },
      }
    }
    case 'major':
      return { ...now, major: { reason: step.reason, foundAt: at } }
    case 'handOver':
      return 'to' in petition
        ? { ...withoutAppointment(now), handedOver: { from: petition.to.code, handedAt: at } }
        : now
    case 'fail':
      return {
        ...withoutAppointment(now),
        end: { kind: 'failed', endedAt: at, reason: step.reason },
      }
    case 'inProcedure': {
      const { way, reference } = step
      return {
        ...withoutAppointment(now),
        end: { kind: 'inProcedure', endedAt: at, way, reference },
      }
    }
    case 'perform': {
      const performance = { kept: step.kept, text: step.text, saidAt: at }
      return withAgreement(now, { performance })
    }
    case 'confirm':
      return withAgreement(now, { confirmation: { applied: step.applied, saidAt: at } })
    case 'visit':
      return followedUp(now, 'visit', step.text, at)
    case 'askWhetherItLasts':
      return followedUp(now, 'message', '', at)
    case 'remind':
    case 'escalate':
    case 'appointmentNear':
    case 'askOutcome':
    case 'confirmationNear':
      return now
  }
}

/** The centre registered what was handed over to it: whoever had it is rid of it (销号). */
export function closedOff(mediation: Mediation | undefined, at: Date): Mediation | undefined {
  return mediation?.handedOver && !mediation.handedOver.closedOffAt
    ? { ...mediation, handedOver: { ...mediation.handedOver, closedOffAt: at } }
    : mediation
}

/** It left the centre again, whoever sent it away: it counts as not handed over, and its clock runs from then. */
export function leftCentre(petition: Petition, to: Destination, at: Date): Petition {
  const { mediation } = petition
  if (!mediation?.handedOver || !isInHand(petition) || sameDestination(to, petition.to))
    return petition
  const { handedOver: _, ...back } = mediation
  return { ...petition, mediation: { ...back, cameBackAt: at } }
}

const followedUp = (
  mediation: Mediation,
  by: 'message' | 'visit',
  text: string,
  askedAt: Date,
): Mediation => ({ ...mediation, followUps: [...mediation.followUps, { by, text, askedAt }] })

function withAgreement(
  mediation: Mediation,
  news: Partial<Extract<Mediation['end'], { kind: 'settled' }>['agreement']>,
): Mediation {
  const { end } = mediation
  return end?.kind === 'settled'
    ? { ...mediation, end: { ...end, agreement: { ...end.agreement, ...news } } }
    : mediation
}

function withoutAppointment(mediation: Mediation): Mediation {
  const { appointment: _, ...rest } = mediation
  return rest
}
