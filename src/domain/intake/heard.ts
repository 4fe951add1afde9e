import { classify } from './classify.ts'
import type { Cue } from './cues.ts'
import type { Door } from './door.ts'
import { idle, isIdle, leastStrength, mayState } from './may-state.ts'
import type { ChatMessage } from './message.ts'
import type { Model } from './model.ts'
import { pairsOf } from './pairs-of.ts'
import { doorsIn } from './place-grammar.ts'
import { withoutQuote } from './quote.ts'
import { recentlyHeardByModel } from './recently-heard.ts'
import { dangerByModel } from './second-ear.ts'
import { type HeardDanger, Sound } from './sound.ts'
import { type Spoken, statementStrength } from './statement.ts'
import type { Aboutness } from './topics-of.ts'
import type { Traits } from './traits.ts'
import type { Verdict } from './verdict.ts'

/** One message, or one part of it, as it was understood when taken alone. */
export interface Heard {
  readonly message: ChatMessage
  /** The speaker's own words, normalised, without quotes and mentions. */
  readonly text: string
  /** The same with emoji and line breaks. */
  readonly raw: string
  /** Name of the speaker whose words are quoted. */
  readonly quoted: string | null
  readonly cues: ReadonlySet<Cue>
  readonly verdict: Verdict
  readonly about: Aboutness
  readonly spoken: Spoken
  /** Weight of each category, by words and by the model's guess. */
  readonly topic: ReadonlyMap<string, number>
  readonly doors: readonly Door[]
  readonly pairs: ReadonlySet<string>
  readonly emergency: HeardDanger | null
  /** How surely it states a matter (0..1). */
  readonly strength: number
  /** What linking reckons of the words, once for all times that they are said. */
  readonly later: { traits?: Traits; saysDay?: boolean }
}

/** Longer messages are read from their beginning. */
const longest = 1200

/** Takes a message with words apart. The words of the last few hundred messages are not taken apart again. */
export function hear(message: ChatMessage, model: Model, isPrivate: boolean): Heard {
  const known = knownOf(message, model, isPrivate)
  if (known.heard) return saidBy(message, known.heard, known.heard.quoted)
  const { own, quoted } = withoutQuote(message.text.slice(0, longest))
  known.sound ??= new Sound(message, own)
  known.heard = understood(message, own, quoted, known.sound, model, isPrivate)
  return known.heard
}

/** The same words in another message; all fields by name, as `...` costs more than all the rest. */
const saidBy = (message: ChatMessage, heard: Heard, quoted: string | null): Heard => ({
  message,
  text: heard.text,
  raw: heard.raw,
  quoted,
  cues: heard.cues,
  verdict: heard.verdict,
  about: heard.about,
  spoken: heard.spoken,
  topic: heard.topic,
  doors: heard.doors,
  pairs: heard.pairs,
  emergency: heard.emergency,
  strength: heard.strength,
  later: heard.later,
})

/** Whether a message may state a matter, or tell of danger: cheaper than to hear it. */
export function mayStateMatter(message: ChatMessage, model: Model, isPrivate: boolean): boolean {
  const known = knownOf(message, model, isPrivate)
  if (known.heard) return known.heard.strength >= leastStrength
  known.sound ??= new Sound(message, withoutQuote(message.text.slice(0, longest)).own)
  known.mayState ??= mayState(known.sound, message, model, isPrivate)
  return known.mayState
}

/** What is known of some words so far. */
interface Known {
  sound?: Sound
  heard?: Heard
  mayState?: boolean
}
const recentlyHeardBy = recentlyHeardByModel<Known>(() => ({}))

const knownOf = (message: ChatMessage, model: Model, isPrivate: boolean): Known =>
  recentlyHeardBy(model).of(keyOf(message, message.text.slice(0, longest), isPrivate), message.at)

/** All that how words are heard depends on: most often the words alone, which need not be copied then. */
function keyOf({ type, mentionsUs }: ChatMessage, words: string, isPrivate: boolean): string {
  const isPlain = type !== 'link' && !mentionsUs && !isPrivate && words.charCodeAt(0) !== 0
  if (isPlain) return words
  return `\0${type === 'link' ? 'l' : ''}${mentionsUs ? 'm' : ''}${isPrivate ? 'p' : ''} ${words}`
}

/** Takes one part of a message apart, or several messages as one; remembered as whole messages are. */
export function hearText(
  message: ChatMessage,
  raw: string,
  quoted: string | null,
  model: Model,
  isPrivate: boolean,
): Heard {
  const known = recentlyHeardBy(model).of(`\0j${keyOf(message, raw, isPrivate)}`, message.at)
  if (known.heard) return saidBy(message, known.heard, quoted)
  known.heard = understood(message, raw, quoted, new Sound(message, raw), model, isPrivate)
  return known.heard
}

function understood(
  message: ChatMessage,
  raw: string,
  quoted: string | null,
  sound: Sound,
  model: Model,
  isPrivate: boolean,
): Heard {
  const { text, cues, matter, about, spoken, emergency: told } = sound
  const verdict = isIdle(text, cues) ? idle : classify(matter, model)
  const felt = told || message.type === 'link' ? null : dangerByModel(text, verdict, cues)
  const emergency = told ?? (felt && { ...felt, byEar: true })
  const doors = doorsIn(text)
  const signs = { text, cues, verdict, about, doors, emergency, message, isPrivate }
  return {
    message,
    text,
    raw,
    quoted,
    cues,
    verdict,
    about,
    spoken,
    topic: topicOf(about, verdict),
    doors,
    pairs: pairsOf(text),
    emergency,
    strength: statementStrength(signs, spoken),
    later: {},
  }
}

/** The same words where no danger is meant by them. */
export function calmed(heard: Heard, isPrivate: boolean): Heard {
  const calm = saidBy(heard.message, { ...heard, emergency: null, later: {} }, heard.quoted)
  return { ...calm, strength: statementStrength({ ...calm, isPrivate }, heard.spoken) }
}

function topicOf(about: Aboutness, verdict: Verdict): Map<string, number> {
  const topic = new Map(about.codes)
  for (const { code, p } of verdict.categories) {
    if (p > 0.2) topic.set(code, (topic.get(code) ?? 0) + 2.5 * p)
  }
  const least = 0.25 * Math.max(0, ...topic.values())
  return new Map([...topic].filter(([, weight]) => weight >= least))
}
