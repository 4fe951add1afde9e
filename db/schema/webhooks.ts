import { bigint, check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, oneOf, tenantId } from './columns.ts'

/** Addresses of programs that are told what happens. */
export const webhook = pgTable(
  'webhook',
  {
    tenantId,
    id: text().notNull(),
    name: text().notNull(),
    url: text().notNull(),
    /** Both sides sign with it, so that it is kept as it is. */
    secret: text().notNull(),
    personId: text('person_id').notNull(),
    unit: text().notNull(),
    madeBy: text('made_by'),
    madeAt: moment('made_at').notNull(),
    state: text().notNull(),
    /** Up to where it was told; null: from the beginning. */
    cursor: text(),
    /** Not before this moment; while somebody is at it, when others may try. */
    tryAt: moment('try_at').notNull(),
    failures: integer().notNull().default(0),
    told: bigint({ mode: 'number' }).notNull().default(0),
    toldAt: moment('told_at'),
    /** What became of the last try that failed. */
    why: text(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check('webhook_state', oneOf(t.state, ['on', 'paused', 'given_up', 'off'])),
  ],
)
