import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Who is away from a day to a day, as people said. */
export const absence = pgTable(
  'absence',
  {
    tenantId,
    id: text().notNull(),
    personId: text('person_id').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day').notNull(),
    deputyId: text('deputy_id'),
    keptAt: moment('kept_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('absence_until').on(t.tenantId, t.untilDay),
  ],
)
