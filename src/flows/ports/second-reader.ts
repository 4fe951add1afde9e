import type { Stretch } from '../../domain/intake/message.ts'
import type { OpenMatter } from '../../domain/intake/same-matter.ts'
import type { Doubt, Ruling } from '../../domain/intake/second/doubts.ts'
import type { Opinion } from '../../domain/intake/second/opinion.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'

/** `unsure`: asked only what we doubt. `reader`: reads every stretch that may hold a matter. */
export const secondReaderModes = ['unsure', 'reader'] as const
export type SecondReaderMode = (typeof secondReaderModes)[number]

/**
 * Somebody else who reads chats, a language model. It answers within its own time limit or null: no answer in time, none
 * that holds, or none any more today; it never throws. The same question gets the same answer and costs nothing again,
 * also while it is still on its way. Nobody's name or number goes out with a question.
 */
export interface SecondReader {
  readonly mode: SecondReaderMode
  /** The matters of a stretch; `open`: petitions that one of them may say again. */
  matters(
    stretch: Stretch,
    open: readonly OpenMatter[],
    u: Understanding,
  ): Promise<readonly Opinion[] | null>
  /** What it makes of single fields of the newest message. */
  ruling(doubt: Doubt, stretch: Stretch, u: Understanding): Promise<Ruling | null>
}
