import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** How each job of the clock ended last. */
export const jobRun = pgTable(
  'job_run',
  { tenantId, name: text().notNull(), endedAt: moment('ended_at').notNull(), fault: text() },
  (t) => [primaryKey({ columns: [t.tenantId, t.name] })],
)
