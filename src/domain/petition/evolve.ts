import { withFollowUp } from '../aftercare/decide-follow-up.ts'
import { dayOf } from '../deadlines/calendar.ts'
import { withConsent } from '../heads/decide-consent.ts'
import {
  asMediated,
  closedOff,
  leftCentre,
  mediatedAnew,
  mediationFrom,
  stepTaken,
} from '../mediation/evolve-mediation.ts'
import type { Dispatch, PetitionEvent } from './event.ts'
import { withPetitioner } from './evolve-secrecy.ts'
import { withHelp } from './help.ts'
import { dispatched, factsOf } from './in-hands.ts'
import { evolveJoint } from './joint/evolve-joint.ts'
import { isShared } from './joint/joint-work.ts'
import { isInHand, isWhoLeaves, type Petition, petitioners } from './petition.ts'
import { withUrging } from './pressing.ts'

/** How a petition stands after an event. Events are decided before; this only writes them down. */
export function evolve(petition: Petition, event: PetitionEvent): Petition {
  const next = { ...petition, version: petition.version + 1 }
  switch (event.kind) {
    case 'registered':
      return event.petition
    case 'dispatched':
      return dispatched(next, event, event.at)
    case 'accepted':
      return isInHand(next) && event.by
        ? {
            ...next,
            status: 'handling',
            handler: event.by,
            acceptedAt: event.at,
            respondedAt: next.respondedAt ?? event.at,
            ...event.registers,
            ...(event.registers && asMediated(closedOff(next.mediation, event.at))),
          }
        : next
    case 'mediated': {
      const stepped = { ...next, ...stepTaken(event, next) }
      return event.dispatch ? dispatched(stepped, event.dispatch, event.at) : stepped
    }
    case 'returned': {
      const back = {
        ...leftCentre(next, event.to, event.at),
        returns: next.returns + 1,
        returnedBy: event.from,
      }
      return dispatched(back, event, event.at)
    }
    case 'transferred': {
      const moved = dispatched(leftCentre(next, event.to, event.at), event, event.at)
      return event.designated ? ({ ...moved, designated: true } as Petition) : moved
    }
    // what an assistant says of a part answers nothing for the lead
    case 'helpAsked':
      return withHelp(
        event.of ? next : { ...next, respondedAt: next.respondedAt ?? event.at },
        event,
      )
    case 'helpAnswered':
      return withHelp(next, event)
    case 'noted':
      return event.of
        ? next
        : withNews({ ...next, respondedAt: next.respondedAt ?? event.at }, event)
    case 'assistAsked':
    case 'assistReleased':
    case 'partFinished':
    case 'partRefused':
      return evolveJoint(withHelp(next, event), event)
    case 'partTaken':
    case 'callConcluded':
    case 'partReminded':
    case 'partEscalated':
    case 'callWatched':
      return evolveJoint(next, event)
    case 'extensionAsked': {
      const { by, days, reason, at: askedAt } = event
      const asked = { by, days, reason, askedAt }
      const answered = { ...next, respondedAt: next.respondedAt ?? event.at }
      return isInHand(answered) ? { ...answered, extensionAsked: asked } : answered
    }
    case 'extensionApproved': {
      if (!isInHand(next)) return next
      const { extensionAsked: _, ...decided } = next
      const { resolveDueAt, provisional, at: extendedAt } = event
      const extensions = (next.extensions ?? 0) + 1
      return { ...decided, resolveDueAt, provisional, extendedAt, extensions }
    }
    case 'extensionRefused': {
      if (!isInHand(next)) return next
      const { extensionAsked: _, ...decided } = next
      return decided
    }
    case 'interimAnswered': {
      const interim = { text: event.text, day: event.day, answeredAt: event.at }
      const answered = { ...next, respondedAt: next.respondedAt ?? event.at }
      return isInHand(answered) ? { ...answered, interim } : answered
    }
    case 'resolved':
      if (!isInHand(next)) return next
      return {
        ...factsOf(next),
        status: 'resolved',
        to: next.to,
        result: event.result,
        resultPhotos: event.photos,
        resolvedAt: event.at,
        inTime: event.inTime,
        respondedAt: next.respondedAt ?? event.at,
        ratings: [],
        ...(event.by && { resolvedBy: event.by }),
        ...(isShared(next.joint) && { wasJoint: true }),
        ...(event.check && { check: { head: event.check, askedAt: event.at } }),
      }
    case 'consented':
      return withConsent(next, event)
    case 'followedUp':
      return withFollowUp(next, event)
    case 'supplemented':
      return withWords(next, event)
    case 'amended': {
      const amended = {
        ...withWords(next, { ...event, photos: [] }),
        ...(event.place && { place: event.place.place, grid: event.place.grid }),
        ...event.reclassified,
        ...mediationFrom(event, next),
        ...event.raise,
      } as Petition
      return event.redispatch ? redispatched(amended, event.redispatch, event.at) : amended
    }
    case 'corrected': {
      const right = {
        ...next,
        ...(event.place && { place: event.place.place, grid: event.place.grid }),
        ...event.reclassified,
        ...mediationFrom(event, next),
      } as Petition
      return event.redispatch ? redispatched(right, event.redispatch, event.at) : right
    }
    case 'insisted':
      return dispatched(openedAgain(next, event.at), event, event.at)
    case 'merged':
      return {
        ...factsOf(next),
        status: 'withdrawn',
        reason: `与${event.into.number}号是同一件事，已并入`,
        withdrawnAt: event.at,
        mergedInto: event.into,
      }
    case 'unmerged':
      return dispatched(next, event, event.at)
    case 'joined':
      return { ...next, supporters: [...next.supporters, event.petitioner] }
    case 'unjoined': {
      const { person, household, isNeighbours } = event
      const stays = petitioners(next).filter((one) => !isWhoLeaves(one, person, household))
      const [first, ...rest] = stays
      return {
        ...next,
        reporter: first ?? next.reporter,
        supporters: rest,
        // a head who leaves for one neighbour may still speak for others
        ...(!isNeighbours && { notTheirs: [...next.notTheirs, person] }),
      }
    }
    case 'rated': {
      const others = next.ratings.filter(({ person }) => person !== event.rating.person)
      const rated = { ...next, ratings: [...others, event.rating] }
      return rated.status === 'resolved' && event.closes
        ? { ...rated, status: 'closed', rated: true, closedAt: event.at }
        : rated
    }
    case 'reopened':
      return dispatched(openedAgain(next, event.at), event, event.at)
    case 'withdrawn':
    case 'dismissed':
      return { ...factsOf(next), status: 'withdrawn', reason: event.reason, withdrawnAt: event.at }
    case 'redirected':
      return {
        ...factsOf(next),
        // whom it is about is nobody's to know here
        confidential: next.confidential || event.way === 'discipline',
        status: 'withdrawn',
        reason: event.reason,
        withdrawnAt: event.at,
        redirectedTo: event.way,
      }
    case 'concealed': {
      const secret = { ...next, confidential: true }
      return event.redispatch ? dispatched(secret, event.redispatch, event.at) : secret
    }
    case 'petitionerCorrected':
      return withPetitioner(next, event)
    case 'forgotten':
      return { ...next, forgottenAt: event.at }
    case 'closedUnrated':
      return next.status === 'resolved'
        ? { ...next, status: 'closed', rated: next.ratings.length > 0, closedAt: event.at }
        : next
    case 'interimWatched':
      return event.missed ? withoutInterim(next) : next
    case 'escalated':
      return isInHand(next) ? { ...next, pressedAt: event.at } : next
    case 'urged':
      return withUrging(next, event)
    case 'decisionPressed':
    case 'reminded':
    case 'ratingReminded':
      return next
  }
}

/** Counts anew what is counted per round. */
function openedAgain(petition: Petition, at: Date): Petition {
  const { returnedBy: _, ...opened } = petition
  return {
    ...opened,
    reopenings: petition.reopenings + 1,
    returns: 0,
    extensions: 0,
    ...mediatedAnew(petition, at),
  } as Petition
}

const redispatched = (petition: Petition, sent: Dispatch, at: Date): Petition =>
  dispatched(leftCentre(petition, sent.to, at), sent, at)

/** News on the day that an interim answer named, or after it, keep what it promised. */
function withNews(petition: Petition, { at }: PetitionEvent): Petition {
  const noted = isInHand(petition) ? { ...petition, notedAt: at } : petition
  const isDue = isInHand(noted) && noted.interim && dayOf(at) >= noted.interim.day
  return isDue ? withoutInterim(noted) : noted
}

function withoutInterim(petition: Petition): Petition {
  if (!isInHand(petition)) return petition
  const { interim: _, ...told } = petition
  return told
}

const withWords = (
  petition: Petition,
  said: Pick<Extract<PetitionEvent, { kind: 'supplemented' }>, 'text' | 'messages' | 'photos'>,
): Petition => ({
  ...petition,
  words: said.text ? [...petition.words, said.text] : petition.words,
  messages: [...new Set([...petition.messages, ...said.messages])],
  photos: [...new Set([...petition.photos, ...said.photos])],
})
