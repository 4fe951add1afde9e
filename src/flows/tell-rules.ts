import { rulesNotice } from '../domain/conversation/about-rights.ts'
import { isWithinHours } from '../domain/deadlines/quiet-hours.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/**
 * Tells each group that belongs to a unit, once, what is done with what is said in it (PIPL Art. 17: before it is used);
 * only groups that we are in, never in the quiet hours. Answers how many were told now.
 */
export async function tellRules(desk: Desk): Promise<number> {
  const book = await desk.rulebooks.current()
  const now = desk.clock()
  if (isWithinHours(now, book.policies.quietHours)) return 0
  let told = 0
  const here = (await desk.rooms.all()).filter(({ lostAt }) => lostAt === null)
  const bound = await Promise.all(
    here.map(({ channel, room }) => desk.people.roomOf(channel, room)),
  )
  for (const { id, unit } of book.rooms) {
    if (!unit || !bound.includes(id)) continue
    const to = { kind: 'room', room: id, mention: null } as const
    const letters = lettersFor([{ to, notice: rulesNotice(book), haste: 'news' }], book, desk)
    const cause = { kind: 'press', key: `rules/${id}` } as const
    const [written] = await desk.petitions.record(
      [{ cause, outcome: 'rules', petition: null, events: [], timers: [], letters }],
      now,
    )
    if (written === 'recorded') told += 1
  }
  return told
}
