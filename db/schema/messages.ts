import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, oneOf, tenantId } from './columns.ts'

/** What was said to us, before and after it was read. */
export const inbox = pgTable(
  'inbox',
  {
    tenantId,
    channel: text().notNull(),
    messageId: text('message_id').notNull(),
    /** A UUIDv7: the order in which messages came. */
    id: text().notNull(),
    conversation: text().notNull(),
    sentAt: moment('sent_at').notNull(),
    keptAt: moment('kept_at').notNull(),
    state: text().notNull().default('waiting'),
    outcome: text(),
    petitionId: text('petition_id'),
    fault: text(),
    /** Of a voice: until when somebody has it written down; `infinity` when that is over. */
    listenUntil: moment('listen_until'),
    /** A `HeardMessage`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channel, t.messageId] }),
    index('inbox_stretch').on(t.tenantId, t.conversation, t.id),
    index('inbox_waiting').on(t.tenantId, t.conversation, t.id).where(sql`state = 'waiting'`),
    index('inbox_chatter')
      .on(t.tenantId, t.keptAt)
      .where(sql`state = 'read' and petition_id is null`),
    index('inbox_set_aside').on(t.tenantId, t.keptAt).where(sql`state = 'set_aside'`),
    check('inbox_state', oneOf(t.state, ['waiting', 'read', 'set_aside'])),
  ],
)

/** Up to when everything said on a channel is kept: what came later must be asked for after a stop. */
export const lastHeard = pgTable(
  'last_heard',
  { tenantId, channel: text().notNull(), sentAt: moment('sent_at').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel] })],
)

/** Letters. A leased one is being sent: `due_at` is when others may try, `lease_by` the process that has it. */
export const outbox = pgTable(
  'outbox',
  {
    tenantId,
    id: text().notNull(),
    /** `person/S001`, `room/room-xf-1`: letters to one reader go out in order. */
    reader: text().notNull(),
    petitionId: text('petition_id'),
    state: text().notNull().default('pending'),
    sendAt: moment('send_at').notNull(),
    dueAt: moment('due_at').notNull(),
    attempts: integer().notNull().default(0),
    leaseBy: text('lease_by'),
    sentAt: moment('sent_at'),
    /** The platform's id of the message it was said in, where reading is told by it. */
    message: text(),
    seenAt: moment('seen_at'),
    why: text(),
    /** By which way, when and with which it went out, or is going: a `SettingOut`; null: nobody who has it in hand began. */
    setOut: jsonb('set_out'),
    /** The setting-out by which it may have gone, nobody knows; of a sent letter: it may have been said twice. */
    doubt: jsonb(),
    /** Ways that refused it for good. */
    closed: text().array().notNull().default([]),
    /** Its `to`, `notice` and `calm`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index('outbox_due').on(t.tenantId, t.dueAt).where(sql`state in ('pending', 'leased')`),
    index('outbox_reader').on(t.tenantId, t.reader, t.state, t.sendAt, t.id),
    // What was said to somebody lately: told apart by its moment alone, it costs the same after years as on the first day.
    index('outbox_said').on(t.tenantId, t.reader, t.sentAt).where(sql`state = 'sent'`),
    index('outbox_petition').on(t.tenantId, t.petitionId, t.id),
    index('outbox_given_up').on(t.tenantId, t.sendAt, t.id).where(sql`state = 'given_up'`),
    index('outbox_message').on(t.tenantId, t.message).where(sql`message is not null`),
    index('outbox_doubtful').on(t.tenantId, t.id).where(sql`doubt is not null`),
    check('outbox_state', oneOf(t.state, ['pending', 'leased', 'sent', 'given_up'])),
  ],
)

/** Readings of messages that no letter was known to be when they were told: for a day. */
export const seenEarly = pgTable(
  'seen_early',
  {
    tenantId,
    channel: text().notNull(),
    message: text().notNull(),
    account: text().notNull(),
    readAt: moment('read_at').notNull(),
    keptAt: moment('kept_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.channel, t.message, t.account] })],
)

/** What we asked a person in a conversation and wait to hear. */
export const question = pgTable(
  'question',
  {
    tenantId,
    conversation: text().notNull(),
    personId: text('person_id').notNull(),
    body: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.conversation, t.personId] })],
)
