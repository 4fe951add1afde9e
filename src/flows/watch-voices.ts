import type { AddressedNotice } from '../domain/notices/notice.ts'
import { end } from '../domain/voices/announcement.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'
import { standingNotice } from './take-voice.ts'
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
      notice: { ...(await standingNotice(voice, u, desk)), ...{ isOver: true, canRepeat: false } },
      haste: 'news',
    }
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key: `voice/${voice.id}/over` },
          ...{ outcome: 'voiceOver', petition: null, events: [], timers: [] },
          voice: end(voice),
          letters: lettersFor([told], u.book, desk),
        },
      ],
      now,
    )
    if (written === 'recorded') done += 1
  }
  return done
}
