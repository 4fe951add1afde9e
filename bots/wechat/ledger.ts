import type { MessageId } from '../../src/domain/ids.ts'
import { withoutQuote } from '../../src/domain/intake/quote.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'

/** A message in a group, as far as another account hearing the same would tell. */
export interface Trace {
  readonly message: HeardMessage
  /** The same for the same group, whatever account hears it. */
  readonly group: string
}

/** What one account heard lately; each of its messages is the same as at most one that the other heard. */
export interface Ledger {
  /** Writes it down; the same message once. */
  note(trace: Trace): void
  /** The message here that is the same as the other account's, claimed by it from now on. */
  claim(other: Trace): HeardMessage | undefined
  /** Which message here the other account's turned out to be. */
  counterpart(other: MessageId): MessageId | undefined
  /** Those that say the same, in whatever group. */
  like(other: Pick<Trace, 'message'>): readonly Trace[]
  forget(before: Date): void
}

/** Platforms keep whole seconds, and deliver to one account after the other. */
const apartMs = 5_000

/** `steadyIds`: both accounts know people by the same ids; else only by what they are called. */
export function ledgerOf(steadyIds: boolean): Ledger {
  const traces = new Map<string, Trace>()
  const claims = new Map<string, MessageId>()
  const claimed = new Set<string>()
  const isSame = (one: HeardMessage, other: HeardMessage) =>
    one.type === other.type &&
    Math.abs(one.sentAt.getTime() - other.sentAt.getTime()) <= apartMs &&
    bare(one.text) === bare(other.text) &&
    (steadyIds ? one.sender.id === other.sender.id : isCalledTheSame(one.sender, other.sender))
  return {
    note(trace) {
      if (!traces.has(trace.message.id)) traces.set(trace.message.id, trace)
    },
    claim({ message, group }) {
      const before = traces.get(claims.get(message.id) ?? '')
      if (before) return before.message
      for (const trace of traces.values()) {
        const { id } = trace.message
        if (claimed.has(id) || trace.group !== group || !isSame(trace.message, message)) continue
        claims.set(message.id, id)
        claimed.add(id)
        return trace.message
      }
      return undefined
    },
    counterpart: (other) => claims.get(other),
    like: ({ message }) => [...traces.values()].filter((trace) => isSame(trace.message, message)),
    forget(before) {
      for (const [id, { message }] of traces)
        if (message.sentAt < before) {
          traces.delete(id)
          claimed.delete(id)
        }
      for (const [other, id] of claims) if (!traces.has(id)) claims.delete(other)
    },
  }
}

/** What is said without whom it calls and what it quotes: each account takes out its own name. */
export const bare = (text: string): string =>
  withoutQuote(text)
    .own.replace(/@[^\s\u2005]{1,64}[\u2005 ]?/g, '')
    .replace(/\s+/g, '')

type Sender = HeardMessage['sender']
const isCalledTheSame = (one: Sender, other: Sender) =>
  one.alias !== '' || other.alias !== '' ? one.alias === other.alias : one.name === other.name
