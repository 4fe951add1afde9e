import { placeOf } from '../../../../domain/conversation/place-of.ts'
import { endOf } from '../../../../domain/deadlines/calendar.ts'
import { categoryCode, type MediaId } from '../../../../domain/ids.ts'
import { gazetteerOf, gridOf } from '../../../../domain/intake/gazetteer.ts'
import type { Place } from '../../../../domain/intake/place.ts'
import { placeIn } from '../../../../domain/intake/place-in.ts'
import { sides } from '../../../../domain/mediation/mediation.ts'
import type { PeoplesStep } from '../../../../domain/mediation/step.ts'
import { withItsEnd } from '../../../../domain/mediation/with-its-end.ts'
import {
  type Action,
  isOfMediation,
  type MediationAction,
} from '../../../../domain/petition/actions.ts'
import type { Command } from '../../../../domain/petition/command.ts'
import { destinationOf } from '../../../../domain/petition/dispatch.ts'
import { otherWays } from '../../../../domain/petition/elsewhere.ts'
import type { Destination, Petition } from '../../../../domain/petition/petition.ts'
import type { Refusal } from '../../../../domain/petition/refusal.ts'
import { returnReasons } from '../../../../domain/petition/return-reason.ts'
import { no, ok, type Result } from '../../../../domain/result.ts'
import type { Rulebook } from '../../../../domain/street/rulebook.ts'
import { returnReasonWords } from '../../../../texts/words.ts'
import { dayIn, momentIn, type Typed } from './said.ts'

/**
 * What a form whose fields are sound wants done, with what that brings along. Refuses with `placeUnknown` a place that nobody knows and with
 * `destinationUnknown` an office that is none; what else is lacking `decide` refuses.
 */
export function commandOf(
  action: Action,
  typed: Typed,
  photos: readonly MediaId[],
  petition: Petition,
  book: Rulebook,
): Result<readonly [Command, ...Command[]], Refusal> {
  if (isOfMediation(action)) return ok(withItsEnd(stepOf(action, typed)))
  const command = plainly(action, typed, photos, petition, book)
  return 'refused' in command ? no({ kind: command.refused }) : ok([command])
}

const saidIn = (typed: Typed) => (name: string) => (typed[name]?.[0] ?? '').trim()

type Unreadable = { readonly refused: 'placeUnknown' | 'destinationUnknown' }

function plainly(
  action: Exclude<Action, MediationAction>,
  typed: Typed,
  photos: readonly MediaId[],
  petition: Petition,
  book: Rulebook,
): Command | Unreadable {
  const said = saidIn(typed)
  const isOn = (name: string) => said(name) === 'on'
  const offices = (typed.to ?? [])
    .map((code) => destinationOf(code, book))
    .filter((to): to is Destination => to !== null)
  const [office] = offices
  const way = otherWays.find((one) => one === said('way')) ?? null
  const day = dayIn(said('day'))
  switch (action) {
    case 'accept':
    case 'stopWaiting':
    case 'urge':
    case 'insist':
    case 'unmerge':
      return { kind: action }
    case 'takePart':
      return { kind: 'takePart', came: false }
    case 'arrive':
      return { kind: 'takePart', came: true }
    case 'resolve':
    case 'finishPart':
      return { kind: action, result: said('result'), photos }
    case 'note':
      return { kind: 'note', text: said('text'), photos }
    case 'answerInterim':
      return { kind: 'answerInterim', text: said('text'), day }
    case 'approveExtension':
      return { kind: 'approveExtension', days: Number(said('days')) || null }
    case 'askExtension':
      return { kind: 'askExtension', days: Number(said('days')) || null, reason: said('reason') }
    case 'refuseExtension':
    case 'refusePart':
    case 'dismiss':
    case 'reopen':
      return { kind: action, reason: said('reason') }
    case 'transfer':
      return office
        ? { kind: 'transfer', to: office, reason: said('reason'), designates: isOn('designates') }
        : { refused: 'destinationUnknown' }
    case 'return': {
      const code = returnReasons.find((one) => one === said('code')) ?? 'other'
      return { kind: 'return', code, reason: said('reason') || returnReasonWords[code], photos }
    }
    case 'askHelp':
    case 'answerHelp':
      return { kind: action, text: said('text') }
    case 'askAssist':
      return {
        ...{ kind: 'askAssist', required: isOn('required'), call: null },
        parts: offices.map((to) => ({ to, task: said('task'), dueAt: day && endOf(day) })),
      }
    case 'callOut':
      return {
        ...{ kind: 'askAssist', required: true },
        parts: offices.map((to) => ({ to, task: said('task'), dueAt: null })),
        call: { meetAt: momentIn(said('meetAt')), place: said('place') },
      }
    case 'releaseAssist':
      return { kind: 'releaseAssist', to: offices, reason: said('reason') }
    case 'concludeCall':
      return { kind: 'concludeCall', text: said('text'), parts: [] }
    case 'redirect':
      return { kind: 'redirect', way, reason: said('reason') }
    case 'correct':
      return correction(said('category'), said('place'), petition, book)
  }
}

function stepOf(action: MediationAction, typed: Typed): PeoplesStep {
  const said = saidIn(typed)
  switch (action) {
    case 'askConsent':
      return {
        ...{ kind: 'consent', agrees: said('agrees') === 'yes' },
        sides: sides.filter((side) => said('side') === 'both' || said('side') === side),
      }
    case 'appoint':
      return {
        ...{ kind: 'appoint', place: said('place') },
        heldAt: momentIn(said('heldAt')) ?? new Date(0),
      }
    case 'meet':
      return { kind: 'met', text: said('text') }
    case 'hold': {
      const outcome = said('outcome') === 'adjourned' ? 'adjourned' : 'failed'
      return { kind: 'hold', outcome, record: said('record') }
    }
    case 'settle':
      return {
        ...{ kind: 'settle', content: said('content'), oral: said('oral') === 'on' },
        performBy: dayIn(said('day')),
      }
    case 'handOver':
    case 'fail':
    case 'major':
      return { kind: action, reason: said('reason') }
    case 'inProcedure':
      return {
        ...{ kind: 'inProcedure', reference: said('reference') },
        way: otherWays.find((one) => one === said('way')) ?? 'court',
      }
    case 'perform':
      return { kind: 'perform', kept: said('kept') === 'yes', text: said('text') }
    case 'visit':
      return { kind: 'visit', text: said('text') }
    case 'confirm':
      return { kind: 'confirm', applied: said('applied') === 'yes' }
  }
}

function correction(
  category: string,
  place: string,
  petition: Petition,
  book: Rulebook,
): Command | Unreadable {
  const known = book.categories.find(({ code }) => code === category)
  const found = place === '' ? null : placeSaid(place, petition, book)
  if (place !== '' && !found) return { refused: 'placeUnknown' }
  return {
    kind: 'correct',
    text: [known && `类别改为${known.level2}`, place && `地点改为${place}`]
      .filter(Boolean)
      .join('，'),
    category: known ? categoryCode(known.code) : null,
    place: found,
  }
}

/** What is written of a place, completed by what is known of it, or by the group it was told in. */
function placeSaid(said: string, petition: Petition, book: Rulebook) {
  const gazetteer = gazetteerOf(book)
  const { room } = petition.reporter
  const rooms = petition.place.name === null && room !== null ? [{ room, alias: '' }] : []
  const { value } = placeIn(said, { rooms, asked: true }, gazetteer)
  if (Object.values(value).every((part) => part === null)) return null
  const place: Place = placeOf(petition.place, value)
  return place.name === null ? null : { place, grid: gridOf(place, gazetteer) }
}
