interface Limits {
  /** For one voice, waiting and repeating included. */
  readonly timeoutMs: number
}

/** Who writes down what is said in voices, as a street sets it up. */
export type AsrSettings =
  | ({
      readonly kind: 'server'
      /** Up to and including `/v1`, or the whole address of `audio/transcriptions`. */
      readonly url: string
      readonly model: string
      /** Secret: in the request's header and nowhere else. */
      readonly key: string | null
    } & Limits)
  | ({
      readonly kind: 'command'
      /** A program and what goes before the path of the voice. */
      readonly command: readonly [program: string, ...options: string[]]
    } & Limits)
