import { dayOf, daysAfter, momentOf } from '../../../domain/deadlines/calendar.ts'
import type { Day } from '../../../domain/deadlines/limit.ts'
import type { Stage } from '../stage.ts'

/** What one member of staff was sent on one day. */
export interface StaffDay {
  readonly name: string
  readonly day: Day
  /** Messages that could have waited, as the outbox counts them: what the budget limits. */
  readonly calm: number
}

/** The calm messages of each member of staff, day by day up to now; days without any are left out. */
export async function staffDays(first: Day, { desk, street, clock }: Stage): Promise<StaffDay[]> {
  const { staff } = street.book
  const found: StaffDay[] = []
  for (let day = first; momentOf(day, '00:00') < clock(); day = daysAfter(day, 1)) {
    const pings = await desk.outbox.pings(
      staff.map(({ id }) => id),
      momentOf(day, '00:00'),
      momentOf(daysAfter(day, 1), '00:00'),
    )
    for (const { id, name } of staff) {
      const calm = pings.get(id) ?? 0
      if (calm > 0) found.push({ name, day, calm })
    }
  }
  return found
}

/** The most messages of any kind that anybody in office read on one day, answers and danger included. */
export function busiestDay({ parcels, street }: Stage): number {
  const accounts = new Set(street.book.staff.map(({ accounts: { wechat } }) => wechat))
  const counts = new Map<string, number>()
  for (const { parcel, at } of parcels)
    if (parcel.to.kind === 'person' && accounts.has(parcel.to.account)) {
      const key = `${parcel.to.account} ${dayOf(at)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return Math.max(0, ...counts.values())
}
