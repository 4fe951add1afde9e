import type { PersonId } from '../ids.ts'
import { isAccused, recusing } from '../people/accused.ts'
import { holders, staffAt } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Likeness } from '../photos/likenesses.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { AddressedNotice } from './notice.ts'

/**
 * Who hears that photos were seen before: of reported ones those who handle it, for it may be one matter; of results the
 * community's manager, who looks for himself. Whoever sent the photo hears nothing.
 */
export function photoNotices(
  event: PetitionEvent,
  found: readonly Likeness[],
  petition: Petition,
  book: Rulebook,
): readonly AddressedNotice[] {
  const isResult = event.kind === 'resolved'
  const theirs = found.filter(({ of }) => of === (isResult ? 'result' : 'report'))
  if (theirs.length === 0) return []
  const readers = isResult
    ? holders('community_manager', petition, book)
    : isInHand(petition)
      ? staffAt(petition.to, recusing(petition, book))
      : []
  const haste = !isResult && petition.urgency !== 'normal' ? 'alarm' : 'news'
  const brief = briefOf(petition, book, 'concerned')
  return readers
    .map(({ id }): PersonId => id)
    .filter((person) => person !== event.by && !isAccused(person, petition))
    .map((person) => ({
      to: { kind: 'person', person },
      notice: { kind: 'photosAlike', brief, likenesses: theirs },
      haste,
    }))
}
