import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

export const person = pgTable(
  'person',
  {
    tenantId,
    id: text().notNull(),
    name: text().notNull(),
    /** Staff keep the name that the rulebook gives them. */
    isStaff: boolean('is_staff').notNull().default(false),
    /** Where the person last spoke. */
    channel: text(),
    account: text(),
    /** The person that this one turned out to be. */
    mergedInto: text('merged_into'),
    /** When the person was last heard, as noted every night. */
    heardAt: moment('heard_at'),
    /** When the person asked to be forgotten: goes with the last petition. */
    eraseAskedAt: moment('erase_asked_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

/** Platform accounts are aliases of people and can be bound anew. */
export const personAlias = pgTable(
  'person_alias',
  {
    tenantId,
    channel: text().notNull(),
    account: text().notNull(),
    personId: text('person_id').notNull(),
    /** Bound by a code: not a matter of the rulebook. */
    boundAt: moment('bound_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channel, t.account] }),
    index('person_alias_person').on(t.tenantId, t.personId),
  ],
)

/** Codes that bind an account to a person, one a person; the code itself is not kept. */
export const bindingCode = pgTable(
  'binding_code',
  {
    tenantId,
    personId: text('person_id').notNull(),
    hash: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** The account that it bound. */
    usedBy: text('used_by'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.personId] }),
    unique('binding_code_hash').on(t.tenantId, t.hash),
  ],
)

/** Codes said that nobody was given. */
export const bindingMiss = pgTable(
  'binding_miss',
  {
    tenantId,
    id: text().notNull(),
    account: text().notNull(),
    missedAt: moment('missed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('binding_miss_time').on(t.tenantId, t.missedAt),
  ],
)

/** People who turned out to be one: what was changed because of it, for an operator. */
export const personMerge = pgTable(
  'person_merge',
  {
    tenantId,
    personId: text('person_id').notNull(),
    mergedInto: text('merged_into').notNull(),
    mergedAt: moment('merged_at').notNull(),
    /** Its accounts, and its petitions with their petitioners as they were. */
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
)

/** Groups in which a person has spoken, with the name used there. */
export const personRoom = pgTable(
  'person_room',
  {
    tenantId,
    personId: text('person_id').notNull(),
    room: text().notNull(),
    alias: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId, t.room] })],
)

/** Which platform group a room is. */
export const roomAlias = pgTable(
  'room_alias',
  {
    tenantId,
    channel: text().notNull(),
    platformRoom: text('platform_room').notNull(),
    room: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channel, t.platformRoom] }),
    unique('room_alias_room').on(t.tenantId, t.room, t.channel),
  ],
)

export const rulebook = pgTable(
  'rulebook',
  {
    tenantId,
    version: integer().notNull(),
    savedAt: moment('saved_at').notNull().defaultNow(),
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version] })],
)
