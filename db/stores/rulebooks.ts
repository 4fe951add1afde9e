import { and, desc, eq, sql as fragment, max } from 'drizzle-orm'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Amending, Rulebooks } from '../../src/flows/ports/rulebooks.ts'
import { toJson } from '../json.ts'
import { rulebook } from '../schema/people.ts'
import { amendmentReader, isApplied, noteAmendment } from './amendments.ts'
import type { Connection } from './connect.ts'
import { introduce } from './introduce.ts'
import { retrying } from './retrying.ts'

/** A book as it was kept: before streets had answers, there were none in it. */
type Kept = Omit<Rulebook, 'knowledge'> & Partial<Pick<Rulebook, 'knowledge'>>

export function rulebookStore(connection: Connection): Rulebooks {
  const { tenant, db } = connection
  /** What is in a version never changes, so each is read once. */
  const read = new Map<number, Rulebook>()
  const ours = eq(rulebook.tenantId, tenant)
  const latest = async () => {
    const [row] = await db
      .select({ version: max(rulebook.version) })
      .from(rulebook)
      .where(ours)
    return row?.version ?? 0
  }
  const version = async (wanted: number) => {
    const known = read.get(wanted)
    if (known) return known
    const [row] = await db
      .select({ body: rulebook.body })
      .from(rulebook)
      .where(and(ours, eq(rulebook.version, wanted)))
    if (!row) throw new RangeError(`no rulebook of version ${wanted}`)
    const book: Rulebook = { knowledge: [], ...(row.body as Kept) }
    read.set(wanted, book)
    return book
  }
  return {
    isKept: async () => (await latest()) > 0,
    current: async () => version(await latest()),
    version,
    amend: (change, amending) =>
      put(
        (before) => {
          if (!before) throw new RangeError('no rulebook to change')
          return change(before)
        },
        connection,
        amending,
      ),
    ...amendmentReader(connection),
  }
}

/** See `Stores.saveRulebook`. */
export const rulebookSaver =
  (connection: Connection) =>
  (book: Rulebook): Promise<Rulebook> =>
    put(() => book, connection)

/** Makes the next version of the one in force, undefined where there is none; who amends it is written down with it. */
const put = (
  change: (before: Rulebook | undefined) => Rulebook,
  { tenant, db }: Connection,
  amending?: Amending,
): Promise<Rulebook> =>
  retrying(() =>
    db.transaction(async (tx) => {
      // One at a time: two processes that start together find the same book and must not count it twice.
      await tx.execute(
        fragment`select pg_advisory_xact_lock(hashtextextended(${`rulebook/${tenant}`}, 0))`,
      )
      const [present] = await tx
        .select({ body: rulebook.body })
        .from(rulebook)
        .where(eq(rulebook.tenantId, tenant))
        .orderBy(desc(rulebook.version))
        .limit(1)
      const before = present && ({ knowledge: [], ...(present.body as Kept) } satisfies Rulebook)
      if (before && amending?.draft && (await isApplied(amending.draft, tenant, tx))) return before
      const book = change(before)
      await introduce(book, tenant, tx)
      if (before && says(before) === says(book)) return before
      const next = { ...book, version: (before?.version ?? 0) + 1 }
      await tx.insert(rulebook).values({
        tenantId: tenant,
        version: next.version,
        body: fragment`${toJson(next)}::jsonb`,
      })
      if (before && amending) await noteAmendment(before, next, amending, tenant, tx)
      return next
    }),
  )

/** All of a book but its version, whatever the order in which its keys are kept. */
const says = (book: Rulebook): string => {
  const sorted = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify({ ...book, version: 0 }, sorted)
}
