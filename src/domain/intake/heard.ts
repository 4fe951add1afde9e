import { classify, suspicion } from './classify.ts'
import { type Cue, cuesOf } from './cues.ts'
import type { Door } from './door.ts'
import { emergencyIn } from './emergency.ts'
import type { Danger } from './matter.ts'
import type { ChatMessage } from './message.ts'
import type { Model } from './model.ts'
import { pairsOf } from './pairs-of.ts'
import { doorsIn, mayHaveDoor } from './place-grammar.ts'
import { withoutQuote } from './quote.ts'
import { recentlyHeardByModel } from './recently-heard.ts'
import { dangerByModel, mayHearDanger } from './second-ear.ts'
import { type Spoken, spokenIn, statementStrength } from './statement.ts'
import { normalise } from './text.ts'
import { type Aboutness, aboutnessOf } from './topics-of.ts'
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
  /** Weight of each category, by words and by the model's guess. */
  readonly topic: ReadonlyMap<string, number>
  readonly doors: readonly Door[]
  readonly pairs: ReadonlySet<string>
  readonly emergency: HeardDanger | null
  /** How surely it states a matter (0..1). */
  readonly strength: number
  /** What linking reckons of the words, once for all times that they are said. */
  readonly later: { traits?: Traits }
}

/** A danger that words sound like; `byEar` when no sign is known for it. */
export interface HeardDanger {
  readonly danger: Danger
  readonly because: string
  readonly byEar: boolean
}

/** Longer messages are read from their beginning. */
const longest = 1200

/** Takes a message with words apart. The words of the last few hundred messages are not taken apart again. */
export function hear(message: ChatMessage, model: Model, isPrivate: boolean): Heard {
  const known = knownOf(message, model, isPrivate)
  if (known.heard) return saidBy(message, known.heard, known.heard.quoted)
  const { own, quoted } = withoutQuote(message.text.slice(0, longest))
  known.sound ??= soundOf(message, own)
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
  topic: heard.topic,
  doors: heard.doors,
  pairs: heard.pairs,
  emergency: heard.emergency,
  strength: heard.strength,
  later: heard.later,
})

/** How surely a message states a matter, at most: cheaper than to hear it, as the model is asked for no category. */
export function strengthAtMost(message: ChatMessage, model: Model, isPrivate: boolean): number {
  const known = knownOf(message, model, isPrivate)
  if (known.heard) return known.heard.strength
  known.sound ??= soundOf(message, withoutQuote(message.text.slice(0, longest)).own)
  known.atMost ??= guess(message, known.sound, model, isPrivate)
  return known.atMost
}

function guess(message: ChatMessage, sound: Sound, model: Model, isPrivate: boolean): number {
  const { text, cues, about, emergency, spoken } = sound
  if (emergency) return 1
  const verdict = isIdle(text, cues) ? idle : suspicion(sound.matter, model)
  if (mayHearDanger(text, verdict.petition, cues)) return 1
  const doors = mayHaveDoor(text) ? aDoor : []
  const signs = { text, cues, verdict, about, doors, emergency, message, isPrivate }
  return statementStrength(signs, spoken)
}

/** Stands for the doors of a text where nobody has looked yet. */
const aDoor: readonly unknown[] = ['']

/** What can be said of words without asking the model. */
interface Sound {
  readonly text: string
  readonly cues: ReadonlySet<Cue>
  /** The text without what the others speak of. */
  readonly matter: string
  readonly about: Aboutness
  readonly emergency: Heard['emergency']
  readonly spoken: Spoken
}

function soundOf(message: ChatMessage, raw: string): Sound {
  const mentioned = normalise(raw)
  const text = withoutMentions(mentioned)
  const matter = withoutPreamble(text)
  return {
    text,
    cues: cuesOf(mentioned, raw),
    matter,
    about: aboutnessOf(matter),
    emergency: message.type === 'link' ? null : bySign(emergencyIn(raw, mentioned)),
    spoken: spokenIn(text),
  }
}

const bySign = (found: ReturnType<typeof emergencyIn>): HeardDanger | null =>
  found && { danger: found.danger, because: found.because, byEar: false }

const withoutMentions = (mentioned: string): string =>
  mentioned.includes('@') ? mentioned.replace(/@ ?[^\s@]{1,16} ?/g, '').trim() : mentioned

/** What is known of some words so far. */
interface Known {
  sound?: Sound
  heard?: Heard
  /** How surely they state a matter, at most. */
  atMost?: number
}
const recentlyHeardBy = recentlyHeardByModel<Known>(() => ({}))

const knownOf = (message: ChatMessage, model: Model, isPrivate: boolean): Known =>
  recentlyHeardBy(model).of(keyOf(message, message.text.slice(0, longest), isPrivate), message.at)

/** All that how words are heard depends on. */
const keyOf = ({ type, mentionsUs }: ChatMessage, words: string, isPrivate: boolean): string =>
  `${type === 'link' ? 'l' : ''}${mentionsUs ? 'm' : ''}${isPrivate ? 'p' : ''} ${words}`

/** Takes one part of a message apart, or several messages as one; remembered as whole messages are. */
export function hearText(
  message: ChatMessage,
  raw: string,
  quoted: string | null,
  model: Model,
  isPrivate: boolean,
): Heard {
  const known = recentlyHeardBy(model).of(`j${keyOf(message, raw, isPrivate)}`, message.at)
  if (known.heard) return saidBy(message, known.heard, quoted)
  known.heard = understood(message, raw, quoted, soundOf(message, raw), model, isPrivate)
  return known.heard
}

function understood(
  message: ChatMessage,
  raw: string,
  quoted: string | null,
  { text, cues, matter, about, emergency: told, spoken }: Sound,
  model: Model,
  isPrivate: boolean,
): Heard {
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
  return { ...calm, strength: statementStrength({ ...calm, isPrivate }) }
}

/** What needs no opinion of the model: greetings, calls, thanks. */
const isIdle = (text: string, cues: ReadonlySet<Cue>): boolean =>
  text.length < 3 ||
  (text.length < 16 && (cues.has('call') || cues.has('opening') || cues.has('thanks')))

const idle: Verdict = {
  petition: 0,
  categories: [],
  kind: { value: 'report', p: 0 },
  danger: 0,
  because: '',
}

function topicOf(about: Aboutness, verdict: Verdict): Map<string, number> {
  const topic = new Map(about.codes)
  for (const { code, p } of verdict.categories) {
    if (p > 0.2) topic.set(code, (topic.get(code) ?? 0) + 2.5 * p)
  }
  const least = 0.25 * Math.max(0, ...topic.values())
  return new Map([...topic].filter(([, weight]) => weight >= least))
}

/** `讲到停车，…`, `电梯慢点倒没事，就是…`: what the others speak of, before one's own. */
const preamble =
  /^(?:说到|说起|提到|讲到)[^,。!? ]{1,10}[ ,。!]+|^[^,。!? ]{2,8}?(?:我(?:倒)?不怕|不算(?:啥|什么|事)|算(?:啥|什么)|至少[^,。!? ]{0,4}|倒没事|都是小事)[ ,。!]+/

function withoutPreamble(text: string): string {
  const rest = text.replace(preamble, '')
  return rest.length >= 8 ? rest : text
}
