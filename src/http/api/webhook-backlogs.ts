import type { Webhook } from '../../flows/ports/webhooks.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { feedPlaceOf } from './happening-json.ts'

export interface WebhookBacklog {
  readonly webhook: Webhook
  /** Events recorded and not dealt with yet, whether its person sees them or not: at most `mostBehind`. */
  readonly behind: number
}

export const mostBehind = 10_000

/** How far each webhook is behind, of those that are not ended; the newest first. */
export async function webhookBacklogs({
  webhooks,
  feed,
}: Pick<ConsoleDesk, 'webhooks' | 'feed'>): Promise<readonly WebhookBacklog[]> {
  const live = (await webhooks.list()).filter(({ state }) => state !== 'off')
  return Promise.all(
    live.map(async (webhook) => {
      const place = webhook.cursor === null ? null : feedPlaceOf(webhook.cursor)
      return { webhook, behind: await feed.behind(place ?? webhook.madeAt, mostBehind) }
    }),
  )
}
