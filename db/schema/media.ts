import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { tenantId } from './columns.ts'

/** What was found out about a kept file. The file itself lies in the media folder. */
export const finding = pgTable(
  'finding',
  {
    tenantId,
    mediaId: text('media_id').notNull(),
    /** A `Finding`. */
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.mediaId] })],
)
