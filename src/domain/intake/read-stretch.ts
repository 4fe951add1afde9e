import { assemble } from './assemble.ts'
import { isSurelyChatter } from './gate.ts'
import { learntLinker } from './link.ts'
import { matterOf } from './matter-of.ts'
import type { Stretch } from './message.ts'
import type { Reading, Understanding } from './understanding.ts'

const linker = learntLinker()

/**
 * What a stretch of chat says: the matters in it, in the order in which they were first stated. It may be read again
 * after every message; a matter once found keeps its beginning.
 */
export function readStretch(stretch: Stretch, u: Understanding): Reading {
  if (isSurelyChatter(stretch, u.model)) return { matters: [], unsure: false }
  const { drafts, unsure } = assemble(stretch, u.model, linker)
  return { matters: drafts.map((draft) => matterOf(draft, stretch, u)), unsure }
}
