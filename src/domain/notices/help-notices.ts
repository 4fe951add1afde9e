import { staffAt } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { HelpAsked } from '../petition/help-asked.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefFor } from './joint-people.ts'
import type { AddressedNotice, Brief } from './notice.ts'
import { telling } from './telling.ts'

/** Who asked for help hears what those above say, and of what its lead asked everybody in whose hands it is. */
export function helpNotices(
  { by, text, asked }: Extract<PetitionEvent, { kind: 'helpAnswered' }>,
  petition: Petition,
  theirs: Brief,
  book: Rulebook,
): readonly AddressedNotice[] {
  if (!isInHand(petition)) return []
  const tell = telling(by)
  const haste = petition.urgency === 'emergency' ? 'alarm' : 'news'
  const lead = asked.some(({ part }) => part === undefined)
    ? [...staffAt(petition.to, book).map(({ id }) => id), ...askers(asked, undefined)]
    : []
  const parts = (petition.joint?.parts ?? []).flatMap(({ id, to }) =>
    tell(
      askers(asked, id).filter((person) => !lead.includes(person)),
      { kind: 'helpAnswered', brief: briefFor(to, petition, book), text },
      haste,
    ),
  )
  return [...tell(lead, { kind: 'helpAnswered', brief: theirs, text }, haste), ...parts]
}

const askers = (asked: readonly HelpAsked[], of: number | undefined) =>
  asked.flatMap(({ by, part }) => (by !== null && part === of ? [by] : []))
