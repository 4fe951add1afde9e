import { dayOf, isLikelyWorkingDay, momentOf } from '../domain/deadlines/calendar.ts'
import type { Day } from '../domain/deadlines/limit.ts'
import { isWithinHours } from '../domain/deadlines/quiet-hours.ts'
import { briefPeriod, dailyBriefOf } from '../domain/notices/daily-brief.ts'
import { onDuty, unitsOnDuty } from '../domain/people/on-duty.ts'
import { pingPolicyOf } from '../domain/street/pressing-policy.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { gatherReport } from './gather-report.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/**
 * Each working morning the leaders on duty get the brief of their unit, once, as things stood at its hour; also later on
 * that day when nothing ran then, and not at all where there is nothing to tell. Answers how many units were told.
 */
export function dailyBriefs(desk: Desk): () => Promise<number> {
  let doneOn: Day | null = null
  return async () => {
    const now = desk.clock()
    const day = dayOf(now)
    if (day === doneOn) return 0
    const book = await desk.rulebooks.current()
    const at = momentOf(day, pingPolicyOf(book.policies).briefAt)
    const isTime = now >= at && !isWithinHours(now, book.policies.quietHours)
    if (!isTime || !isLikelyWorkingDay(day, book.calendar)) return 0
    const told = await tellBriefs(day, at, book, desk)
    doneOn = day
    return told
  }
}

async function tellBriefs(day: Day, at: Date, book: Rulebook, desk: Desk): Promise<number> {
  const period = briefPeriod(day, book)
  const kept = await gatherReport(period, desk)
  const spots = await desk.hotSpots.since(period.from)
  let told = 0
  for (const unit of unitsOnDuty(book)) {
    const brief = dailyBriefOf({ unit }, at, kept, spots, book)
    if (!brief) continue
    const notices = onDuty(unit, day, book).map(({ id }) => ({
      to: { kind: 'person', person: id } as const,
      notice: { kind: 'dailyBrief', ...brief } as const,
      haste: 'news' as const,
    }))
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key: `brief/${unit}/${day}` },
          ...{ outcome: 'dailyBrief', petition: null, events: [], timers: [] },
          letters: lettersFor(notices, book, desk),
        },
      ],
      desk.clock(),
    )
    if (written === 'recorded') told += 1
  }
  return told
}
