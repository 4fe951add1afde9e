import { checkedBy } from '../aftercare/check.ts'
import { followedUp } from '../aftercare/decide-follow-up.ts'
import { cameJustBefore, fallsIntoSurvey } from '../aftercare/survey-notes.ts'
import { consented } from '../heads/decide-consent.ts'
import { mediated } from '../mediation/decide-mediation.ts'
import { registersAtCentre } from '../mediation/duties.ts'
import { isUnderMediation } from '../mediation/quarrel.ts'
import { assistedPart, standings, whereOf } from '../people/in-charge.ts'
import type { Actor } from '../people/roles.ts'
import { no, ok, type Result } from '../result.ts'
import { routeFor } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { asCategory, corrected, dismissed, insisted, redirected } from './decide-correcting.ts'
import { rated, reopened } from './decide-rating.ts'
import { concealed, redispatched, returned, transferred } from './decide-sending.ts'
import {
  extensionApproved,
  extensionAsked,
  extensionRefused,
  interimAnswered,
  interimWatched,
  reminded,
} from './decide-time.ts'
import { dispatchTo } from './dispatch.ts'
import type { PetitionEvent } from './event.ts'
import { helpAnswered } from './help.ts'
import { withAssistants } from './joint/catalogue-parts.ts'
import { jointDecision, stillOwed } from './joint/decide-joint.ts'
import { lifecycle, type Standing } from './lifecycle.ts'
import {
  isInHand,
  isSamePetitioner,
  isWhoLeaves,
  type Petition,
  petitioners,
  type Status,
} from './petition.ts'
import { decisionPressed, escalated, urged } from './pressing.ts'
import type { Refusal } from './refusal.ts'

/**
 * What follows from a command.
 *
 * Refuses with `notYours` when the actor has no part in the petition that allows it, `notNow` when the status does not,
 * `alreadyDone` when it was rated or joined before, `reasonMissing` and `resultMissing` when words are lacking,
 * `checkMissing` when an emergency is dismissed without a word on how it was checked, `cannotReturn` when it was returned
 * too often, `destinationUnknown` when it is there already, `partsOpen` and `callOpen` while others still owe their part.
 */
export function decide(
  command: Command,
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): Result<PetitionEvent, Refusal> {
  const step: { readonly from: readonly Status[]; readonly by: readonly Standing[] } =
    lifecycle[command.kind]
  const is = standings(by, petition, book)
  if (!step.by.some((standing) => is.has(standing))) return no({ kind: 'notYours' })
  if (!step.from.includes(petition.status)) return no({ kind: 'notNow' })
  const who = { by: by.kind === 'person' ? by.id : null, at }
  const part = assistedPart(by, is, petition, book)
  const ofPart = part && { of: { part: part.id, to: part.to } }
  switch (command.kind) {
    case 'accept':
      return ok({ kind: 'accepted', ...who, ...registersAtCentre(petition, at, book) })
    case 'return':
      return returned(command, petition, who, book)
    case 'transfer':
      return transferred(command, petition, is, who, book)
    case 'askHelp':
      if (!command.text.trim()) return no({ kind: 'reasonMissing' })
      return ok({ kind: 'helpAsked', ...who, text: command.text, ...ofPart })
    case 'answerHelp':
      return helpAnswered(command.text, petition, who)
    case 'askExtension':
      return extensionAsked(command, petition, who, book)
    case 'approveExtension':
      return extensionApproved(command.days, petition, by, who, book)
    case 'refuseExtension':
      return extensionRefused(command.reason, petition, by, who, book)
    case 'answerInterim':
      return interimAnswered(command, who)
    case 'watchInterim':
      return interimWatched(command.missed, petition, who)
    case 'mediate':
      return mediated(command.step, petition, is, who, book)
    case 'note':
      return ok({
        kind: 'noted',
        ...who,
        text: command.text,
        photos: command.photos,
        ...ofPart,
        ...(is.has('handler') &&
          command.text.trim() !== '' &&
          fallsIntoSurvey(petition, at, book) && { duringSurvey: true }),
      })
    case 'resolve': {
      if (!command.result.trim()) return no({ kind: 'resultMissing' })
      const owed = isInHand(petition) ? stillOwed(petition) : null
      if (owed) return no(owed)
      if (isUnderMediation(petition)) return no({ kind: 'mediationOpen' })
      const inTime = isInHand(petition) && at <= petition.resolveDueAt
      const check = checkedBy(petition, who.by, at, book)
      return ok({
        kind: 'resolved',
        ...who,
        result: command.result,
        photos: command.photos,
        inTime,
        ...(check && { check }),
        ...(cameJustBefore(petition, at, book) && { notedBefore: true }),
      })
    }
    case 'supplement': {
      const { text, messages, photos } = command
      return ok({ kind: 'supplemented', ...who, text, messages, photos })
    }
    case 'amend': {
      const { text, messages, place, raise } = command
      // that somebody frail is concerned changes nothing of where it is
      const moves = place || command.category || raise?.urgency !== petition.urgency
      const redispatch = moves ? redispatched(command, petition, at, book) : null
      const reclassified = asCategory(command.category, petition, book)
      return ok({ kind: 'amended', ...who, text, messages, place, raise, redispatch, reclassified })
    }
    case 'correct':
      return corrected(command, petition, who, book)
    case 'dismiss':
      return dismissed(command.reason, petition, is, who)
    case 'redirect':
      return redirected(command, petition, is, who)
    case 'insist':
      return ok(insisted(petition, who, book))
    case 'join': {
      const { petitioner } = command
      if (petitioners(petition).some((known) => isSamePetitioner(known, petitioner)))
        return no({ kind: 'alreadyDone' })
      return ok({ kind: 'joined', ...who, petitioner })
    }
    case 'unjoin': {
      const leaves = is.has('dispatcher') ? (command.person ?? who.by) : who.by
      const { household } = command
      const gone = leaves && petition.supporters.find((one) => isWhoLeaves(one, leaves, household))
      if (!gone) return no({ kind: 'notYours' })
      const ofHome = household && {
        household,
        ...(gone.relayedFor !== undefined && { isNeighbours: true as const }),
      }
      return ok({ kind: 'unjoined', ...who, person: gone.person, ...ofHome })
    }
    case 'urge':
      return urged(petition, is, who, book)
    case 'rate':
      return rated(command.rating, petition, who, book)
    case 'reopen':
      return reopened(command.reason, null, petition, who, book)
    case 'consent':
      return consented(command, petition, who)
    case 'followUp':
      return followedUp(command.step, petition, by, who, book)
    case 'withdraw': {
      if (who.by === null || petition.reporter.person !== who.by) return no({ kind: 'notYours' })
      // neighbours who joined still wait for it: only the reporter leaves
      return petition.supporters.length > 0
        ? ok({ kind: 'unjoined', ...who, person: who.by })
        : ok({ kind: 'withdrawn', ...who, reason: command.reason })
    }
    case 'conceal':
      return petition.confidential
        ? no({ kind: 'alreadyDone' })
        : ok(concealed(petition, who, book))
    case 'correctPetitioner': {
      const { household, onBehalfOf } = command
      return ok({ kind: 'petitionerCorrected', ...who, household, onBehalfOf })
    }
    case 'merge':
      return petition.urgency === 'emergency' || command.into.petition === petition.id
        ? no({ kind: 'notNow' })
        : ok({ kind: 'merged', ...who, into: command.into })
    case 'unmerge':
      return petition.status === 'withdrawn' && petition.mergedInto
        ? ok({ ...insisted(petition, who, book), kind: 'unmerged' })
        : no({ kind: 'notNow' })
    case 'stopWaiting': {
      const where = whereOf(petition, book)
      const { to, because } = routeFor(petition, where, book)
      const sent = dispatchTo(to, `没有等到地点，${because}`, petition, at, book)
      const joined = withAssistants(sent, petition, where, undefined, at, book)
      return ok({ kind: 'dispatched', ...who, ...joined })
    }
    case 'askAssist':
    case 'releaseAssist':
    case 'concludeCall':
    case 'takePart':
    case 'finishPart':
    case 'refusePart':
    case 'remindPart':
    case 'escalatePart':
    case 'watchCall':
      return jointDecision(command, petition, who, book)
    case 'remind':
      return reminded(command, petition, who)
    case 'escalate':
      return escalated(command, petition, who, book)
    case 'pressDecision':
      return decisionPressed(command.raised, petition, who, book)
    case 'remindRating':
      return ok({ kind: 'ratingReminded', ...who })
    case 'closeUnrated':
      return ok({ kind: 'closedUnrated', ...who })
  }
}
