import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Signed requests that were taken in, by the hash of their key. */
export const seenKey = pgTable(
  'seen_key',
  { tenantId, hash: text().notNull(), until: moment('until').notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.hash] }),
    index('seen_key_until').on(t.tenantId, t.until),
  ],
)
