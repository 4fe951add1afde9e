import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
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

/** Pairs of neighbouring Chinese characters of what was said, for the queue's search: no extension knows Chinese. */
const han = `regexp_replace((body ->> 'summary') || ' ' || (body ->> 'words'), '[^一-鿿]+', ' ', 'g')`
export const pairsInWords = `string_to_array(
  regexp_replace(${han}, '(.)(.)', '\\1\\2 ', 'g') || ' ' ||
  regexp_replace(substr(${han}, 2), '(.)(.)', '\\1\\2 ', 'g'), ' ')`

/** Desks of the parts of joint work that are in such a state; null where there are none. */
const partDesks = (state: string) =>
  sql.raw(`case when status in ('dispatched', 'handling') then nullif(jsonb_path_query_array(
    body, '$.joint.parts[*] ? (@.state ${state}).to'), '[]'::jsonb) end`)

/** Three households or more (`hotHouseholds`): somebody joined from another than the reporter's, and somebody from a third. */
const isCrowded = sql.raw(`jsonb_path_exists(
    body, '$.supporters[*] ? (@.household != $.reporter.household && @.household != $second)',
    jsonb_set('{"second": null}', '{second}', coalesce(jsonb_path_query_first(
      body, '$.supporters[*] ? (@.household != $.reporter.household).household'), 'null')))`)

/** `waitsForDecision`: more time or help was asked for, or an office sent back its part. */
export const isUndecided = `(status in ('dispatched', 'handling') and (body -> 'extensionAsked' is not null
    or body -> 'helpAsked' is not null or jsonb_path_exists(body, '$.joint.parts[*] ? (@.state == "open" && exists(@.sentBack))')))`

/** `isAskedToLook`: somebody was asked whether it is fixed, and has not said it. */
export const isLookedFor = `(status in ('resolved', 'closed') and body -> 'check' is not null
    and body -> 'check' -> 'fixed' is null)`

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
    /** By the database's own clock, the same for all processes: what the console looks for news by. */
    writtenAt: moment('written_at').notNull().defaultNow(),
    /** A `Petition`. */
    body: jsonb().notNull(),
    // What the queue looks for, made of the body by the database itself: whoever writes the one writes the other.
    kind: text().generatedAlwaysAs(sql`body ->> 'kind'`),
    desk: text().generatedAlwaysAs(
      sql`(body -> 'to' ->> 'kind') || '/' || (body -> 'to' ->> 'code')`,
    ),
    handler: text().generatedAlwaysAs(sql`case status when 'handling' then body ->> 'handler' end`),
    room: text().generatedAlwaysAs(sql`body -> 'reporter' ->> 'room'`),
    category: text().generatedAlwaysAs(sql`body ->> 'category'`),
    urgency: text().generatedAlwaysAs(sql`body ->> 'urgency'`),
    confidential: boolean().generatedAlwaysAs(sql`body -> 'confidential' = 'true'::jsonb`),
    place: text().generatedAlwaysAs(sql`body -> 'place' ->> 'name'`),
    building: text().generatedAlwaysAs(sql`body -> 'place' ->> 'building'`),
    returns: integer().generatedAlwaysAs(sql`(body ->> 'returns')::integer`),
    supporters: integer().generatedAlwaysAs(sql`jsonb_array_length(body -> 'supporters')`),
    parts: jsonb().generatedAlwaysAs(partDesks('!= "released"')),
    openParts: jsonb('open_parts').generatedAlwaysAs(partDesks('== "open"')),
    crowded: boolean().generatedAlwaysAs(isCrowded),
    /** `dueFirst`, as JSON writes it: a text that sorts as the moments do. */
    dueFirst: text('due_first').generatedAlwaysAs(
      sql`case status when 'dispatched' then body ->> 'acceptDueAt' when 'handling' then body ->> 'resolveDueAt'
        else body ->> 'registeredAt' end`,
    ),
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
    // All that the queue counts by, so that it counts in the index alone: rows of a hundred thousand lie far apart.
    index('petition_live')
      .on(
        ...[t.tenantId, t.status, t.grid, t.desk, t.kind, t.handler, t.room],
        ...[t.returns, t.resolveDueAt, t.number, t.crowded, t.confidential, t.id],
      )
      .where(sql`status in ('received', 'dispatched', 'handling', 'resolved')`),
    // What a matter may be the same as: of an estate all its open ones would be walked for each message.
    index('petition_near')
      .on(t.tenantId, t.place, t.building, t.registeredAt)
      .where(sql`status in ('received', 'dispatched', 'handling')`),
    index('petition_written').on(t.tenantId, t.writtenAt),
    index('petition_desk').on(t.tenantId, t.desk),
    index('petition_handler').on(t.tenantId, t.handler).where(sql`handler is not null`),
    index('petition_room').on(t.tenantId, t.room).where(sql`grid is null`),
    index('petition_parts').on(t.tenantId).where(sql`parts is not null`),
    index('petition_undecided').on(t.tenantId).where(sql.raw(isUndecided)),
    index('petition_looked_for').on(t.tenantId).where(sql.raw(isLookedFor)),
    index('petition_accused').on(t.tenantId).where(sql`body -> 'accused' is not null`),
    index('petition_words').using('gin', sql.raw(`(${pairsInWords})`)),
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
    /** When the transaction began that wrote it, by the database's own clock: the order of the feed. */
    recordedAt: moment('recorded_at').notNull().defaultNow(),
    /** A `PetitionEvent`. */
    body: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.petitionId, t.version, t.seq] }),
    index('petition_event_recorded').on(
      ...([t.tenantId, t.recordedAt, t.petitionId, t.version, t.seq] as const),
    ),
  ],
)

/** Moments at which the clock has something to do; those that fired stay, lest they be set again, as long as the petition has its people. */
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
