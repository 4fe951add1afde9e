import type { CategoryCode } from '../ids.ts'
import type { MatterKind } from '../street/rulebook.ts'

/** What the linear model and the lexicon say of one piece of text, taken alone. */
export interface Verdict {
  /** How likely it states a matter for the street to handle (0..1, calibrated). */
  readonly petition: number
  /** The likeliest categories, best first, at most three; probabilities are calibrated. */
  readonly categories: readonly { readonly code: CategoryCode; readonly p: number }[]
  readonly kind: { readonly value: MatterKind; readonly p: number }
  /** How likely life or limb is in danger while it is said (0..1, calibrated). */
  readonly danger: number
  /** The n-grams and lexicon words that spoke loudest, for people: `路灯+, 不亮+, 谢谢-`. */
  readonly because: string
  /** What staff said of nearly the same words decided this. */
  readonly recalled?: 'idle' | 'category'
}
