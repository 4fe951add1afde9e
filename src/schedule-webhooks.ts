import type { Feed } from './flows/ports/feed.ts'
import type { Webhooks } from './flows/ports/webhooks.ts'
import type { Desk } from './flows/ports.ts'
import { tellWebhooks } from './http/api/tell-webhooks.ts'
import { webhookPoster } from './post-webhook.ts'
import { pump } from './schedule.ts'

const lookEveryMs = 2_000

/**
 * From now on tells programs what happens; several processes share it. Answers how to stop, which waits for nobody's
 * answer. By the machine's clock: addresses elsewhere do not move with a driven one.
 */
export function scheduleWebhooks(
  { rulebooks, report }: Desk,
  stores: { readonly webhooks: Webhooks; readonly feed: Feed },
  inside: readonly string[],
): () => Promise<void> {
  const clock = () => new Date()
  const post = webhookPoster(inside, clock)
  const leaving = new AbortController()
  const job = () => tellWebhooks({ rulebooks, ...stores }, post, clock, leaving.signal)
  const telling = pump(job, lookEveryMs, (fault) => report('telling webhooks failed', fault))
  return () => {
    leaving.abort()
    return telling.stop()
  }
}
