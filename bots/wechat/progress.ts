import type { HeardMessage } from '../../src/flows/ports.ts'

/**
 * Up to which moment everything said is kept: what was said later is asked for again after a stop or a lost link.
 * The latest message does not tell, for chats overtake each other, and a replay may bring them one by one.
 */
export interface Progress {
  /** The latest message that was handed on to be kept. */
  latest(): HeardMessage | null
  heard(message: HeardMessage): void
  /** The link is lost: from now on something may be missing. */
  lost(): void
  /** Asks for what may be missing; comes back when it was announced. */
  catchUp(replay: (since: Date) => Promise<void>): Promise<void>
  /** Complete up to here once all that was announced is kept; null while something may be missing. */
  upTo(): Date | null
  /** All is kept up to this moment. */
  complete(moment: Date): void
  /** We could hear at this moment: while nothing was ever kept, what was said later is asked for. */
  couldHear(moment: Date): void
  /** Up to when all was kept when we last wrote it down; null before. */
  completeUpTo(): Date | null
}

/** A link lost for a moment loses what was said in it, and clocks differ. */
const overlapMs = 60_000

/** `since`: up to when all was kept before we were started. */
export function progressOf(since: Date | undefined): Progress {
  let complete = since
  let listening: Date | null = null
  let latest: HeardMessage | null = null
  let isMissing = true
  let links = 0
  return {
    latest: () => latest,
    heard(message) {
      if (!latest || message.sentAt > latest.sentAt) latest = message
    },
    lost() {
      isMissing = true
      links++
    },
    async catchUp(replay) {
      const link = links
      const from = complete ?? listening
      if (from) await replay(new Date(from.getTime() - overlapMs))
      if (link === links) isMissing = false
    },
    upTo: () => (isMissing ? null : (latest?.sentAt ?? null)),
    complete(moment) {
      complete = moment
    },
    couldHear(moment) {
      listening = moment
    },
    completeUpTo: () => complete ?? null,
  }
}
