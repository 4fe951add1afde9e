import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Bursts of similar petitions that were raised, each by its first petition. */
export const hotSpot = pgTable(
  'hot_spot',
  {
    tenantId,
    burst: text().notNull(),
    grid: text().notNull(),
    level: integer().notNull(),
    lastAt: moment('last_at').notNull(),
    /** A `HotSpot`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.burst] }),
    index('hot_spot_last').on(t.tenantId, t.lastAt),
  ],
)
