import type { MediaId } from '../../domain/ids.ts'
import type { Fingerprint } from '../../domain/photos/fingerprint.ts'

/** Why nothing can be made of a file. */
export const unreadableReasons = ['damaged', 'tooLarge', 'unknownFormat'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** What was found out about a kept file. */
export type Finding =
  /** null: too plain to be told from others, such as a photo taken in the dark. */
  | { readonly kind: 'picture'; readonly fingerprint: Fingerprint | null }
  /** `playable`: what browsers and transcribers take: a WAV made of it, or the file itself. */
  | { readonly kind: 'voice'; readonly playable: MediaId; readonly ms: number }
  | { readonly kind: 'unreadable'; readonly because: UnreadableReason }

/** What was found out about kept files: found out once, for it never changes. */
export interface Findings {
  find(ids: readonly MediaId[]): Promise<ReadonlyMap<MediaId, Finding>>
  /** The first one stays. */
  keep(id: MediaId, finding: Finding): Promise<void>
  forget(id: MediaId): Promise<void>
}

/** What a look at the bytes of a file comes to. `wav`: null where the file itself can be played. */
export type Examined =
  | Exclude<Finding, { kind: 'voice' }>
  | { readonly kind: 'voice'; readonly wav: Uint8Array | null; readonly ms: number }

/** Looks at pictures and decodes voices, without holding up anything else. */
export interface Senses {
  /** Within a few seconds, whatever the bytes are; never throws for them. */
  examine(bytes: Uint8Array): Promise<Examined>
  /** null: nobody writes down what is said in a voice. */
  readonly transcriber: Transcriber | null
}

/** Writes down what is said in a voice. */
export interface Transcriber {
  /** How long `words` takes at most, waiting and repeating included. */
  readonly limitMs: number
  /** The words; null when there are none or none can be had in time. Never throws; silent once we are stopping. */
  words(voice: Voice): Promise<string | null>
}

export interface Voice {
  readonly bytes: Uint8Array
  readonly mime: string
}
