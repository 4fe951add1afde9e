import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { recordClasses } from '../../src/domain/rights/retention.ts'
import { moment, oneOf, tenantId } from './columns.ts'

/** Who learnt who a petitioner is, and why. */
export const identityReveal = pgTable(
  'identity_reveal',
  {
    tenantId,
    /** What it followed from. */
    id: text().notNull(),
    petitionId: text('petition_id').notNull(),
    number: integer().notNull(),
    /** Whose identity it is. */
    personId: text('person_id').notNull(),
    revealedBy: text('revealed_by').notNull(),
    role: text().notNull(),
    reason: text().notNull(),
    revealedAt: moment('revealed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('identity_reveal_person').on(t.tenantId, t.personId),
  ],
)

/** What people say of themselves instead of what their platform shows. */
export const personSaid = pgTable(
  'person_said',
  { tenantId, personId: text('person_id').notNull(), name: text(), door: text() },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
)

/** What was taken away because somebody asked; not who. */
export const erasure = pgTable(
  'erasure',
  {
    tenantId,
    /** What it followed from. */
    id: text().notNull(),
    erasedAt: moment('erased_at').notNull(),
    /** An `Erased`. */
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

/** How much of each class was taken away on a day because its time was over. */
export const forgotten = pgTable(
  'forgotten',
  {
    tenantId,
    day: text().notNull(),
    recordClass: text('record_class').notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.day, t.recordClass] }),
    check('forgotten_class', oneOf(t.recordClass, recordClasses)),
  ],
)
