import { type CategoryCode, categoryCode } from '../../ids.ts'
import type { MatterKind } from '../../street/rulebook.ts'

/** How people speak of one category: the things, what is wrong with them, and sayings that are enough alone. */
export interface Topic {
  readonly code: CategoryCode
  /** What it is, unless the words are plainly otherwise. */
  readonly kind: MatterKind
  readonly things: readonly string[]
  readonly faults: readonly string[]
  readonly says: readonly string[]
}

interface Words {
  readonly things: string
  readonly faults: string
  readonly says: string
}

/** Words are given as one string, parted by spaces. */
export const topic = (code: string, kind: MatterKind, { things, faults, says }: Words): Topic => ({
  code: categoryCode(code),
  kind,
  things: words(things),
  faults: words(faults),
  says: words(says),
})

export const words = (list: string): readonly string[] => list.trim().split(/\s+/)
