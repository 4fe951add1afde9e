import { type DeskView, deskView } from '../../../domain/console/desk-view.ts'
import { lookOf } from '../../../domain/console/look.ts'
import type { PetitionEvent } from '../../../domain/petition/event.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import type { Likeness } from '../../../domain/photos/likenesses.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Outbox } from '../../../flows/ports.ts'
import { type Saying, sayingsOf } from '../../../flows/sayings-of.ts'
import { seenBefore } from '../../../flows/seen-before.ts'
import { bookFor } from '../../../flows/understand.ts'
import { type ToldVoice, voicesOf } from '../../../flows/voices-of.ts'
import type { PetitionVisit } from '../visit.ts'

/** What one reader sees on the page of a petition. */
export interface DeskFile {
  readonly petition: Petition
  readonly view: DeskView
  readonly timeline: readonly PetitionEvent[]
  readonly sayings: readonly (Saying | null)[]
  readonly voices: readonly ToldVoice[]
  readonly letters: Awaited<ReturnType<Outbox['letters']>>
  readonly likenesses: readonly Likeness[]
  /** People and places of today, limits as they hold for this petition. */
  readonly book: Rulebook
  readonly now: Date
}

/** Null: this reader sees where it went, and no more. */
export async function deskFile(visit: PetitionVisit): Promise<DeskFile | null> {
  const { desk, petition, staff, now } = visit
  const [book, timeline] = await Promise.all([
    bookFor(petition, desk),
    desk.petitions.timeline(petition.id),
  ])
  const reader = { kind: 'person', id: staff.id, staff } as const
  const view = deskView({ petition, timeline, book, at: now }, reader)
  if (!view) return null
  const [sayings, voices, letters, alike] = await Promise.all([
    view.task.withheld ? [] : sayingsOf(petition, desk),
    view.hears ? voicesOf(petition, desk) : [],
    view.readsLetters ? desk.outbox.letters({ petition: petition.id }) : [],
    view.readsLetters ? seenBefore(petition, desk) : [],
  ])
  const likenesses = await visibleOnly(alike, visit)
  return { petition, view, timeline, sayings, voices, letters, likenesses, book, now }
}

/** Of other petitions one learns only where one may see them. */
async function visibleOnly(
  alike: readonly Likeness[],
  { petition, staff, desk }: PetitionVisit,
): Promise<readonly Likeness[]> {
  const seen = await Promise.all(
    alike.map(async (one) => {
      if (one.number === petition.number) return true
      const other = await desk.petitions.findByNumber(one.number)
      return other !== undefined && lookOf(other, staff, await bookFor(other, desk)) !== 'none'
    }),
  )
  return alike.filter((_, i) => seen[i])
}
