import { dayOf } from '../domain/deadlines/calendar.ts'
import type { Day } from '../domain/deadlines/limit.ts'
import { isWithinHours } from '../domain/deadlines/quiet-hours.ts'
import { voiceId } from '../domain/ids.ts'
import { commonProblems, isKnown, problemMs } from '../domain/voices/common-problems.ts'
import { propose } from '../domain/voices/item.ts'
import { managersOf } from '../domain/voices/managers-of.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

const voicesCount = 500

/**
 * Once a day what came up again and again in a community is proposed to its manager as something to talk about, each
 * problem once in thirty days. Answers how many were proposed.
 */
export function itemWatch(desk: Desk): () => Promise<number> {
  let doneOn: Day | null = null
  return async () => {
    const now = desk.clock()
    const day = dayOf(now)
    if (day === doneOn) return 0
    const book = await desk.rulebooks.current()
    if (isWithinHours(now, book.policies.quietHours)) return 0
    const registeredSince = new Date(now.getTime() - problemMs)
    const problems = commonProblems(await desk.petitions.list({ registeredSince }), book)
    const known = problems.length > 0 ? await desk.voices.latest(voicesCount) : []
    const items = known.filter((voice) => voice.kind === 'item')
    let proposed = 0
    for (const problem of problems.filter((one) => !isKnown(one, items, now))) {
      const made = { id: voiceId(desk.newId()), number: await desk.voices.number(), at: now }
      const item = propose(problem, made)
      const { number, title, petitions } = item
      const notices = managersOf(item.unit, book).map(({ id }) => ({
        to: { kind: 'person', person: id } as const,
        notice: { kind: 'itemProposed', number, title, petitions } as const,
        haste: 'news' as const,
      }))
      const [written] = await desk.petitions.record(
        [
          {
            cause: { kind: 'press', key: `item/${problem.cause}/${day}` },
            ...{ outcome: 'itemProposed', petition: null, events: [], timers: [], voice: item },
            letters: lettersFor(notices, book, desk),
          },
        ],
        now,
      )
      if (written === 'recorded') proposed += 1
    }
    doneOn = day
    return proposed
  }
}
