import { dayOf, momentOf } from '../domain/deadlines/calendar.ts'
import type { PersonId, PetitionId } from '../domain/ids.ts'
import { isOvertaken, standingOf } from '../domain/notices/overtaken.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { idsOf } from './parcels.ts'
import type { Desk, Letter } from './ports.ts'

const dayMs = 24 * 3_600_000
/** What goes out sooner has not waited. */
const promptMs = 15 * 60_000

interface Waited {
  readonly letter: Letter
  readonly reader: PersonId
  readonly about: PetitionId
}

/**
 * The letters without news that waited, for the morning, a digest or a platform that was away, and that the petition has
 * overtaken meanwhile: those are taken back, for it was told already, or what follows tells it. What may have gone stays.
 */
export async function withoutOvertaken(
  letters: readonly Letter[],
  book: Rulebook,
  desk: Pick<Desk, 'outbox' | 'petitions' | 'clock'>,
): Promise<readonly Letter[]> {
  const waited = letters.flatMap((letter): Waited[] => {
    const about = standingOf(letter.notice)
    const { to, doubt } = letter
    if (to.kind !== 'person' || about === null || doubt !== null) return []
    return hasWaited(letter, book, desk.clock()) ? [{ letter, reader: to.person, about }] : []
  })
  if (waited.length === 0) return letters
  const since = new Date(desk.clock().getTime() - dayMs)
  const [petitions, sent] = await Promise.all([
    petitionsOf(waited, desk),
    desk.outbox.sentSince(
      since,
      waited.map(({ letter }) => letter.to),
    ),
  ])
  const overtaken = waited.filter(({ letter, reader, about }) => {
    const petition = petitions.get(about)
    const said = sent.filter(
      ({ id, to }) => to.kind === 'person' && to.person === reader && id > letter.id,
    )
    const heard = said.map(({ notice }) => notice)
    if (petition === undefined) return false
    return isOvertaken(letter.notice, petition, reader, heard) || isToldAgain(letter, waited)
  })
  const gone = new Set(idsOf(overtaken.map(({ letter }) => letter)))
  if (gone.size > 0) await desk.outbox.drop([...gone])
  return letters.filter(({ id }) => !gone.has(id))
}

/** A second result in the words of the first: the last letter tells it. */
const isToldAgain = ({ id, to, notice }: Letter, waited: readonly Waited[]): boolean =>
  notice.kind === 'resolved' &&
  waited.some(
    ({ letter, reader, about }) =>
      letter.notice.kind === 'resolved' &&
      about === notice.brief.petition &&
      to.kind === 'person' &&
      reader === to.person &&
      letter.id > id,
  )

/** Letters that waited for the end of the quiet hours are due on its very minute. */
function hasWaited({ sendAt, calm }: Letter, { policies }: Rulebook, now: Date): boolean {
  const morning = momentOf(dayOf(sendAt), policies.quietHours.to)
  return (
    calm === true ||
    sendAt.getTime() === morning.getTime() ||
    now.getTime() - sendAt.getTime() > promptMs
  )
}

async function petitionsOf(
  waited: readonly Waited[],
  { petitions }: Pick<Desk, 'petitions'>,
): Promise<ReadonlyMap<PetitionId, Petition>> {
  const all = [...new Set(waited.map(({ about }) => about))]
  const found = await Promise.all(all.map((id) => petitions.find(id)))
  return new Map(found.flatMap((petition) => (petition ? [[petition.id, petition]] : [])))
}
