import type { AddressedNotice } from '../domain/notices/notice.ts'
import { end } from '../domain/voices/lifecycle.ts'
import { resultNotice } from '../domain/voices/voice-notices.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'
import { aloud, howItStands } from './take-voice.ts'
import { understand } from './understand.ts'

const voicesAtOnce = 50

/**
 * Ends what is due of all that was said to groups, each once: whoever wrote it is told how far it was heard, and who answered
 * is forgotten. Answers how many were dealt with.
 */
export async function watchVoices(desk: Desk): Promise<number> {
  const now = desk.clock()
  const due = await desk.voices.due(now, voicesAtOnce)
  if (due.length === 0) return 0
  const u = await understand(desk)
  let done = 0
  for (const voice of due) {
    const told: AddressedNotice = {
      to: { kind: 'person', person: voice.by },
      // as it stood: who answered is forgotten with the end
      notice: { ...(await howItStands(voice, u, desk)), ...{ isOver: true, canRepeat: false } },
      haste: 'news',
    }
    const over = end(voice)
    const { spoken } =
      over.kind === 'poll' ? await aloud(over, resultNotice(over), 'news', desk) : { spoken: [] }
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key: `voice/${voice.id}/over` },
          ...{ outcome: 'voiceOver', petition: null, events: [], timers: [] },
          voice: over,
          letters: lettersFor([told, ...spoken], u.book, desk),
        },
      ],
      now,
    )
    if (written === 'recorded') done += 1
  }
  return done
}
