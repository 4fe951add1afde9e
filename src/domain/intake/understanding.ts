import type { Rulebook } from '../street/rulebook.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Matter } from './matter.ts'
import type { Model } from './model.ts'

/** What reading needs besides the words: built once for a rulebook, then only looked at. */
export interface Understanding {
  readonly book: Rulebook
  readonly model: Model
  readonly gazetteer: Gazetteer
}

/** What a stretch of chat says. */
export interface Reading {
  /** In the order in which they were first stated. */
  readonly matters: readonly Matter[]
  /** The last message may be a matter, but we cannot tell: worth a question in a private chat. */
  readonly unsure: boolean
}
