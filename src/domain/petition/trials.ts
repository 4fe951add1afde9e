import { dayOf } from '../deadlines/calendar.ts'
import { nextSteps } from '../mediation/next-steps.ts'
import type { PeoplesStep } from '../mediation/step.ts'
import { withItsEnd } from '../mediation/with-its-end.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { type Action, isOfMediation, type MediationAction } from './actions.ts'
import type { Command } from './command.ts'
import { destinationsFor } from './destinations-for.ts'
import { openCall, openParts } from './joint/joint-work.ts'
import { isInHand, type Petition } from './petition.ts'

/** As many as say also how an emergency was checked. */
const words = '…'.repeat(10)

/** Commands of that kind with what they bring along, one of which is possible if the action is. */
export const trials = (
  action: Action,
  petition: Petition,
  at: Date,
  book: Rulebook,
): readonly (readonly Command[])[] =>
  isOfMediation(action)
    ? stepTrials(action, petition, at, book).map(withItsEnd)
    : commandTrials(action, petition, at, book).map((command) => [command])

function commandTrials(
  action: Exclude<Action, MediationAction>,
  petition: Petition,
  at: Date,
  book: Rulebook,
): readonly Command[] {
  const elsewhere = () => destinationsFor(petition, book)
  const joint = isInHand(petition) ? petition.joint : undefined
  switch (action) {
    case 'accept':
    case 'stopWaiting':
    case 'urge':
    case 'insist':
    case 'unmerge':
      return [{ kind: action }]
    case 'return':
    case 'reopen':
    case 'dismiss':
    case 'refuseExtension':
    case 'refusePart':
      return [{ kind: action, reason: words }]
    case 'transfer':
      return elsewhere().map((to) => ({ kind: 'transfer', to, reason: words }))
    case 'askExtension':
      return [{ kind: 'askExtension', days: null, reason: words }]
    case 'approveExtension':
      return [{ kind: 'approveExtension', days: 1 }]
    case 'answerInterim':
      return [{ kind: 'answerInterim', text: words, day: dayOf(at) }]
    case 'askHelp':
      return [{ kind: 'askHelp', text: words }]
    case 'answerHelp':
      return [{ kind: 'answerHelp', text: words }]
    case 'note':
      return [{ kind: 'note', text: words, photos: [] }]
    case 'resolve':
      return [{ kind: 'resolve', result: words, photos: [] }]
    case 'askAssist':
    case 'callOut':
      return elsewhere().map((to) => ({
        ...{ kind: 'askAssist', parts: [{ to, task: words, dueAt: null }], required: true },
        call:
          action === 'askAssist' ? null : { meetAt: new Date(at.getTime() + 60_000), place: '' },
      }))
    case 'releaseAssist':
      return openParts(joint).length > 0 ? [{ kind: 'releaseAssist', to: [], reason: words }] : []
    case 'concludeCall':
      return [{ kind: 'concludeCall', text: words, parts: [] }]
    case 'takePart':
      return [{ kind: 'takePart', came: false }]
    case 'arrive':
      return openCall(joint) ? [{ kind: 'takePart', came: true }] : []
    case 'finishPart':
      return [{ kind: 'finishPart', result: words, photos: [] }]
    case 'correct':
      return book.categories
        .filter(({ code }) => code !== petition.category)
        .slice(0, 1)
        .map(({ code }) => ({ kind: 'correct', text: words, category: code, place: null }))
    case 'redirect':
      return [{ kind: 'redirect', way: 'court', reason: words }]
  }
}

function stepTrials(
  action: MediationAction,
  petition: Petition,
  at: Date,
  book: Rulebook,
): readonly PeoplesStep[] {
  if (action === 'major') return [{ kind: 'major', reason: words }]
  if (action === 'inProcedure') return [{ kind: 'inProcedure', way: 'court', reference: words }]
  if (!nextSteps(petition, book).includes(action)) return []
  switch (action) {
    case 'askConsent':
      return [{ kind: 'consent', sides: ['applicant'], agrees: true }]
    case 'appoint':
      return [{ kind: 'appoint', heldAt: new Date(at.getTime() + 60_000), place: words }]
    case 'meet':
      return [{ kind: 'met', text: words }]
    case 'hold':
      return [{ kind: 'hold', outcome: 'failed', record: words }]
    case 'settle':
      return [{ kind: 'settle', content: words, performBy: null, oral: false }]
    case 'handOver':
    case 'fail':
      return [{ kind: action, reason: words }]
    case 'perform':
      return [{ kind: 'perform', kept: true, text: words }]
    case 'visit':
      return [{ kind: 'visit', text: words }]
    case 'confirm':
      return [{ kind: 'confirm', applied: true }]
  }
}
