import type { Rulebook } from '../../domain/street/rulebook.ts'

export interface Rulebooks {
  /** Whether any is kept yet. */
  isKept(): Promise<boolean>
  /** The one in force. */
  current(): Promise<Rulebook>
  /** The one a petition was registered under. */
  version(version: number): Promise<Rulebook>
  /**
   * Changes the one in force and answers the next version, or the same where nothing changed. One at a time: nobody's
   * change is lost. Throws where none is kept.
   */
  amend(change: (book: Rulebook) => Rulebook): Promise<Rulebook>
}
