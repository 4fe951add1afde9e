import { boolean, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

export const person = pgTable(
  'person',
  {
    tenantId,
    id: text().notNull(),
    name: text().notNull(),
    /** Staff keep the name that the rulebook gives them. */
    isStaff: boolean('is_staff').notNull().default(false),
    /** Where to write to: where the person last spoke. */
    channel: text(),
    account: text(),
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
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel, t.account] })],
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
    unique('room_alias_room').on(t.tenantId, t.room),
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
