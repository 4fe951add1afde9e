import { dayOf, daysAfter, endOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'
import type { AddressedNotice } from '../notices/notice.ts'
import { staffAt } from '../people/in-charge.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { headsIn } from './head.ts'
import type { HouseholdHead } from './household-head.ts'

/** So long before a term ends the community is reminded; so long after it, where nothing ran in that time. */
const warnedDays = 30
const caughtUpDays = 30

/** A reminder with the key by which it is told once. */
export interface TermReminder {
  readonly key: string
  readonly notices: readonly AddressedNotice[]
}

/**
 * What the community offices are to be reminded of on a day: heads whose term ends soon, or ended lately. Nothing of terms
 * after which somebody, perhaps the same person, is on the roster for the same households.
 */
export function termReminders(at: Date, book: Rulebook): readonly TermReminder[] {
  const today = dayOf(at)
  return headsIn(book).flatMap((head) => {
    const { person, unit, until, confirmedBy } = head
    if (until === null || !isNear(until, today) || isFollowed(head, until, book)) return []
    const notice = {
      kind: 'headTermEnds',
      name: book.staff.find(({ id }) => id === person)?.name ?? '',
      unit: book.units.find(({ code }) => code === unit)?.name ?? unit,
      untilAt: endOf(until),
      isOver: until < today,
    } as const
    const office = staffAt({ kind: 'community', code: confirmedBy }, book)
    return {
      key: `head/${person}/${householdsOf(head)}/${until}/ends`,
      notices: office.map(({ id }) => ({
        ...{ to: { kind: 'person', person: id }, notice, haste: 'news' },
      })),
    }
  })
}

const isNear = (until: Day, today: Day): boolean =>
  daysAfter(until, -warnedDays) <= today && today <= daysAfter(until, caughtUpDays)

const isFollowed = (head: HouseholdHead, until: Day, book: Rulebook): boolean =>
  headsIn(book).some(
    (other) =>
      householdsOf(other) === householdsOf(head) &&
      other.from > head.from &&
      (other.until === null || other.until > until),
  )

const householdsOf = ({ place, ranges, entrances, rooms }: HouseholdHead): string =>
  JSON.stringify([place, ranges, entrances, rooms])
