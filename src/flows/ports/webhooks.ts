import type { PersonId, UnitCode } from '../../domain/ids.ts'

/** `paused`: stopped by us for a while; `given_up`: it failed for too long, somebody has to look; `off`: ended for good. */
export type WebhookState = 'on' | 'paused' | 'given_up' | 'off'

/** An address of a program that is told what happens, as far as a member of staff sees it within a unit. */
export interface Webhook {
  readonly id: string
  /** What the street calls the program. */
  readonly name: string
  readonly url: string
  /** Both sides sign with it. */
  readonly secret: string
  readonly person: PersonId
  readonly unit: UnitCode
  readonly madeBy: PersonId | null
  readonly madeAt: Date
  readonly state: WebhookState
  /** Up to where it was told, as the feed of the interface says it; null: nothing since it was made. */
  readonly cursor: string | null
  /** Tries that failed one after another. */
  readonly failures: number
  /** Not before then. */
  readonly tryAt: Date
  /** Events in all, and when the last ones were taken. */
  readonly told: number
  readonly toldAt: Date | null
  /** Why the last try failed, without anybody's words; null: it did not. */
  readonly why: string | null
}

/** From which states another is come to by hand. */
export const webhookSwitches = {
  on: ['paused', 'given_up'],
  paused: ['on'],
  off: ['on', 'paused', 'given_up'],
} as const satisfies Readonly<Record<Exclude<WebhookState, 'given_up'>, readonly WebhookState[]>>

export interface Webhooks {
  /** false where one of this id is kept already: it stays as it is. */
  keep(webhook: Webhook): Promise<boolean>
  /** All, the newest first. */
  list(): Promise<Webhook[]>
  /** One whose turn it is, the one that waits longest: ours until `until`. */
  take(now: Date, until: Date): Promise<Webhook | undefined>
  /** What was read or taken up to a cursor; nothing where it stands elsewhere by now. Its turn comes again at `tryAt`. */
  told(
    webhook: Pick<Webhook, 'id' | 'cursor'>,
    upTo: { readonly cursor: string | null; readonly count: number; readonly tryAt: Date },
    now: Date,
  ): Promise<void>
  /** A try that failed. */
  failed(
    id: string,
    how: { readonly why: string; readonly tryAt: Date; readonly gaveUp: boolean },
  ): Promise<void>
  /** Pauses or ends it, or lets it go on from where it stopped; false where there is none that can. */
  switchTo(id: string, state: Exclude<WebhookState, 'given_up'>, now: Date): Promise<boolean>
}
