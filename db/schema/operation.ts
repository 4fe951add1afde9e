import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** How each job of the clock ended last. */
export const jobRun = pgTable(
  'job_run',
  { tenantId, name: text().notNull(), endedAt: moment('ended_at').notNull(), fault: text() },
  (t) => [primaryKey({ columns: [t.tenantId, t.name] })],
)

/** Backups that were written, and whether somebody read them again since. */
export const backup = pgTable(
  'backup',
  {
    tenantId,
    id: text().notNull(),
    madeAt: moment('made_at').notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    rows: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    verifiedAt: moment('verified_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
