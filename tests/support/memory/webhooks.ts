import {
  type Webhook,
  type WebhookState,
  type Webhooks,
  webhookSwitches,
} from '../../../src/flows/ports/webhooks.ts'
import type { Shelf } from './shelf.ts'

export function memoryWebhooks({ webhooks }: Shelf): Webhooks {
  const change = (id: string, but: Partial<Webhook>) => {
    const known = webhooks.get(id)
    if (known) webhooks.set(id, { ...known, ...but })
  }
  return {
    async keep(one) {
      if (webhooks.has(one.id)) return false
      webhooks.set(one.id, one)
      return true
    },
    list: async () => [...webhooks.values()].reverse(),
    async take(now, until) {
      const [first] = [...webhooks.values()]
        .filter(({ state, tryAt }) => state === 'on' && tryAt <= now)
        .sort((a, b) => a.tryAt.getTime() - b.tryAt.getTime())
      if (first) change(first.id, { tryAt: until })
      return first && webhooks.get(first.id)
    },
    async told({ id, cursor: from }, { cursor, count, tryAt }, now) {
      const known = webhooks.get(id)
      if (!known || known.cursor !== from) return
      const toldAt = count > 0 ? now : known.toldAt
      change(id, { cursor, told: known.told + count, failures: 0, why: null, tryAt, toldAt })
    },
    async failed(id, { why, tryAt, gaveUp }) {
      const known = webhooks.get(id)
      if (!known) return
      const state = known.state === 'on' && gaveUp ? 'given_up' : known.state
      change(id, { why, tryAt, failures: known.failures + 1, state })
    },
    async switchTo(id, state, now) {
      const known = webhooks.get(id)
      const from: readonly WebhookState[] = webhookSwitches[state]
      if (!known || !from.includes(known.state)) return false
      change(id, { state, failures: 0, why: null, tryAt: now })
      return true
    },
  }
}
