import type { MediaId } from '../ids.ts'

/** What a handler needs to go there. */
export interface TaskFacts {
  readonly words: readonly string[]
  readonly photos: readonly MediaId[]
  readonly urgent: boolean
  readonly vulnerable: boolean
  /** Whoever reported it must not become known. */
  readonly confidential: boolean
  readonly households: number
  readonly onBehalfOf: string | null
  readonly acceptDueAt: Date
  readonly resolveDueAt: Date
}
