import { liesIn } from '../domain/intake/gazetteer.ts'
import type { Matter } from '../domain/intake/matter.ts'
import type { Stretch } from '../domain/intake/message.ts'
import { readStretch } from '../domain/intake/read-stretch.ts'
import type { OpenMatter } from '../domain/intake/same-matter.ts'
import { doubtIn, withRuling } from '../domain/intake/second/doubts.ts'
import { mayHoldMatter } from '../domain/intake/second/may-hold-matter.ts'
import { mergedReading } from '../domain/intake/second/merged-reading.ts'
import type { Registered } from '../domain/intake/second/one-for-each.ts'
import type { Reading, Understanding } from '../domain/intake/understanding.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { SecondReader } from './ports/second-reader.ts'
import type { Desk, HeardMessage } from './ports.ts'

/** What a second reading must know besides the words. */
export interface Around {
  /** Petitions that messages of the stretch belong to. */
  readonly registered: readonly Registered[]
  /** Petitions that a matter of the stretch may say again; loaded only when it is asked. */
  readonly open: () => Promise<readonly OpenMatter[]>
}

/**
 * Our reading of a stretch, bettered by a second reader where there is one and it is worth asking. Danger in the newest
 * message waits for nobody. Without an answer our own reading stands, and says so.
 */
export async function secondReading(
  local: Reading,
  stretch: Stretch,
  { registered, open }: Around,
  u: Understanding,
  reader: SecondReader,
): Promise<Reading> {
  const newest = stretch.messages.at(-1)
  const isTold = ({ messages }: Matter) => newest !== undefined && messages.includes(newest.id)
  const unanswered: Reading = {
    ...local,
    matters: local.matters.map((matter) => (isTold(matter) ? unconfirmed(matter) : matter)),
  }
  if (local.matters.some((matter) => isTold(matter) && isNewDanger(matter, stretch, u)))
    return local
  switch (reader.mode) {
    case 'unsure': {
      const doubt = doubtIn(local, stretch, registered, u)
      if (!doubt) return local
      const ruling = await reader.ruling(doubt, stretch, u)
      return ruling ? withRuling(local, doubt, ruling, stretch, u) : unanswered
    }
    case 'reader': {
      if (!mayHoldMatter(stretch, u.model)) return local
      const opinions = await reader.matters(stretch, await open(), u)
      return opinions ? mergedReading(local, opinions, stretch, registered, u) : unanswered
    }
  }
}

/** A danger that was none before the newest message. */
function isNewDanger({ urgency, messages }: Matter, stretch: Stretch, u: Understanding): boolean {
  if (urgency.value !== 'emergency') return false
  const before = readStretch({ ...stretch, messages: stretch.messages.slice(0, -1) }, u)
  return !before.matters.some(
    (matter) =>
      matter.urgency.value === 'emergency' && matter.messages.some((id) => messages.includes(id)),
  )
}

/** Staff see that nobody looked at it twice. */
const unconfirmed = (matter: Matter): Matter => ({
  ...matter,
  category: { ...matter.category, because: `${matter.category.because}（大模型没有答复）` },
})

/** Who has waited so long gets our own reading: nobody waits twice for what another message was held up by. */
const longestWaitMs = 60_000
const sameWithinMs = 30 * 24 * 3_600_000
const openCount = 300
const shownCount = 12

/** Our reading of what a message stands in, read a second time where the desk has a second reader. */
export async function readTwice(
  local: Reading,
  heard: HeardMessage,
  stretch: Stretch,
  known: readonly Petition[],
  u: Understanding,
  desk: Desk,
): Promise<Reading> {
  const waited = desk.clock().getTime() - heard.sentAt.getTime()
  if (!desk.secondReader || waited > longestWaitMs) return local
  const open = () => openAround(stretch, known, u, desk)
  return secondReading(local, stretch, { registered: known, open }, u, desk.secondReader)
}

/** The latest open petitions around the group, or the speaker's groups; none that must be kept confidential. */
async function openAround(
  { room, speakerRooms }: Stretch,
  known: readonly Petition[],
  { gazetteer }: Understanding,
  { petitions, clock }: Desk,
): Promise<OpenMatter[]> {
  const rooms = room === null ? speakerRooms.map((one) => one.room) : [room]
  const units = rooms.flatMap((id) => gazetteer.rooms.get(id)?.unit ?? [])
  const listed = await petitions.list({
    statuses: ['received', 'dispatched', 'handling'],
    registeredSince: new Date(clock().getTime() - sameWithinMs),
    limit: openCount,
  })
  return listed
    .filter(({ grid }) => grid === null || units.some((unit) => liesIn(grid, unit, gazetteer)))
    .filter(({ id, confidential }) => !confidential && known.every((other) => other.id !== id))
    .slice(0, shownCount)
    .map(({ id, category, place, grid, summary, registeredAt }) => ({
      id,
      category,
      place,
      grid,
      words: [summary], // what was said may hold names
      registeredAt,
    }))
}
