import { index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Links that sign somebody in to the console, one a person; the secret itself is not kept. */
export const signInLink = pgTable(
  'sign_in_link',
  {
    tenantId,
    personId: text('person_id').notNull(),
    hash: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.personId] }),
    unique('sign_in_link_hash').on(t.tenantId, t.hash),
  ],
)

/** Who is signed in to the console. */
export const session = pgTable(
  'session',
  {
    tenantId,
    id: text().notNull(),
    hash: text().notNull(),
    personId: text('person_id').notNull(),
    client: text().notNull(),
    beganAt: moment('began_at').notNull(),
    seenAt: moment('seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('session_hash').on(t.tenantId, t.hash),
    index('session_person').on(t.tenantId, t.personId),
  ],
)
