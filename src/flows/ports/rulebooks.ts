import type { Amendment } from '../../domain/street/amendment.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'

/** Who changes a rulebook and by what. With a draft it is done once: applied again, nothing changes. */
export type Amending = Omit<Amendment, 'version' | 'changes'>

export interface Rulebooks {
  /** Whether any is kept yet. */
  isKept(): Promise<boolean>
  /** The one in force. */
  current(): Promise<Rulebook>
  /** The one a petition was registered under. */
  version(version: number): Promise<Rulebook>
  /**
   * Changes the one in force and answers the next version, or the same where nothing changed. One at a time: nobody's
   * change is lost. What changed is written down with the version, or neither is. Throws where none is kept.
   */
  amend(change: (book: Rulebook) => Rulebook, amending: Amending): Promise<Rulebook>
  /** At most `count`, the newest first, of versions before. */
  amendments(count: number, before?: number): Promise<Amendment[]>
  /** What led to a version, or what came of a draft. */
  amendment(
    of: { readonly version: number } | { readonly draft: string },
  ): Promise<Amendment | undefined>
}
