import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { moment, oneOf, tenantId } from './columns.ts'

export const petition = pgTable(
  'petition',
  {
    tenantId,
    id: text().notNull(),
    number: integer().notNull(),
    version: integer().notNull(),
    status: text().notNull(),
    grid: text(),
    toCode: text('to_code'),
    reporter: text().notNull(),
    registeredAt: moment('registered_at').notNull(),
    resolveDueAt: moment('resolve_due_at'),
    /** A `Petition`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex('petition_number').on(t.tenantId, t.number),
    index('petition_newest').on(
      t.tenantId,
      t.registeredAt.desc().nullsFirst(),
      t.number.desc().nullsFirst(),
    ),
    index('petition_grid').on(t.tenantId, t.grid, t.registeredAt.desc().nullsFirst()),
    index('petition_in_hand')
      .on(t.tenantId, t.toCode)
      .where(sql`status in ('dispatched', 'handling')`),
    index('petition_joint').on(t.tenantId).where(sql`body -> 'joint' is not null`),
    check(
      'petition_status',
      oneOf(t.status, ['received', 'dispatched', 'handling', 'resolved', 'closed', 'withdrawn']),
    ),
  ],
)

/** Who ever was a petitioner of what: finds petitions of a person; the petition itself says who still is. */
export const petitionPerson = pgTable(
  'petition_person',
  { tenantId, personId: text('person_id').notNull(), petitionId: text('petition_id').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId, t.petitionId] })],
)

/** Which messages belong to what. */
export const petitionMessage = pgTable(
  'petition_message',
  { tenantId, messageId: text('message_id').notNull(), petitionId: text('petition_id').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.messageId, t.petitionId] })],
)

/** The timelines: in order by the version of the petition and by place within the entry. */
export const petitionEvent = pgTable(
  'petition_event',
  {
    tenantId,
    petitionId: text('petition_id').notNull(),
    version: integer().notNull(),
    seq: integer().notNull(),
    /** A `PetitionEvent`. */
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.petitionId, t.version, t.seq] })],
)

/** Moments at which the clock has something to do; those that fired stay, lest they be set again. */
export const timer = pgTable(
  'timer',
  {
    tenantId,
    petitionId: text('petition_id').notNull(),
    key: text().notNull(),
    dueAt: moment('due_at').notNull(),
    firedAt: moment('fired_at'),
    command: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.petitionId, t.key] }),
    index('timer_due').on(t.tenantId, t.dueAt).where(sql`fired_at is null`),
  ],
)

/** Presses of buttons that were obeyed. */
export const doneOnce = pgTable(
  'done_once',
  { tenantId, key: text().notNull(), doneAt: moment('done_at').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.key] })],
)

export const counter = pgTable(
  'counter',
  { tenantId, name: text().notNull(), value: bigint({ mode: 'number' }).notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.name] })],
)
