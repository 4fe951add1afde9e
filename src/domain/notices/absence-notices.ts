import type { PersonId } from '../ids.ts'
import type { Absence } from '../people/absence.ts'
import { recusing } from '../people/accused.ts'
import { isHandler, staffAt } from '../people/in-charge.ts'
import type { InHand } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { AddressedNotice, Brief, Notice } from './notice.ts'
import type { TaskLine } from './pressing-notice.ts'

/**
 * Who stands in for somebody away is told until when, and what of theirs is open: the deputy also when nothing is. Nothing is
 * dispatched anew.
 */
export function standInNotices(
  { person, deputy }: Absence,
  untilAt: Date,
  hand: readonly InHand[],
  book: Rulebook,
): AddressedNotice[] {
  const name = book.staff.find(({ id }) => id === person)?.name ?? ''
  const theirs = hand.filter((petition) => isHandler(person, petition, book))
  const readers = standIns(theirs, person, book)
  if (deputy !== null && !readers.has(deputy)) readers.set(deputy, [])
  return [...readers].map(([reader, lines]) =>
    news(reader, { kind: 'standIn', name, untilAt, lines: lines.map(lineOf(book)) }),
  )
}

/** What somebody accepted who is no staff any more goes on with who receives it now. */
export function leftNotices(
  person: PersonId,
  name: string,
  hand: readonly InHand[],
  book: Rulebook,
): AddressedNotice[] {
  const theirs = hand.filter((one) => one.status === 'handling' && one.handler === person)
  return [...standIns(theirs, person, book)].map(([reader, lines]) =>
    news(reader, { kind: 'standIn', name, untilAt: null, lines: lines.map(lineOf(book)) }),
  )
}

/** Whoever is back hears what is theirs, be it nothing. */
export const returnNotices = (
  person: PersonId,
  hand: readonly InHand[],
  book: Rulebook,
): AddressedNotice[] => [
  news(person, {
    kind: 'backAgain',
    lines: hand.filter((petition) => isHandler(person, petition, book)).map(lineOf(book)),
  }),
]

function standIns(theirs: readonly InHand[], but: PersonId, book: Rulebook) {
  const readers = new Map<PersonId, InHand[]>()
  for (const petition of theirs) {
    const isAccepted = petition.status === 'handling' && petition.handler === but
    // colleagues who have it anyway hear of it only when somebody had made it theirs
    const usual = staffAt(petition.to, { ...book, away: [] })
    for (const { id } of staffAt(petition.to, recusing(petition, book)))
      if (id !== but && (isAccepted || usual.every((one) => one.id !== id)))
        readers.set(id, [...(readers.get(id) ?? []), petition])
  }
  return readers
}

const lineOf =
  (book: Rulebook) =>
  (petition: InHand): TaskLine<Brief> => ({
    brief: briefOf(petition, book, 'group'),
    dueAt: petition.resolveDueAt,
  })

const news = (person: PersonId, notice: Notice): AddressedNotice => ({
  ...{ to: { kind: 'person', person }, notice, haste: 'news' },
})
