import { isWithinHours } from '../domain/deadlines/quiet-hours.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/** Whoever joins within so long of the first is greeted with them. */
const gatherMs = 10 * 60_000

/** Greets who is new in groups, each room's together, never in the quiet hours; answers how many rooms were greeted. */
export async function greetNewcomers(desk: Desk): Promise<number> {
  const now = desk.clock()
  const waiting = await desk.rooms.newcomers(new Date(now.getTime() - gatherMs))
  if (waiting.length === 0) return 0
  const book = await desk.rulebooks.current()
  if (isWithinHours(now, book.policies.quietHours)) return 0
  for (const { room, sinceAt } of waiting) {
    const to = { kind: 'room', room, mention: null } as const
    const letters = lettersFor([{ to, notice: { kind: 'welcome' }, haste: 'news' }], book, desk)
    const cause = { kind: 'press', key: `welcome/${room}/${sinceAt.toISOString()}` } as const
    await desk.petitions.record(
      [{ cause, outcome: 'welcome', petition: null, events: [], timers: [], letters }],
      now,
    )
    await desk.rooms.greeted(room, now)
  }
  return waiting.length
}
