import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, tenantId } from './columns.ts'

/** Times in which we may not have heard what was said on a channel. */
export const gap = pgTable(
  'gap',
  {
    tenantId,
    channel: text().notNull(),
    fromAt: moment('from_at').notNull(),
    untilAt: moment('until_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel, t.fromAt] })],
)

/** Until when we could hear a channel, as far as was written down. */
export const lastSign = pgTable(
  'last_sign',
  { tenantId, channel: text().notNull(), signedAt: moment('signed_at').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel] })],
)

/** Groups as the platforms show them. */
export const seenRoom = pgTable(
  'seen_room',
  {
    tenantId,
    channel: text().notNull(),
    platformRoom: text('platform_room').notNull(),
    topic: text().notNull(),
    lostAt: moment('lost_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel, t.platformRoom] })],
)

/** Who joined which room, for each is greeted once. */
export const newcomer = pgTable(
  'newcomer',
  {
    tenantId,
    room: text().notNull(),
    personId: text('person_id').notNull(),
    joinedAt: moment('joined_at').notNull(),
    greetedAt: moment('greeted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.room, t.personId] }),
    index('newcomer_waiting').on(t.tenantId, t.room, t.joinedAt).where(sql`greeted_at is null`),
  ],
)

/** How much was said in groups, by the hour; nothing of what. */
export const roomHour = pgTable(
  'room_hour',
  {
    tenantId,
    channel: text().notNull(),
    platformRoom: text('platform_room').notNull(),
    hourAt: moment('hour_at').notNull(),
    messages: integer().notNull(),
    lastAt: moment('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channel, t.platformRoom, t.hourAt] }),
    index('room_hour_time').on(t.tenantId, t.hourAt),
  ],
)
