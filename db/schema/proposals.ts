import { integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { tenantId } from './columns.ts'

/** What was proposed for the catalogue, each by its category, community and handler. */
export const proposal = pgTable(
  'proposal',
  {
    tenantId,
    key: text().notNull(),
    number: integer().notNull(),
    /** A `Proposal`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.key] }),
    unique('proposal_number').on(t.tenantId, t.number),
  ],
)
