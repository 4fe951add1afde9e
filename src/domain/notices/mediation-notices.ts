import { endOf } from '../deadlines/calendar.ts'
import { masked } from '../intake/mask.ts'
import { mediationSource, owedIn } from '../mediation/duties.ts'
import { isQuarrel } from '../mediation/mediation.ts'
import { confirmableUntil } from '../mediation/mediation-timers.ts'
import { nextSteps } from '../mediation/next-steps.ts'
import { mediationOf } from '../mediation/quarrel.ts'
import { holders, mediatorsOf, staffAt } from '../people/in-charge.ts'
import type { StaffRole } from '../people/roles.ts'
import { destinationOf } from '../petition/dispatch.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { MediationLimit } from './mediation-news.ts'
import type { AddressedNotice, Brief, Notice } from './notice.ts'
import { taskNotice } from './task-notices.ts'
import { telling } from './telling.ts'

type Mediated = Extract<PetitionEvent, { kind: 'mediated' }>
type Accepted = Extract<PetitionEvent, { kind: 'accepted' }>

/**
 * Who must know of a step of mediation: in private, each once. Of the two sides only who brought it is told anything by us;
 * the other side is spoken to by its mediator, and no letter names either.
 */
export function mediationNotices(
  { step, by, at }: Mediated,
  petition: Petition,
  { brief, theirs }: { readonly brief: Brief; readonly theirs: Brief },
  book: Rulebook,
): readonly AddressedNotice[] {
  const tell = telling(by)
  const applicant = [petition.reporter.person]
  const mediators = mediatorsOf(petition, book).map(({ id }) => id)
  const above = (role: StaffRole) => holders(role, petition, book).map(({ id }) => id)
  const limit = (said: Pick<MediationLimit, 'of' | 'dueAt' | 'provisional'>): MediationLimit => ({
    ...{ of: said.of, dueAt: said.dueAt, provisional: said.provisional },
    source: mediationSource(petition, book),
  })
  const { appointment } = mediationOf(petition)

  switch (step.kind) {
    case 'consent': {
      const own = by === petition.reporter.person
      return own
        ? tell(mediators, { kind: 'mediationAnswered', brief: theirs, agrees: step.agrees })
        : []
    }
    case 'appoint': {
      const { heldAt, place } = step
      const told = { kind: 'mediationAppointed', heldAt, place } as const
      return [
        ...tell(applicant, { ...told, brief }),
        ...tell(mediators, { ...told, brief: theirs }),
      ]
    }
    case 'settle': {
      const performUntilAt = step.performBy && endOf(step.performBy)
      const confirmUntilAt = confirmableUntil(at)
      return tell(applicant, { kind: 'mediationSettled', brief, performUntilAt, confirmUntilAt })
    }
    case 'fail':
      return tell(
        petitioners(petition).map(({ person }) => person),
        { kind: 'mediationFailed', brief },
      )
    case 'major':
      return tell(
        [...above('street_dispatcher'), ...above('street_supervisor'), ...above('street_leader')],
        { kind: 'mediationMajor', brief, reason: masked(step.reason) },
        // on the same day also by night
        'alarm',
      )
    case 'handOver': {
      if (!isInHand(petition)) return []
      const { resolveDueAt: dueAt } = petition
      const { sessions, major } = mediationOf(petition)
      const said = [step.reason, major?.reason, ...sessions.map(({ record }) => record)]
      const task = taskNotice(petition, theirs, 'transferred', said.filter(Boolean).join('；'))
      return [
        ...tell(mediators, task),
        ...tell(applicant, { kind: 'mediationMoved', brief, dueAt }),
      ]
    }
    case 'perform':
      return step.kept
        ? []
        : tell([...mediators, ...above('community_manager')], {
            ...{ kind: 'mediationBroken', brief: theirs, text: masked(step.text) },
          })
    case 'remind':
      return tell(mediators, { kind: 'mediationDue', brief: theirs, limit: limit(step) })
    case 'escalate': {
      const late: Notice = { kind: 'mediationLate', brief: theirs, limit: limit(step), to: step.to }
      return [...tell(mediators, late), ...tell(above(step.to), { ...late, brief })]
    }
    case 'appointmentNear':
      return appointment
        ? [
            ...tell(applicant, { kind: 'mediationToday', brief, ...appointment }),
            ...tell(mediators, { kind: 'mediationToday', brief: theirs, ...appointment }),
          ]
        : []
    case 'askOutcome':
      return appointment
        ? tell(mediators, {
            kind: 'mediationOutcomeAsked',
            brief: theirs,
            heldAt: appointment.heldAt,
          })
        : []
    case 'askWhetherItLasts':
      return tell(applicant, { kind: 'mediationLasts', brief })
    case 'confirmationNear': {
      const { end } = mediationOf(petition)
      const untilAt = end && confirmableUntil(end.endedAt)
      return untilAt
        ? [
            ...tell(applicant, { kind: 'mediationConfirmable', brief, untilAt }),
            ...tell(mediators, { kind: 'mediationConfirmable', brief: theirs, untilAt }),
          ]
        : []
    }
    case 'party':
    case 'met':
    case 'hold':
    case 'inProcedure':
    case 'visit':
    case 'confirm':
      return []
  }
}

/** Once a quarrel is in somebody's hands its reporter is asked whether mediation is wanted, and who had it hears that it is off. */
export function acceptedQuarrel(
  { by, registers }: Accepted,
  petition: Petition,
  { brief, theirs }: { readonly brief: Brief; readonly theirs: Brief },
  book: Rulebook,
): readonly AddressedNotice[] {
  if (!isQuarrel(petition)) return []
  const tell = telling(by)
  const { handedOver, consents } = mediationOf(petition)
  const had = registers && handedOver ? destinationOf(handedOver.from, book) : null
  return [
    ...(consents.applicant
      ? []
      : tell([petition.reporter.person], { kind: 'mediationOffered', brief })),
    ...(had
      ? tell(
          staffAt(had, book).map(({ id }) => id),
          { kind: 'mediationClosedOff', brief: theirs },
        )
      : []),
  ]
}

/** What whoever took a step is told: that it stands, what may come next and what is owed by when. */
export function mediationAnswer(
  events: readonly PetitionEvent[],
  petition: Petition,
  brief: Brief,
  book: Rulebook,
): Notice {
  const done = events.find((event) => event.kind === 'mediated')
  if (done?.step.kind === 'consent' && done.by === petition.reporter.person)
    return { kind: 'mediationConsented', brief, agrees: done.step.agrees }
  if (done?.step.kind === 'perform' && done.by === petition.reporter.person)
    return { kind: 'mediationBrokenTaken', brief }
  if (!isQuarrel(petition)) return { kind: 'done', brief, what: 'accepted' }
  const [first] = owedIn(petition, book)
  const source = mediationSource(petition, book)
  return {
    ...{ kind: 'mediationDone', brief, next: nextSteps(petition, book) },
    step: done?.step.kind ?? 'accept',
    limit: first
      ? { of: first.of, dueAt: first.dueAt, provisional: first.provisional, source }
      : null,
  }
}
