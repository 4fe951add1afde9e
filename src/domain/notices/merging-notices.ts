import type { PersonId } from '../ids.ts'
import { staffAt } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { AddressedNotice, Brief, Notice } from './notice.ts'
import { taskNotice } from './task-notices.ts'

/** Who must know that a petition went into another one, or stands by itself again: its handlers, and who else waits for it. */
export function mergingNotices(
  event: Extract<PetitionEvent, { kind: 'merged' | 'unmerged' }>,
  before: Petition | null,
  petition: Petition,
  { brief, theirs, discreet }: { brief: Brief; theirs: Brief; discreet: boolean },
  book: Rulebook,
): readonly AddressedNotice[] {
  const tell = (people: readonly PersonId[], notice: Notice) =>
    [...new Set(people)]
      .filter((person) => person !== event.by)
      .map((person): AddressedNotice => ({ to: { kind: 'person', person }, notice, haste: 'news' }))
  const inCharge = (of: Petition | null) =>
    of && isInHand(of) ? staffAt(of.to, book).map(({ id }) => id) : []
  const all = petitioners(petition).map(({ person }) => person)
  if (event.kind === 'merged') {
    const into = event.into.number
    return [
      ...tell(inCharge(before), { kind: 'taskMerged', brief: theirs, into }),
      ...tell(all, { kind: 'merged', brief, into }),
    ]
  }
  if (!isInHand(petition)) return []
  return [
    ...tell(inCharge(petition), taskNotice(petition, theirs, 'unmerged', '', discreet)),
    ...tell(all, { kind: 'unmerged', brief, dueAt: petition.resolveDueAt }),
  ]
}
