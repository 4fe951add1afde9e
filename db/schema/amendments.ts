import { integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Who changed the rulebook: one row beside the version that came of it, with every line as it was and is. */
export const amendment = pgTable(
  'amendment',
  {
    tenantId,
    version: integer().notNull(),
    personId: text('person_id').notNull(),
    at: moment('at').notNull(),
    by: jsonb().notNull(),
    draftId: text('draft_id'),
    changes: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.version] }),
    unique('amendment_draft').on(t.tenantId, t.draftId),
  ],
)

/** Changes that somebody prepared and has not applied. */
export const draft = pgTable(
  'draft',
  {
    tenantId,
    id: text().notNull(),
    personId: text('person_id').notNull(),
    madeAt: moment('made_at').notNull(),
    version: integer().notNull(),
    by: jsonb().notNull(),
    changes: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
