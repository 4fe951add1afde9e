import { assemble } from './assemble.ts'
import { isSurelyChatter } from './gate.ts'
import { type Linker, learntLinker } from './link.ts'
import { matterOf } from './matter-of.ts'
import type { Stretch } from './message.ts'
import type { Reading, Understanding } from './understanding.ts'

const ours = learntLinker()

/**
 * What a stretch of chat says: the matters in it, in the order in which they were first stated. It may be read again
 * after every message; a matter once found keeps its beginning. `linker`: what belongs together, where others than the
 * learnt weights are tried.
 */
export function readStretch(stretch: Stretch, u: Understanding, linker: Linker = ours): Reading {
  if (isSurelyChatter(stretch, u.model)) return { matters: [], unsure: false }
  const { drafts, unsure } = assemble(stretch, u.model, linker)
  return { matters: drafts.map((draft) => matterOf(draft, stretch, u)), unsure }
}
