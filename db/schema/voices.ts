import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** What the office told or asked its groups. */
export const voice = pgTable(
  'voice',
  {
    tenantId,
    /** A UUIDv7: the order in which they were made. */
    id: text().notNull(),
    number: integer().notNull(),
    version: integer().notNull(),
    state: text().notNull(),
    /** When the clock has something to do with it. */
    dueAt: moment('due_at'),
    /** A `Voice`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('voice_number').on(t.tenantId, t.number),
    index('voice_open').on(t.tenantId, t.id).where(sql`state = 'open'`),
    index('voice_due').on(t.tenantId, t.dueAt).where(sql`due_at is not null`),
  ],
)
