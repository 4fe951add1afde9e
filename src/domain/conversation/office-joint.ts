import type { MediaId } from '../ids.ts'
import type { OfficeSaid } from '../intake/offices-in.ts'
import { readJoint, type SaidOfJoint, type SaidPart } from '../intake/read-joint.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Reply } from '../intake/reply.ts'
import { saidNumber } from '../intake/said-number.ts'
import type { Understanding } from '../intake/understanding.ts'
import { partsOf, standings, whereOf } from '../people/in-charge.ts'
import type { Command } from '../petition/command.ts'
import type { Destination } from '../petition/destination.ts'
import { destinationOf } from '../petition/dispatch.ts'
import type { AskedPart } from '../petition/joint/joint-command.ts'
import { openCall } from '../petition/joint/joint-work.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import { destinationFor } from '../routing/assistants.ts'
import type { Answer, Move } from './move.ts'
import { partLine } from './part-line.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'

type Does = { readonly command: Command; readonly answer: Answer }

/**
 * What somebody in office says of joint work: those above ask for it, release it and conclude a call, those who assist
 * come, report and send back. Plain orders ("办好了") of who only assists are about their part. Null when it is about
 * nothing of the kind.
 */
export function officeJoint(
  s: Situation,
  u: Understanding,
  photos: () => readonly MediaId[],
): readonly Move[] | null {
  const said = readJoint(s.words, s.at, u.book)
  return said ? ordered(said, s, u, photos) : plainly(s, u, photos)
}

function ordered(
  said: SaidOfJoint,
  s: Situation,
  u: Understanding,
  photos: () => readonly MediaId[],
): readonly Move[] | null {
  if (said.kind === 'told') {
    const about = s.numbered ?? (s.tasks.length === 1 ? s.tasks[0] : undefined)
    const command = { kind: 'note', text: said.text, photos: photos() } as const
    return about ? [act(about, { command, answer: 'noted' })] : null
  }
  const isTheirs = ofAssistants.has(said.kind)
  const found =
    said.kind === 'take' ? taken(said, s, u) : isTheirs ? assisted(s) : asked(said, s, u)
  if (found === null) return null
  if (found === 'unknown') return [refused(saidNumber(s.words).number)]
  if (found === 'several') return [whichPart(s, u)]
  const done = doneBy(said, found, u, photos)
  return done && [act(found, done)]
}

const ofAssistants: ReadonlySet<SaidOfJoint['kind']> = new Set([
  'take',
  'finish',
  'refuse',
  'note',
  'help',
] as const)

/** The petition that who assists speaks of: its number, else the only one of which they owe a part. */
function assisted(s: Situation): Petition | 'unknown' | 'several' | null {
  if (s.numbered) return s.numbered
  if (saidNumber(s.words).number !== null) return 'unknown'
  const [first, ...others] = s.assisting
  if (!first) return null
  return others.length > 0 ? 'several' : first
}

/** "到现场了" is said of one's own task as well: only who is called, or assists what is numbered, comes to that. */
function taken(
  { came }: Extract<SaidOfJoint, { kind: 'take' }>,
  s: Situation,
  { book }: Understanding,
): Petition | 'unknown' | 'several' | null {
  const found = assisted(s)
  if (!came || found === null || typeof found === 'string') return found
  const parts = partsOf(s.speaker.id, found, book)
  const isMeant = s.numbered ? parts.length > 0 : parts.some(({ isCall }) => isCall)
  return isMeant || s.tasks.length === 0 ? found : null
}

/** Those above say a number, or have one task; who only leads asks for help instead, as they always could. */
function asked(
  said: SaidOfJoint,
  s: Situation,
  { book }: Understanding,
): Petition | 'unknown' | null {
  const petition = s.numbered ?? (s.tasks.length === 1 ? s.tasks[0] : undefined)
  if (!petition) return saidNumber(s.words).number === null ? null : 'unknown'
  const is = standings({ kind: 'person', ...s.speaker }, petition, book)
  const isAbove = is.has('dispatcher') || is.has('supervisor')
  // what was found on the spot without a call is news like any other
  if (said.kind === 'conclude' && !isCalled(petition) && !/吹哨/.test(s.words)) return null
  return isAbove || (said.kind === 'conclude' && is.has('handler')) ? petition : null
}

const isCalled = (petition: Petition) => isInHand(petition) && openCall(petition.joint) !== null

function doneBy(
  said: Exclude<SaidOfJoint, { kind: 'told' }>,
  petition: Petition,
  u: Understanding,
  photos: () => readonly MediaId[],
): Does | null {
  const at = (office: OfficeSaid) => placeOf(office, petition, u)
  const all = (parts: readonly SaidPart[]) => {
    const known = parts.map(({ office, ...part }) => ({ ...part, to: at(office) }))
    return known.filter((part): part is AskedPart => part.to !== null)
  }
  switch (said.kind) {
    case 'ask': {
      const { required } = said
      const command = { kind: 'askAssist', parts: all(said.parts), required, call: null } as const
      return { command, answer: 'assistAsked' }
    }
    case 'call': {
      const { meetAt, place } = said
      const parts = all(said.offices.map((office) => ({ office, task: '', dueAt: null })))
      const call = { meetAt, place }
      return {
        command: { kind: 'askAssist', parts, required: true, call },
        answer: 'assistAsked',
      }
    }
    case 'release': {
      const to = said.offices.flatMap((office) => at(office) ?? [])
      return {
        command: { kind: 'releaseAssist', to, reason: said.reason },
        answer: 'assistReleased',
      }
    }
    case 'conclude':
      return {
        command: { kind: 'concludeCall', text: said.text, parts: all(said.parts) },
        answer: 'callConcluded',
      }
    case 'take':
      return { command: { kind: 'takePart', came: said.came }, answer: 'partTaken' }
    case 'finish':
      return {
        command: { kind: 'finishPart', result: said.result, photos: photos() },
        answer: 'partFinished',
      }
    case 'refuse':
      return { command: { kind: 'refusePart', reason: said.reason }, answer: 'partRefused' }
    case 'note':
      return { command: { kind: 'note', text: said.text, photos: photos() }, answer: 'partNoted' }
    case 'help':
      return { command: { kind: 'askHelp', text: said.text }, answer: 'helpAsked' }
  }
}

/** Asked of us, and not said of a part. */
const idle: ReadonlySet<Reply['act']> = new Set(['tasks', 'help', 'status', 'handover_to_human'])

/** Who is nothing but an assistant speaks of their part, whatever words they use. */
function plainly(
  s: Situation,
  u: Understanding,
  photos: () => readonly MediaId[],
): readonly Move[] | null {
  const only = s.tasks.length === 0 && s.assisting.length === 1 ? s.assisting[0] : undefined
  const petition = s.numbered ?? only
  if (!petition) return null
  const is = standings({ kind: 'person', ...s.speaker }, petition, u.book)
  if (!is.has('assistant') || is.has('handler') || is.has('dispatcher') || is.has('supervisor'))
    return null
  if (idle.has(readReply(s.words, 'idle', placeContext(s), u).act)) return null
  const reply = readReply(s.words, 'task', placeContext(s), u)
  switch (reply.act) {
    case 'accept':
      return [act(petition, { command: { kind: 'takePart', came: false }, answer: 'partTaken' })]
    case 'resolve': {
      const command = { kind: 'finishPart', result: reply.note, photos: photos() } as const
      return [act(petition, { command, answer: 'partFinished' })]
    }
    case 'return': {
      const command = { kind: 'refusePart', reason: reply.reason } as const
      return [act(petition, { command, answer: 'partRefused' })]
    }
    case 'ask_help':
    case 'extend': {
      const command = { kind: 'askHelp', text: s.words } as const
      return [act(petition, { command, answer: 'helpAsked' })]
    }
    case 'note': {
      if (!s.numbered) return null
      const command = { kind: 'note', text: reply.text || s.words, photos: photos() } as const
      return [act(petition, { command, answer: 'partNoted' })]
    }
    default:
      return null
  }
}

function placeOf(
  office: OfficeSaid,
  petition: Petition,
  { book }: Understanding,
): Destination | null {
  const where = whereOf(petition, book)
  return isOfThePlace(office)
    ? destinationFor(office, petition.place, where, book)
    : destinationOf(office, book)
}

const isOfThePlace = (office: OfficeSaid): office is 'PROPERTY' | 'COMMUNITY' | 'GRID' =>
  office === 'PROPERTY' || office === 'COMMUNITY' || office === 'GRID'

const act = (petition: Petition, { command, answer }: Does): Move => ({
  kind: 'act',
  petition,
  steps: [{ command, by: 'speaker' }],
  answer,
  outcome: command.kind,
})

const whichPart = (s: Situation, { book }: Understanding): Move => ({
  kind: 'say',
  notice: {
    kind: 'whichTask',
    lines: s.assisting.slice(0, 5).map((one) => partLine(one, s.speaker.id, s.at, book)),
  },
  outcome: 'taskAsked',
})

const refused = (number: number | null): Move => ({
  kind: 'say',
  notice: { kind: 'refused', refusal: 'notFound', number },
  outcome: 'refused notFound',
})
