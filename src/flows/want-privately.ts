import { dayOf } from '../domain/deadlines/calendar.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { lettersFor } from './letters.ts'
import type { Channels } from './ports/channels.ts'
import type { Desk } from './ports.ts'
import { waysTo } from './ways-to.ts'

/**
 * A resident whom nothing reaches in private is asked to come: by name in a group they have spoken in, in words that say
 * nothing of why, at most once a day. Nothing happens for staff, who have a phone, and for who is in no group of ours.
 */
export async function wantPrivately(
  person: PersonId,
  channels: Channels,
  book: Rulebook,
  desk: Desk,
): Promise<void> {
  if (book.staff.some(({ id }) => id === person)) return
  const [known] = await desk.people.find([person])
  for (const { room } of known?.rooms ?? []) {
    const to = { kind: 'room', room, mention: person } as const
    const ways = await waysTo(to, book, desk)
    const isThere = ways.some(
      (way) => way.kind === 'room' && way.mention !== null && channels[way.channel],
    )
    if (!isThere) continue
    const day = dayOf(desk.clock())
    const letters = lettersFor(
      [{ to, notice: { kind: 'privateWanted' }, haste: 'news' }],
      book,
      desk,
    )
    const cause = { kind: 'press', key: `privateWanted/${person}/${day}` } as const
    await desk.petitions.record(
      [{ cause, outcome: 'privateWanted', petition: null, events: [], timers: [], letters }],
      desk.clock(),
    )
    return
  }
}
