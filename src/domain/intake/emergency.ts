import { type Guard, guards } from './emergency-guards.ts'
import { guardsOfCalm } from './emergency-guards-calm.ts'
import { guardsOfPeace } from './emergency-guards-peace.ts'
import { signs } from './emergency-signs.ts'
import { signsOfBody } from './emergency-signs-body.ts'
import { signsAtTheEdge } from './emergency-signs-edge.ts'
import { signsOfForce } from './emergency-signs-force.ts'
import { signsOfHurt } from './emergency-signs-hurt.ts'
import { signsOfPairs } from './emergency-signs-pairs.ts'
import { signsOfParting } from './emergency-signs-parting.ts'
import { signsOfPeople } from './emergency-signs-people.ts'
import { signsOfPeril } from './emergency-signs-peril.ts'
import { signsOfPlaces } from './emergency-signs-places.ts'
import { signsInPlainWords } from './emergency-signs-plain.ts'
import { signsOfPlight } from './emergency-signs-plight.ts'
import type { Danger } from './matter.ts'
import { sieveOf } from './sieve/sieve.ts'
import { normalise } from './text.ts'

/** All signs, one after the other, in the order in which they are tried. */
const allSigns = [
  ...signsOfPeople,
  ...signs,
  ...signsOfPlight,
  ...signsOfPlaces,
  ...signsOfForce,
  ...signsOfParting,
  ...signsOfBody,
  ...signsOfPeril,
  ...signsOfPairs,
  ...signsOfHurt,
  ...signsAtTheEdge,
  ...signsInPlainWords,
].flatMap(({ danger, gate, signs: patterns }) =>
  patterns.map((pattern) => ({ danger, gate, pattern })),
)
const allGuards = [...guards, ...guardsOfPeace, ...guardsOfCalm]
const sieve = sieveOf(allSigns.map(({ pattern }) => pattern))

/** Longer texts are read from the beginning only: nobody calls for help on page two. */
const longest = 2000

/**
 * Danger to life now, and the words that say so; null when there is none, or when it is a joke, a drill, an
 * advertisement, long ago, or heard from elsewhere. Made to miss nothing rather than to be never wrong. `normal`: the same text
 * normalised, where the caller has it.
 */
export function emergencyIn(
  text: string,
  normal?: string,
): { danger: Danger; because: string } | null {
  return signIn(text, normal, isHarmless)
}

/** The words that may say danger, whatever stands around them. */
export const bareSignIn = (text: string): { danger: Danger; because: string } | null =>
  signIn(text, undefined, () => false)

function signIn(
  text: string,
  normal: string | undefined,
  isLetBe: typeof isHarmless,
): { danger: Danger; because: string } | null {
  const raw = text.slice(0, longest)
  const isAsNormal = normal !== undefined && text.length <= longest && !text.includes('\n')
  const words = isAsNormal ? normal : normalise(raw.replace(/\n/g, '。'))
  let gate: RegExp | null = null
  let isOpen = false
  for (const number of sieve.sift(words)) {
    const sign = allSigns[number]
    if (!sign) continue
    // neighbours in the list share a gate
    if (sign.gate !== gate) {
      gate = sign.gate
      isOpen = gate.test(words)
    }
    if (!isOpen) continue
    const found = sign.pattern.exec(words)
    if (found && !isLetBe(sign.danger, words, found, raw))
      return { danger: sign.danger, because: found[0] }
  }
  return null
}

const sentenceEnd = /[。.!?;]/

function isHarmless(danger: Danger, text: string, found: RegExpExecArray, raw: string): boolean {
  const from = found.index
  const to = from + found[0].length
  const start = lastEnd(text.slice(0, from))
  const next = text.slice(to).search(sentenceEnd)
  const end = next < 0 ? text.length : to + next
  const parts: Readonly<Record<Guard['where'], string>> = {
    before: text.slice(Math.max(start, from - 14), from),
    after: text.slice(to, Math.min(text.length, to + 16)),
    sentence: text.slice(start, end),
    text: raw,
  }
  return allGuards.some(
    ({ only, where, words, unless }) =>
      (only?.includes(danger) ?? true) && words.test(parts[where]) && !unless?.test(text),
  )
}

function lastEnd(before: string): number {
  for (let at = before.length - 1; at >= 0; at--) {
    if (sentenceEnd.test(before.charAt(at))) return at + 1
  }
  return 0
}
