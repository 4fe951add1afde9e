import { check, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, oneOf, tenantId } from './columns.ts'

/** Programs that may use the API. */
export const apiToken = pgTable(
  'api_token',
  {
    tenantId,
    id: text().notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    personId: text('person_id').notNull(),
    unit: text().notNull(),
    power: text().notNull(),
    madeBy: text('made_by'),
    madeAt: moment('made_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    seenAt: moment('seen_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique('api_token_hash').on(t.tenantId, t.hash),
    check('api_token_power', oneOf(t.power, ['read', 'act'])),
  ],
)
