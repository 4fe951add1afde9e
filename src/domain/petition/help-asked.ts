import type { PersonId } from '../ids.ts'

/** Somebody at work on it asked those above for help, and waits. */
export interface HelpAsked {
  readonly by: PersonId | null
  readonly text: string
  readonly askedAt: Date
  /** Whose part of joint work it is about; absent: of who leads. */
  readonly part?: number
}
