import type { Answer } from '../conversation/move.ts'
import { isFinal } from '../petition/asked.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { households, isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import { mediationAnswer } from './mediation-notices.ts'
import type { Notice } from './notice.ts'

/** What the speaker is told when what they wanted was done. */
export function answerNotice(
  answer: Answer,
  petition: Petition,
  events: readonly PetitionEvent[],
  book: Rulebook,
): Notice {
  const brief = briefOf(petition, book, 'concerned')
  const dueAt = isInHand(petition) ? petition.resolveDueAt : null
  switch (answer) {
    case 'concealed':
    case 'petitionerCorrected':
    case 'supplemented':
    case 'urged':
      return { kind: answer, brief }
    case 'unjoined': {
      const left = events.findLast((event) => event.kind === 'unjoined')
      return { kind: answer, brief, ...(left?.isNeighbours && { isNeighbours: left.isNeighbours }) }
    }
    case 'withdrawn': // with neighbours who still wait it goes on without its reporter
      return { kind: petition.status === 'withdrawn' ? 'withdrawn' : 'unjoined', brief }
    case 'joined':
      return { kind: 'joined', brief, households: households(petition), dueAt }
    case 'merged': {
      const merged = events.findLast((event) => event.kind === 'merged')
      return merged
        ? { kind: 'merged', brief, into: merged.into.number }
        : { kind: 'supplemented', brief }
    }
    case 'unmerged':
      return dueAt ? { kind: 'unmerged', brief, dueAt } : { kind: 'supplemented', brief }
    case 'amended':
      return { kind: 'amended', brief, dueAt }
    case 'dispatched':
      return dueAt ? { kind: 'dispatched', brief, dueAt } : { kind: 'supplemented', brief }
    case 'reopened':
      return dueAt ? { kind: 'reopened', brief, dueAt } : { kind: 'supplemented', brief }
    case 'rated': {
      const rated = events.findLast((event) => event.kind === 'rated')
      const asksAgain = rated !== undefined && !isFinal(rated.rating)
      return { kind: 'rated', brief, solved: rated?.rating.solved || null, asksAgain }
    }
    case 'mediated':
    case 'accepted':
      return mediationAnswer(events, petition, brief, book)
    case 'consented':
      return { kind: 'consentKept', brief, given: petition.relay?.consent === 'given' }
    case 'checked':
      return {
        kind: 'checkTaken',
        brief,
        fixed: !('check' in petition) || petition.check?.fixed !== false,
      }
    case 'lasting':
      return { kind: 'lastingTaken', brief }
    case 'assistAsked':
    case 'assistReleased':
    case 'partTaken':
    case 'partFinished':
    case 'partRefused':
    case 'callConcluded':
    case 'partNoted':
    case 'calledBack':
    case 'returned':
    case 'transferred':
    case 'helpAsked':
    case 'helpAnswered':
    case 'extensionAsked':
    case 'extensionApproved':
    case 'extensionRefused':
    case 'interimAnswered':
    case 'noted':
    case 'resolved':
    case 'corrected':
    case 'dismissed':
    case 'redirected':
      return { kind: 'done', brief, what: answer }
  }
}
