import { best, isElsewhere, likeness } from './draft.ts'
import type { Heard } from './heard.ts'
import type { Link } from './link.ts'
import type { Before } from './link-traits.ts'

/** What is said so soon after other words is about the same. */
const aMoment = 6 * 60_000

/** Danger to life is never left aside, whatever the weights say: it goes to the danger that is told already, or begins. */
export function alarm(heard: Heard, { own, others }: Before): Link | null {
  if (!heard.emergency || heard.strength < 1) return null
  const mine = own.findLast(({ danger }) => danger !== null)
  if (mine) return { kind: 'joins', draft: mine, supports: false, adds: true }
  const theirs = others.findLast(({ danger }) => danger !== null)
  if (theirs) return { kind: 'joins', draft: theirs, supports: true, adds: true }
  const near = others.findLast(
    (draft) =>
      heard.message.at.getTime() - draft.lastAt < aMoment &&
      !isElsewhere(heard, draft) &&
      (heard.cues.has('echo') || likeness(heard, draft) > 0.2),
  )
  if (near) return { kind: 'joins', draft: near, supports: true, adds: true }
  const last = own.at(-1)
  const goesOn =
    last && heard.message.at.getTime() - last.ownAt < aMoment && !isElsewhere(heard, last)
  const draft = goesOn ? last : best(heard, own)
  return draft && (goesOn || likeness(heard, draft) > 0.4)
    ? { kind: 'joins', draft, supports: false, adds: true }
    : { kind: 'begins' }
}
