import { best, type Draft, isElsewhere, likeness } from './draft.ts'
import type { Heard } from './heard.ts'
import type { Link } from './link.ts'
import type { Before } from './link-traits.ts'
import type { Danger } from './matter.ts'

/** What is said so soon after other words is about the same. */
const aMoment = 6 * 60_000

/** Dangers that people tell of one event in turn: who is hurt in a fight or a fire, a child in the water. */
const together: readonly (readonly Danger[])[] = [
  ['fight', 'medical', 'suicide'],
  ['fire', 'gas', 'medical', 'electric'],
  ['child', 'water', 'medical'],
  ['child', 'suicide'],
  ['electric', 'water'],
  ['lift', 'medical', 'child'],
]
const areOne = (a: Danger, b: Danger): boolean =>
  a === b || together.some((some) => some.includes(a) && some.includes(b))

/**
 * Danger to life that is meant is never left aside, whatever the weights of linking say: it goes to the same danger where one
 * is told already, or begins: another danger, or the same at another building, is another call for help. Words of danger
 * that may not be meant (`isMeant`) only ever join a danger that is told already.
 */
export function alarm(heard: Heard, { own, others }: Before, isMeant: boolean): Link | null {
  if (!heard.emergency || heard.strength < 1) return null
  const { danger, byEar } = heard.emergency
  const at = heard.message.at.getTime()
  // what kind of danger an ear heard is a guess: so soon after another it is that one
  const isGuess = (draft: Draft) =>
    (byEar || draft.danger?.byEar === true) && at - draft.lastAt < aMoment
  const isSame = (draft: Draft) =>
    draft.danger !== null &&
    !isElsewhere(heard, draft) &&
    (areOne(danger, draft.danger.danger) || isGuess(draft))
  const mine = own.findLast(isSame)
  if (mine) return { kind: 'joins', draft: mine, supports: false, adds: true }
  const theirs = others.findLast(isSame)
  if (theirs) return { kind: 'joins', draft: theirs, supports: true, adds: true }
  if (!isMeant) return null
  const near = others.findLast(
    (draft) =>
      draft.danger === null &&
      at - draft.lastAt < aMoment &&
      !isElsewhere(heard, draft) &&
      (heard.cues.has('echo') || likeness(heard, draft) > 0.2),
  )
  if (near) return { kind: 'joins', draft: near, supports: true, adds: true }
  const calm = own.filter((draft) => draft.danger === null)
  const last = calm.at(-1)
  const goesOn = last && at - last.ownAt < aMoment && !isElsewhere(heard, last)
  const draft = goesOn ? last : best(heard, calm)
  return draft && (goesOn || likeness(heard, draft) > 0.4)
    ? { kind: 'joins', draft, supports: false, adds: true }
    : { kind: 'begins' }
}
