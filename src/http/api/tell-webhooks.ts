import type { Webhook, Webhooks } from '../../flows/ports/webhooks.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { nextEvents } from './events.ts'
import { feedPlaceOf, happeningJson } from './happening-json.ts'

/** What became of a request: null, it was taken; `gone`: nobody wants it any more. */
export type Posted = null | { readonly why: string; readonly gone?: true }
/** `leaving`: nobody waits for the answer any longer. */
export type PostWebhook = (
  webhook: Webhook,
  body: Uint8Array<ArrayBuffer>,
  leaving: AbortSignal,
) => Promise<Posted>

const eventsAtOnce = 100
/** Longer than a request takes, and what is done around it. */
const oursForMs = 60_000
const lookEveryMs = 3_000
const firstPauseMs = 5_000
const longestPauseMs = 3_600_000
/** With the pauses between them some twenty-four hours. */
const mostFailures = 32

type TellingDesk = Pick<ConsoleDesk, 'rulebooks' | 'feed'> & { readonly webhooks: Webhooks }

/**
 * Begins to tell the programs whose turn it is what happened since, and answers for each whether it took something, once it
 * is clear: who does not answer holds up nobody else. What is not taken comes again, the same and before anything later, after pauses that double up
 * to an hour; after a day we give up until somebody has looked. What we leave while we wait for an answer is nobody's
 * failure, and comes again.
 */
export async function tellWebhooks(
  desk: TellingDesk,
  post: PostWebhook,
  clock: () => Date,
  leaving: AbortSignal,
): Promise<readonly Promise<boolean>[]> {
  const now = clock()
  const until = new Date(now.getTime() + oursForMs)
  const due: Webhook[] = []
  for (;;) {
    const webhook = await desk.webhooks.take(now, until)
    if (!webhook) break
    due.push(webhook)
  }
  return due.map((one) => tell(one, desk, post, clock, leaving))
}

const bodyOf = (webhook: string, events: readonly unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ webhook, events }))

/** What comes of a request without events, whatever state the webhook is in: nothing is told, and nothing is written down. */
export const pinged = (webhook: Webhook, post: PostWebhook): Promise<Posted> =>
  post(webhook, bodyOf(webhook.id, []), new AbortController().signal)

async function tell(
  webhook: Webhook,
  desk: TellingDesk,
  post: PostWebhook,
  clock: () => Date,
  leaving: AbortSignal,
): Promise<boolean> {
  const { id, failures } = webhook
  const after = (ms: number) => new Date(clock().getTime() + ms)
  const book = await desk.rulebooks.current()
  const staff = book.staff.find((one) => one.id === webhook.person)
  if (!staff) {
    await desk.webhooks.failed(id, { why: 'person left', tryAt: clock(), gaveUp: true })
    return false
  }
  const from = (webhook.cursor === null ? null : feedPlaceOf(webhook.cursor)) ?? webhook.madeAt
  const caller = { token: webhook, staff, book }
  const { told, last, more } = await nextEvents(from, eventsAtOnce, caller, desk)
  const cursor = last ?? webhook.cursor
  const events = told.map((one) => happeningJson(one, book))
  const body = bodyOf(id, events)
  const posted = events.length === 0 ? null : await post(webhook, body, leaving)
  if (posted === null) {
    const tryAt = after(more ? 0 : lookEveryMs)
    await desk.webhooks.told(webhook, { cursor, count: events.length, tryAt }, clock())
    return events.length > 0
  }
  if (leaving.aborted) return false
  await desk.webhooks.failed(id, {
    why: posted.why,
    tryAt: after(Math.min(longestPauseMs, firstPauseMs * 2 ** failures)),
    gaveUp: posted.gone === true || failures + 1 >= mostFailures,
  })
  return false
}
