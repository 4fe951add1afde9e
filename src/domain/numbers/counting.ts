import type { Rulebook } from '../street/rulebook.ts'
import type { Span } from './period.ts'
import type { Scope } from './scope.ts'
import type { Story } from './story.ts'

/** All that a number is made of. `stories`: those alive in the span, and what was registered in the month before it. */
export interface Counting {
  readonly stories: readonly Story[]
  readonly span: Span
  readonly scope: Scope
  readonly book: Rulebook
}
