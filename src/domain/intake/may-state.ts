import { suspicion } from './classify.ts'
import type { Cue } from './cues.ts'
import type { ChatMessage } from './message.ts'
import type { Model } from './model.ts'
import { mayHaveDoor } from './place-grammar.ts'
import { mayHearDanger } from './second-ear.ts'
import type { Sound } from './sound.ts'
import { doubtful, statementStrength } from './statement.ts'
import { namesThing } from './topics-of.ts'
import { isVague } from './vague.ts'
import type { Verdict } from './verdict.ts'

/** Of what is weaker than this nothing ever began a matter in our marked conversations. */
export const leastStrength = 0.05

/**
 * Whether words may state a matter, or tell of danger: what costs most is asked last, and only where it can change the
 * answer. Most of what states a matter does so whatever the model says of it.
 */
export const mayState = (
  sound: Sound,
  message: ChatMessage,
  model: Model,
  isPrivate: boolean,
): boolean =>
  isOpenlyStated(sound) ||
  strengthAtMost(sound, message, model, isPrivate) >= leastStrength ||
  sound.emergency !== null

/** From this length on, the length does not weigh against a statement. */
const openLength = 7

/**
 * Whether words are at least as strong as `leastStrength` whatever the model says of them: nothing weighs against them, and
 * one thing speaks for them. Errs only towards no.
 */
export function isOpenlyStated(sound: Sound): boolean {
  if (sound.text.length < openLength) return false
  for (const cue of sound.cues) if (doubtful.has(cue)) return false
  if (mayHaveDoor(sound.text)) return true
  if (namesThing(sound.matter)) return true
  const { about } = sound
  return (about.complete || sound.isTrouble) && !isVague(sound.text, about)
}

/** How surely words that no sign of danger is known for state a matter, at most: the model is asked for no category. */
export function strengthAtMost(
  sound: Sound,
  message: ChatMessage,
  model: Model,
  isPrivate: boolean,
): number {
  const { text, cues, about } = sound
  const verdict = isIdle(text, cues) ? idle : suspicion(sound.matter, model)
  if (mayHearDanger(text, verdict.petition, cues)) return 1
  const doors = mayHaveDoor(text) ? aDoor : []
  const signs = { text, cues, verdict, about, doors, emergency: null, message, isPrivate }
  return statementStrength(signs, sound.spoken)
}

/** Stands for the doors of a text where nobody has looked yet. */
const aDoor: readonly unknown[] = ['']

/** What needs no opinion of the model: greetings, calls, thanks. */
export const isIdle = (text: string, cues: ReadonlySet<Cue>): boolean =>
  text.length < 3 ||
  (text.length < 16 && (cues.has('call') || cues.has('opening') || cues.has('thanks')))

export const idle: Verdict = {
  petition: 0,
  categories: [],
  kind: { value: 'report', p: 0 },
  danger: 0,
  because: '',
}
