import { soundsOfChatter } from './cues-of-chatter.ts'
import { soundsOfMatters } from './cues-of-matters.ts'
import { sieveOf } from './sieve/sieve.ts'
import { hasTrouble } from './trouble.ts'

/** What a message does in a talk besides stating a matter. */
export type Cue = keyof typeof soundsOfChatter | keyof typeof soundsOfMatters

/** How each sounds, one pattern after the other; takes normalised text (half-width, without emoji). */
const sounds = Object.entries({ ...soundsOfChatter, ...soundsOfMatters }).flatMap(
  ([cue, patterns]) => patterns.map((pattern: RegExp) => ({ cue: cue as Cue, pattern })),
)
const sieve = sieveOf(sounds.map(({ pattern }) => pattern))

export const cueNames: readonly Cue[] = sounds.map(({ cue }) => cue)

/** Emoji of people who do not mean it. */
const laughs = /\[(?:旺柴|偷笑|坏笑|奸笑|破涕为笑|笑哭|色|机智|吃瓜|阴险)\]|🤣|😂|😏|🐶|😜/u

/** A set costs more than to look for what is in it. */
const none: ReadonlySet<Cue> = new Set()

/** Everything that a text sounds like; `raw` still has the emoji. */
export function cuesOf(text: string, raw = text): ReadonlySet<Cue> {
  let cues: Set<Cue> | null = null
  const start = text.slice(0, 400)
  for (const number of sieve.sift(start)) {
    const sound = sounds[number]
    if (!sound || cues?.has(sound.cue) || !sound.pattern.test(start)) continue
    cues = (cues ?? new Set()).add(sound.cue)
  }
  if (laughs.test(raw)) cues = (cues ?? new Set()).add('joke')
  if (cues?.has('thanks') && hasTrouble(start)) cues.delete('thanks')
  return cues ?? none
}
