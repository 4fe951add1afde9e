import { setTimeout } from 'node:timers/promises'
import type { Feed } from './flows/ports/feed.ts'
import type { Webhooks } from './flows/ports/webhooks.ts'
import type { Desk } from './flows/ports.ts'
import { tellWebhooks } from './http/api/tell-webhooks.ts'
import { webhookPoster } from './post-webhook.ts'
import { pump } from './schedule.ts'

const lookEveryMs = 2_000
/** Who has not answered by then is waited for beside the next look. */
const patienceMs = 1_000

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
  const failed = (fault: unknown) => report('telling webhooks failed', fault)
  const underWay = new Set<Promise<boolean>>()
  const job = async () => {
    const begun = await tellWebhooks({ rulebooks, ...stores }, post, clock, leaving.signal)
    const telling = begun.map((one) =>
      one.catch((fault: unknown) => {
        failed(fault)
        return false
      }),
    )
    for (const one of telling) {
      underWay.add(one)
      void one.finally(() => underWay.delete(one))
    }
    const told = await Promise.race([Promise.all(telling), setTimeout(patienceMs, [])])
    return told.filter(Boolean).length
  }
  const looking = pump(job, lookEveryMs, failed)
  return async () => {
    leaving.abort()
    await looking.stop()
    await Promise.all(underWay)
  }
}
