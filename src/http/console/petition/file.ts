import { type DeskView, deskView } from '../../../domain/console/desk-view.ts'
import { type LikelySame, likelySame, mayBeMerged } from '../../../domain/console/likely-same.ts'
import { lookOf } from '../../../domain/console/look.ts'
import type { MediaId } from '../../../domain/ids.ts'
import { decide } from '../../../domain/petition/decide.ts'
import type { PetitionEvent } from '../../../domain/petition/event.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import { separable } from '../../../domain/petition/split-off.ts'
import type { Likeness } from '../../../domain/photos/likenesses.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Outbox } from '../../../flows/ports.ts'
import { type Saying, sayingsOf } from '../../../flows/sayings-of.ts'
import { seenBefore } from '../../../flows/seen-before.ts'
import { tooLargeIn } from '../../../flows/too-large.ts'
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
  /** Photos of residents that no phone can show. */
  readonly tooLarge: ReadonlySet<MediaId>
  readonly letters: Awaited<ReturnType<Outbox['letters']>>
  readonly likenesses: readonly Likeness[]
  /** Open petitions that may be the same matter, for who may merge them. */
  readonly alike: readonly LikelySame[]
  readonly mayMerge: boolean
  /** Whether somebody who joined may be split off again. */
  readonly splits: boolean
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
  const into = { petition: petition.id, number: petition.number }
  // into itself it is refused; whoever may not merge at all is refused as not theirs
  const trial = decide({ kind: 'merge', into }, petition, reader, now, book)
  const mayMerge = !trial.ok && trial.problem.kind === 'notNow' && mayBeMerged(petition)
  const [sayings, voices, letters, seen, alike, tooLarge] = await Promise.all([
    view.task.withheld ? [] : sayingsOf(petition, desk),
    view.hears ? voicesOf(petition, desk) : [],
    view.readsLetters ? desk.outbox.letters({ petition: petition.id }) : [],
    view.readsLetters ? seenBefore(petition, desk) : [],
    mayMerge ? alikeTo(visit) : [],
    tooLargeIn(view.task.photos, desk.findings),
  ])
  const likenesses = await visibleOnly(seen, visit)
  const said = { sayings, voices, tooLarge, letters, likenesses }
  const splits = separable(petition, reader, now, book).length > 0
  return { petition, view, timeline, ...said, alike, mayMerge, splits, book, now }
}

/** How far the letters about a petition have come; another one as soon as any goes out, fails or is read. */
export const fatesOf = (letters: DeskFile['letters']): string =>
  [
    letters.length,
    ...(['sent', 'given_up'] as const).map(
      (state) => letters.filter((letter) => letter.state === state).length,
    ),
    letters.filter(({ seenAt }) => seenAt).length,
  ].join('-')

const lookedThrough = 300

async function alikeTo({ petition, staff, desk }: PetitionVisit): Promise<readonly LikelySame[]> {
  if (petition.grid === null) return []
  const others = await desk.petitions.list({
    ...{ grid: petition.grid, limit: lookedThrough },
    statuses: ['received', 'dispatched', 'handling'],
  })
  const likely = likelySame(petition, others)
  const looks = await Promise.all(
    likely.map(async (one) => lookOf(one.petition, staff, await bookFor(one.petition, desk))),
  )
  return likely.filter((_, i) => looks[i] === 'full')
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
