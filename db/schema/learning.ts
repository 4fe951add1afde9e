import { check, customType, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { correctedFields } from '../../src/domain/petition/correction.ts'
import { modelOrigins } from '../../src/flows/ports/learning.ts'
import { moment, oneOf, tenantId } from './columns.ts'

/** What staff put right: learnt from, never changed. */
export const correction = pgTable(
  'correction',
  {
    tenantId,
    id: text().notNull(),
    petitionId: text('petition_id').notNull(),
    field: text().notNull(),
    was: text().notNull(),
    becomes: text().notNull(),
    words: text().notNull(),
    personId: text('person_id').notNull(),
    correctedAt: moment('corrected_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check('correction_field', oneOf(t.field, correctedFields)),
  ],
)

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** Weights of the classifier that were made here. */
export const modelVersion = pgTable(
  'model_version',
  {
    tenantId,
    version: integer().notNull(),
    origin: text().notNull(),
    hash: text().notNull(),
    corpus: text().notNull(),
    taxonomy: text().notNull(),
    corrections: integer().notNull(),
    figures: jsonb().notNull(),
    madeAt: moment('made_at').notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.version] }),
    check('model_version_origin', oneOf(t.origin, modelOrigins)),
  ],
)

/** Which of them is in force; no row, or 0: those that the program came with. */
export const modelInForce = pgTable(
  'model_in_force',
  { tenantId, version: integer().notNull() },
  (t) => [primaryKey({ columns: [t.tenantId] })],
)
