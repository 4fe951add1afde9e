import type { MediaId, PersonId } from '../ids.ts'
import { atWork } from '../people/at-work.ts'
import { holders } from '../people/in-charge.ts'
import { households, type InHand } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { withoutSelf } from './discretion.ts'
import type { AddressedNotice, Brief, Notice } from './notice.ts'

type Task = Extract<Notice, { kind: 'task' }>

/**
 * What a handler needs to go there. Who reported it is not said: the accused may be a colleague or a neighbour. `discreet`:
 * not even the words, which may give the speaker away; `brief` is then one for a group.
 */
export const taskNotice = (
  petition: InHand,
  brief: Brief,
  why: Task['why'],
  note: string,
  discreet = false,
  evidence: readonly MediaId[] = [],
): Task => ({
  kind: 'task',
  brief,
  why,
  note,
  task: {
    words: discreet ? [] : petition.confidential ? petition.words.map(withoutSelf) : petition.words,
    photos: [...(discreet ? [] : petition.photos), ...evidence],
    confidential: petition.confidential,
    urgent: petition.urgency !== 'normal',
    vulnerable: petition.vulnerable,
    households: households(petition),
    onBehalfOf: discreet || petition.confidential ? null : petition.onBehalfOf,
    acceptDueAt: petition.acceptDueAt,
    resolveDueAt: petition.resolveDueAt,
  },
})

/** In an emergency people are called at once: the grid, the community and the street, whoever handles it. */
export function alarms(
  petition: InHand,
  brief: Brief,
  told: readonly PersonId[],
  book: Rulebook,
): AddressedNotice[] {
  if (petition.urgency !== 'emergency') return []
  const grid = atWork(
    book.staff.filter(({ role, unit }) => role === 'grid_worker' && unit === petition.grid),
    book,
  )
  const called = [
    ...grid,
    ...holders('community_manager', petition, book),
    ...holders('street_dispatcher', petition, book),
  ]
  const notice = (person: PersonId): AddressedNotice => ({
    to: { kind: 'person', person },
    notice: {
      kind: 'alarm',
      brief,
      danger: petition.danger,
      words: petition.words.join('；'),
    },
    haste: 'alarm',
  })
  return [...new Set(called.map(({ id }) => id))].filter((id) => !told.includes(id)).map(notice)
}
