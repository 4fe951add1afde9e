import type { Payload } from './sim-payloads.ts'

/** On WeChat's web protocol each account sees everything under ids of its own: a veil over the world's ids. */
export function veilOf(prefix: string) {
  const on = (id: string) => (id === '' ? '' : prefix + id)
  return {
    on,
    /** Throws for an id that this account was never shown. */
    off(id: string): string {
      if (!id.startsWith(prefix)) throw new RangeError('an id of another account')
      return id.slice(prefix.length)
    },
    onMessage(payload: Payload): Payload {
      const { id, talkerId } = payload
      const who = { id: on(id), talkerId: on(talkerId) }
      return payload.roomId
        ? {
            ...{ ...payload, ...who, roomId: on(payload.roomId) },
            mentionIdList: ('mentionIdList' in payload ? (payload.mentionIdList ?? []) : []).map(
              on,
            ),
          }
        : { ...payload, ...who, listenerId: on(payload.listenerId ?? '') }
    },
  }
}
