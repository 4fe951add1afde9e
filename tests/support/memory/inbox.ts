import { conversationOf, type HeardMessage, type Inbox } from '../../../src/flows/ports.ts'
import { type KeptMessage, kept, type Shelf } from './shelf.ts'

export const memoryInbox = (shelf: Shelf): Inbox => ({
  async keep(messages, now, upTo) {
    const fresh = messages.filter((message) => {
      const key = keyOf(message)
      if (shelf.messages.has(key)) return false
      const entry = {
        message: kept(message),
        keptAt: now,
        petition: null,
        outcome: null,
        listenUntil: 0,
      }
      shelf.messages.set(key, { ...entry, state: 'waiting' })
      return true
    })
    for (const { channel, sentAt } of messages) {
      const last = shelf.lastHeard.get(channel)
      const until = upTo ?? (last ? undefined : sentAt)
      if (until && (!last || last < until)) shelf.lastHeard.set(channel, until < now ? until : now)
    }
    return fresh.map(({ id }) => id)
  },
  async waiting(count) {
    const first = new Map<string, HeardMessage>()
    for (const { message, state } of shelf.messages.values()) {
      const conversation = conversationOf(message)
      if (state === 'waiting' && !first.has(conversation)) first.set(conversation, message)
    }
    return [...first.values()].slice(0, count)
  },
  async stretch(upTo, since) {
    const stretch: HeardMessage[] = []
    for (const [key, { message }] of shelf.messages) {
      if (conversationOf(message) !== conversationOf(upTo)) continue
      if (message.sentAt >= since) stretch.push(message)
      if (key === keyOf(upTo)) return stretch.slice(-40)
    }
    return []
  },
  async behind(heard) {
    const kept = [...shelf.messages]
    return kept
      .slice(kept.findIndex(([key]) => key === keyOf(heard)) + 1)
      .filter(([, { state }]) => state === 'waiting')
      .map(([, { message }]) => message)
      .filter((message) => conversationOf(message) === conversationOf(heard))
      .slice(-40)
  },
  async listen(id, channel, forMs) {
    const found = shelf.messages.get(keyOf({ id, channel }))
    if (!found || found.listenUntil === Number.POSITIVE_INFINITY) return 'done'
    if (found.listenUntil > performance.now()) return 'theirs'
    found.listenUntil = performance.now() + forMs
    return 'ours'
  },
  async listened(id, channel, words) {
    const found = shelf.messages.get(keyOf({ id, channel }))
    if (!found || found.listenUntil === Number.POSITIVE_INFINITY) return
    found.listenUntil = Number.POSITIVE_INFINITY
    if (words !== null) found.message = kept({ ...found.message, text: words })
  },
  async voices(messages) {
    const ids = new Set(messages)
    return [...shelf.messages.values()]
      .map(({ message }) => message)
      .filter(({ id, type, media }) => ids.has(id) && type === 'voice' && media !== null)
  },
  async find(messages) {
    const ids = new Set(messages)
    return [...shelf.messages.values()]
      .map(({ message }) => message)
      .filter(({ id }) => ids.has(id))
  },
  async setAside(id, channel, fault) {
    const found = shelf.messages.get(keyOf({ id, channel }))
    if (found?.state !== 'waiting') return
    found.state = 'set_aside'
    found.outcome = fault
  },
  lastHeard: async (channel) => shelf.lastHeard.get(channel),
  async forget(before) {
    const led = ({ message, petition }: KeptMessage) =>
      petition !== null || shelf.petitionsOf.has(message.id)
    const chatter = [...shelf.messages].filter(
      ([, entry]) => entry.state === 'read' && entry.keptAt < before && !led(entry),
    )
    for (const [key] of chatter) shelf.messages.delete(key)
    return chatter.length
  },
})

export const keyOf = ({ channel, id }: Pick<HeardMessage, 'channel' | 'id'>) => `${channel}/${id}`
