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
import { recentlyHeardBy } from './recently-heard.ts'
import { spokenIn, statementStrength } from './statement.ts'
import { normalise } from './text.ts'
import { type Aboutness, aboutnessOf } from './topics-of.ts'
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
  readonly emergency: { readonly danger: Danger; readonly because: string } | null
  /** How surely it states a matter (0..1). */
  readonly strength: number
}

/** Longer messages are read from their beginning. */
const longest = 1200

/** Takes a message with words apart. The words of the last few hundred messages are not taken apart again. */
export function hear(message: ChatMessage, model: Model, isPrivate: boolean): Heard {
  const known = knownOf(message, model, isPrivate)
  if (known.heard) return saidBy(message, known.heard)
  const { own, quoted } = withoutQuote(message.text.slice(0, longest))
  known.heard = hearText(message, own, quoted, model, isPrivate)
  return known.heard
}

/** The same words in another message; all fields by name, as `...` costs more than all the rest. */
const saidBy = (message: ChatMessage, heard: Heard): Heard => ({
  message,
  text: heard.text,
  raw: heard.raw,
  quoted: heard.quoted,
  cues: heard.cues,
  verdict: heard.verdict,
  about: heard.about,
  topic: heard.topic,
  doors: heard.doors,
  pairs: heard.pairs,
  emergency: heard.emergency,
  strength: heard.strength,
})

/**
 * How surely a message states a matter, at most: below `enough` it is never more. Cheaper than to hear it, as the model is
 * asked for no category, and what cannot make the difference is not looked for.
 */
export function strengthAtMost(
  message: ChatMessage,
  enough: number,
  model: Model,
  isPrivate: boolean,
): number {
  const known = knownOf(message, model, isPrivate)
  known.atMost ??= known.heard?.strength ?? guess(message, enough, model, isPrivate)
  return known.atMost
}

/** What would speak for a matter most, where nobody has looked yet. */
const mostTelling: ReadonlySet<Cue> = new Set(['injury'])
const anything: Aboutness = { codes: new Map(), things: new Set(['']), complete: true, faults: 1 }
const aDoor: readonly unknown[] = ['']

function guess(message: ChatMessage, enough: number, model: Model, isPrivate: boolean): number {
  const { own } = withoutQuote(message.text.slice(0, longest))
  const emergency = message.type === 'link' ? null : emergencyIn(own)
  if (emergency) return 1
  const mentioned = normalise(own)
  const text = withoutMentions(mentioned)
  const matter = withoutPreamble(text)
  const verdict = suspicion(matter, model)
  const spoken = spokenIn(text)
  const doors = mayHaveDoor(text) ? aDoor : []
  const most = (about: Aboutness, cues: ReadonlySet<Cue>) =>
    statementStrength({ text, cues, verdict, about, doors, emergency, message, isPrivate }, spoken)
  const quickly = most(anything, mostTelling)
  if (quickly < enough) return quickly
  const about = aboutnessOf(matter)
  const nearly = most(about, mostTelling)
  return nearly < enough ? nearly : most(about, cuesOf(mentioned, own))
}

const withoutMentions = (mentioned: string): string =>
  mentioned.includes('@') ? mentioned.replace(/@ ?[^\s@]{1,16} ?/g, '').trim() : mentioned

/** The key is all of a message that how it is heard depends on. */
const knownOf = ({ type, mentionsUs, text, at }: ChatMessage, model: Model, isPrivate: boolean) =>
  recentlyHeardBy(model).of(
    `${type === 'link' ? 'l' : ''}${mentionsUs ? 'm' : ''}${isPrivate ? 'p' : ''} ${text.slice(0, longest)}`,
    at,
  )

/** Takes one part of a message apart. */
export function hearText(
  message: ChatMessage,
  raw: string,
  quoted: string | null,
  model: Model,
  isPrivate: boolean,
): Heard {
  const mentioned = normalise(raw)
  const text = withoutMentions(mentioned)
  const cues = cuesOf(mentioned, raw)
  const matter = withoutPreamble(text)
  const verdict = isIdle(text, cues) ? idle : classify(matter, model)
  const about = aboutnessOf(matter)
  const doors = doorsIn(text)
  const emergency = message.type === 'link' ? null : emergencyIn(raw)
  const strength = statementStrength({
    text,
    cues,
    verdict,
    about,
    doors,
    emergency,
    message,
    isPrivate,
  })
  const topic = topicOf(about, verdict)
  const pairs = pairsOf(text)
  return {
    message,
    text,
    raw,
    quoted,
    cues,
    verdict,
    about,
    topic,
    doors,
    pairs,
    emergency,
    strength,
  }
}

/** What needs no opinion of the model: greetings, calls, thanks. */
const isIdle = (text: string, cues: ReadonlySet<Cue>): boolean =>
  text.length < 3 ||
  (text.length < 16 && (cues.has('call') || cues.has('opening') || cues.has('thanks')))

const idle: Verdict = { petition: 0, categories: [], kind: { value: 'report', p: 0 }, because: '' }

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
