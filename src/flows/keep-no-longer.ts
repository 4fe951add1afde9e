import { dayOf } from '../domain/deadlines/calendar.ts'
import type { Day } from '../domain/deadlines/limit.ts'
import {
  keptSince,
  type RecordClass,
  recordClasses,
  retentionOf,
} from '../domain/rights/retention.ts'
import { withoutPeople } from '../domain/rights/without-people.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

/** How much of each class. */
export type Counts = Readonly<Record<RecordClass, number>>

type Keeper = Pick<Desk, 'petitions' | 'retention' | 'media' | 'findings' | 'rulebooks' | 'clock'>

const petitionsAtOnce = 100

/**
 * Takes away what is older than the street's policy lets it be, and writes down how much of each class; with `dryRun` only
 * counts. Run twice, late, by two at once, or killed half-way and run again, it comes to the same; killed between a file
 * and its count, that count is one short.
 */
export async function keepNoLonger(desk: Keeper, dryRun = false): Promise<Counts> {
  const now = desk.clock()
  const book = await desk.rulebooks.current()
  const policy = retentionOf(book.policies)
  const day = dayOf(now)
  if (!dryRun) await desk.retention.markHeard(now)
  const counts: Partial<Record<RecordClass, number>> = {}
  for (const of of [...recordClasses].sort(mediaLast)) {
    const before = keptSince(policy[of], now)
    counts[of] =
      of === 'media'
        ? await strayMedia(before, day, desk, dryRun)
        : of === 'closedPetitions'
          ? await strip(before, day, book, desk, dryRun)
          : dryRun
            ? await desk.retention.count(of, before)
            : await desk.retention.forget(of, before, day)
  }
  return counts as Counts
}

/** What led to nothing goes by the hour, as soon as the street's policy has it over; answers how many messages. */
export async function forgetChatter({
  inbox,
  rulebooks,
  clock,
}: Pick<Desk, 'inbox' | 'rulebooks' | 'clock'>): Promise<number> {
  const { policies } = await rulebooks.current()
  return inbox.forget(keptSince(retentionOf(policies).chatter, clock()))
}

/** Files are stray only once what showed them is gone; people only once their petitions are. */
const rank = (of: RecordClass) => (of === 'media' ? 2 : of === 'people' ? 1 : 0)
const mediaLast = (a: RecordClass, b: RecordClass) => rank(a) - rank(b)

async function strip(
  before: Date,
  day: Day,
  book: Rulebook,
  { petitions, retention, clock }: Keeper,
  dryRun: boolean,
): Promise<number> {
  if (dryRun) return (await retention.over(before, Number.MAX_SAFE_INTEGER)).length
  const staff = new Set<string>(book.staff.map(({ id }) => id))
  let done = 0
  for (;;) {
    const over = await retention.over(before, petitionsAtOnce)
    let stripped = 0
    for (const id of over) {
      const [petition, timeline] = await Promise.all([petitions.find(id), petitions.timeline(id)])
      // another night may have come by since it was looked up
      if (!petition || petition.forgottenAt) continue
      const bare = withoutPeople(petition, timeline, (person) => staff.has(person), clock())
      if (await retention.strip(bare.petition, bare.timeline, day)) stripped += 1
    }
    done += stripped
    if (stripped === 0 || over.length < petitionsAtOnce) return done
  }
}

async function strayMedia(
  before: Date,
  day: Day,
  { media, findings, retention }: Keeper,
  dryRun: boolean,
): Promise<number> {
  const stray = await retention.unreferred(await media.keptBefore(before))
  if (dryRun) return stray.length
  await retention.note({ day, of: 'media', count: 0 })
  let gone = 0
  for (const id of stray) {
    await findings.forget(id)
    if (!(await media.forget(id))) continue
    await retention.note({ day, of: 'media', count: 1 })
    gone += 1
  }
  return gone
}
