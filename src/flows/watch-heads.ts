import { isOrphaned } from '../domain/aftercare/pass-check.ts'
import { dayOf } from '../domain/deadlines/calendar.ts'
import { headsIn } from '../domain/heads/head.ts'
import { termReminders } from '../domain/heads/term-ends.ts'
import { theClock } from '../domain/people/roles.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { actOnPetition } from './act-on-petition.ts'
import { usefulMs } from './checks-of.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

const everyMs = 3_600_000

/**
 * A watch over the terms of household heads: their community is reminded in time that one ends, and what a head still had
 * to look at goes to whoever comes next, or to the office. Looks once an hour at most, for a new day or a new rulebook;
 * answers how much was done, each once.
 */
export function headWatch(desk: Desk): () => Promise<number> {
  let seen = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = desk.clock()
    if (now.getTime() - lookedAt < everyMs) return 0
    const book = await desk.rulebooks.current()
    const key = `${dayOf(now)}/${book.version}`
    if (key === seen) return 0
    const done = (await remind(now, book, desk)) + (await passOn(now, book, desk))
    seen = key
    lookedAt = now.getTime()
    return done
  }
}

async function remind(now: Date, book: Rulebook, desk: Desk): Promise<number> {
  let told = 0
  for (const { key, notices } of termReminders(now, book)) {
    const [written] = await desk.petitions.record(
      [
        {
          cause: { kind: 'press', key },
          ...{ outcome: 'headTermEnds', petition: null, events: [], timers: [] },
          letters: lettersFor(notices, book, desk),
        },
      ],
      now,
    )
    if (written === 'recorded') told += 1
  }
  return told
}

async function passOn(now: Date, book: Rulebook, desk: Desk): Promise<number> {
  if (headsIn(book).length === 0) return 0
  const looked = await desk.petitions.list({
    looksAt: null,
    statuses: ['resolved', 'closed'],
    registeredSince: new Date(now.getTime() - usefulMs),
  })
  let passed = 0
  for (const petition of looked) {
    const check = 'check' in petition ? petition.check : undefined
    if (!check || !isOrphaned(check, now, book)) continue
    const done = await actOnPetition(
      {
        petition: petition.id,
        command: { kind: 'followUp', step: { kind: 'passCheck' } },
        by: theClock,
        cause: {
          kind: 'press',
          key: `check/${petition.id}/${check.askedAt.toISOString()}/${check.head}/passed`,
        },
      },
      desk,
    )
    if (done.ok) passed += 1
  }
  return passed
}
