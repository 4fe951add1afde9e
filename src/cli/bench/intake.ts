import type { Understanding } from '../../domain/intake/understanding.ts'
import { countRows, type Databases, type RowCounts, startDatabases } from './databases.ts'
import { oneIntake, ourIntake } from './our-intake.ts'
import type { Rival } from './rivals.ts'
import { isOnceAStreet, sameRows } from './same-rows.ts'

/** One round of each, one right after the other. */
export interface Pair {
  /** Messages a second. */
  readonly theirs: number
  readonly ours: number
  readonly ratio: number
  /** The same with the rows left out that a street has once, for which eight clients queue and our batches do not. */
  readonly theirsUnshared: number
  readonly ratioUnshared: number
  readonly latencies: readonly number[]
  /** Rows a message in each table; of what a street has once, just the rows. */
  readonly theirRows: RowCounts
  readonly ourRows: RowCounts
}

/**
 * Durable intake against the same rows written one transaction a message, in alternating rounds, each in a new
 * database on one server. `tell` hears of every pair when it is done.
 */
export async function intakePairs(
  { pairs, seconds }: { readonly pairs: number; readonly seconds: number },
  against: Rival,
  u: Understanding,
  tell: (pair: Pair) => void = () => {},
): Promise<Pair[]> {
  const databases = await startDatabases()
  try {
    const { own, shared, values } = await databases.in(async (url) => {
      await oneIntake(url, u)
      return sameRows(url)
    })
    const done: Pair[] = []
    for (let i = 0; i < pairs; i++) {
      const write = (inserts: typeof own) =>
        round(databases, (url) => against.write(url, seconds, { inserts, values }))
      const theirs = await write([...own, ...shared])
      const ours = await round(databases, (url) => ourIntake(url, seconds, u))
      const unshared = await write(own)
      const rate = ours.made.messages / ours.made.seconds
      const pair = {
        ...{ theirs: theirs.made, ours: rate, ratio: rate / theirs.made },
        ...{ theirsUnshared: unshared.made, ratioUnshared: rate / unshared.made },
        ...{ latencies: ours.made.latencies, theirRows: theirs.rows, ourRows: ours.rows },
      }
      done.push(pair)
      tell(pair)
    }
    return done
  } finally {
    await databases.stop()
  }
}

const round = <Made>({ in: inNew }: Databases, work: (url: string) => Promise<Made>) =>
  inNew(async (url) => ({ made: await work(url), rows: perMessage(await countRows(url)) }))

function perMessage(counts: RowCounts): RowCounts {
  const messages = counts.inbox ?? 0
  return Object.fromEntries(
    Object.entries(counts).map(([table, count]) => [
      table,
      isOnceAStreet(table) ? count : count / messages,
    ]),
  )
}
