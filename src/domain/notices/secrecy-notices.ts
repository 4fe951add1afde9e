import { staffAt } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import { type Discretion, discretionFor } from './discretion.ts'
import type { AddressedNotice } from './notice.ts'
import { taskNotice } from './task-notices.ts'
import { telling } from './telling.ts'

type OfSecrecy = Extract<PetitionEvent, { kind: 'concealed' | 'petitionerCorrected' | 'forgotten' }>

/** Who must know that a petition became confidential, or whose it is: those in whose hands it is, without who it is. */
export function secrecyNotices(
  event: OfSecrecy,
  before: Petition | null,
  petition: Petition,
  book: Rulebook,
): readonly AddressedNotice[] {
  if (!isInHand(petition) || event.kind === 'forgotten') return []
  const tell = telling(event.by)
  const handlers = staffAt(petition.to, book).map(({ id }) => id)
  const { brief, discreet }: Discretion = discretionFor(petition, book)
  if (event.kind === 'petitionerCorrected') {
    if (event.onBehalfOf === null || petition.confidential) return []
    const text = `代${event.onBehalfOf}反映`
    return tell(handlers, { kind: 'taskSupplemented', brief, text, photos: [] })
  }
  if (!event.redispatch) return tell(handlers, { kind: 'taskConcealed', brief })
  const had = before && isInHand(before) ? staffAt(before.to, book).map(({ id }) => id) : []
  const left = had.filter((person) => !handlers.includes(person))
  return [
    ...tell(handlers, taskNotice(petition, brief, 'amended', '', discreet)),
    ...tell(left, { kind: 'taskMovedAway', brief: briefOf(petition, book, 'group') }),
  ]
}
