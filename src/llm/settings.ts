import type { SecondReaderMode } from '../flows/ports/second-reader.ts'

/** A language model behind an OpenAI-compatible address, as a street sets it up. */
export interface LlmSettings {
  /** Up to and including `/v1`, or the whole address of `chat/completions`. */
  readonly url: string
  readonly model: string
  /** Secret: in the request's header and nowhere else. */
  readonly key: string | null
  readonly mode: SecondReaderMode
  /** Requests a day, by Beijing's calendar. */
  readonly dailyCap: number
  /** For one question, waiting and repeating included. */
  readonly timeoutMs: number
}
