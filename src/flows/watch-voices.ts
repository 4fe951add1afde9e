import type { Understanding } from '../domain/intake/understanding.ts'
import type { AddressedNotice } from '../domain/notices/notice.ts'
import { askOutcome } from '../domain/voices/item.ts'
import { end } from '../domain/voices/lifecycle.ts'
import { managersOf } from '../domain/voices/managers-of.ts'
import type { Item, Spoken, Voice } from '../domain/voices/voice.ts'
import { resultNotice } from '../domain/voices/voice-notices.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'
import { aloud, howItStands } from './take-voice.ts'
import { understand } from './understand.ts'

const voicesAtOnce = 50

/**
 * Ends what is due of all that was said to groups, each once: whoever wrote it is told how far it was heard, and who answered
 * is forgotten; after a meeting its community is asked what was decided. Answers how many were dealt with.
 */
export async function watchVoices(desk: Desk): Promise<number> {
  const now = desk.clock()
  const due = await desk.voices.due(now, voicesAtOnce)
  if (due.length === 0) return 0
  const u = await understand(desk)
  let done = 0
  for (const voice of due)
    if (
      await record(
        voice.kind === 'item' ? met(voice, now, u) : await ended(voice, u, desk),
        u,
        desk,
      )
    )
      done += 1
  return done
}

/** What the clock makes of it, once by its key. */
interface Happened {
  readonly key: string
  readonly voice: Voice
  readonly notices: readonly AddressedNotice[]
}

async function record({ key, voice, notices }: Happened, { book }: Understanding, desk: Desk) {
  const [written] = await desk.petitions.record(
    [
      {
        cause: { kind: 'press', key: `voice/${voice.id}/${key}` },
        ...{ outcome: 'voiceDue', petition: null, events: [], timers: [], voice },
        letters: lettersFor(notices, book, desk),
      },
    ],
    desk.clock(),
  )
  return written === 'recorded'
}

/** As it stood goes to who wrote it: who answered is forgotten with the end. */
async function ended(voice: Spoken, u: Understanding, desk: Desk): Promise<Happened> {
  const told: AddressedNotice = {
    to: { kind: 'person', person: voice.by },
    notice: { ...(await howItStands(voice, u, desk)), ...{ isOver: true, canRepeat: false } },
    haste: 'news',
  }
  const over = end(voice)
  const { spoken } =
    over.kind === 'poll' ? await aloud(over, resultNotice(over), 'news', desk) : { spoken: [] }
  return { key: 'over', voice: over, notices: [told, ...spoken] }
}

/** The time of a meeting is over: its community is asked what was decided. */
function met(item: Item, now: Date, { book }: Understanding): Happened {
  const { number, title } = item
  const asked = managersOf(item.unit, book).map(
    ({ id }): AddressedNotice => ({
      to: { kind: 'person', person: id },
      notice: { kind: 'itemOutcomeAsked', number, title },
      haste: 'news',
    }),
  )
  return {
    key: `met/${item.meetingAt?.toISOString()}`,
    voice: askOutcome(item, now),
    notices: asked,
  }
}
