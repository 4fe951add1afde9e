import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** What household heads do for neighbours who cannot. */
export const errand = pgTable(
  'errand',
  {
    tenantId,
    /** A UUIDv7: the order in which they were asked for. */
    id: text().notNull(),
    number: integer().notNull(),
    version: integer().notNull(),
    asker: text().notNull(),
    head: text(),
    /** A `DeskKey`: who takes it where no head does. */
    desk: text().notNull(),
    /** By when the next is to be done; null: it is over. */
    dueAt: moment('due_at'),
    askedAt: moment('asked_at').notNull(),
    /** An `Errand`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('errand_number').on(t.tenantId, t.number),
    index('errand_due').on(t.tenantId, t.dueAt).where(sql`due_at is not null`),
    index('errand_asked').on(t.tenantId, t.askedAt),
    index('errand_asker').on(t.tenantId, t.asker),
  ],
)
