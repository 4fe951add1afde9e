import { and, asc, eq } from 'drizzle-orm'
import type postgres from 'postgres'
import type { LetterId } from '../../src/domain/ids.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import type { Letter, LetterOnItsWay, Outbox, SettingOut } from '../../src/flows/ports.ts'
import { keepable, revive, toJson } from '../json.ts'
import { outbox } from '../schema/messages.ts'
import { type Connection, nameOf } from './connect.ts'
import { readerOf } from './entry-rows.ts'
import { gather } from './gather.ts'
import { pingsIn, takeAlong } from './pings.ts'
import { retrying } from './retrying.ts'
import { seen, seenMeanwhile } from './sightings.ts'

interface Leaving {
  readonly letters: readonly LetterId[]
  readonly via: Reach
  readonly now: Date
}

const unsent = ['pending', 'leased']

/** For so long a letter is given to nobody else, and from the moment it sets out. */
const lease = '1 minute'
const leaseUnderWay = '5 minutes'

export function outboxStore({ tenant, sql, db, process }: Connection): Outbox {
  /** Readers' letters set out one by one, many at once: written together. */
  const setOutTogether = gather<Leaving, LetterId[]>(
    async (parts) => {
      const rows = parts.flatMap(({ letters, via, now }) =>
        letters.map((id) => ({
          id: keepable(id),
          body: { via, at: now, parcel: letters[0] },
        })),
      )
      const ours = await retrying(() =>
        sql.unsafe(setOutStatement, [tenant, process, toJson(rows)], { prepare: true }),
      )
      const ids = new Set(ours.map(({ id }) => id))
      return parts.map(({ letters }) => letters.filter((id) => ids.has(keepable(id))))
    },
    { most: 50, writers: 1 },
  )
  return {
    async take(count, now) {
      const rows = await retrying(() =>
        sql.unsafe(takeStatement, [tenant, now, count, process, unsent], { prepare: true }),
      )
      return rows.map(toLetter).sort(inOrder)
    },
    async takeAlong(letters, now) {
      const rows = await takeAlong(letters, now, lease, { tenant, sql, process })
      return rows.map(toLetter).sort(inOrder)
    },
    pings: (people, since, until) => pingsIn(people, { since, until }, { tenant, sql }),
    setOut: (letters, via, now) =>
      setOutTogether([{ letters, via, now }]).then(([ours]) => ours ?? []),
    async noteWays(letters, { doubt, closed }) {
      await retrying(
        () => sql`
        update outbox set doubt = ${doubt && toJson(doubt)}::text::jsonb, closed = ${closed.map(keepable)}
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`,
      )
    },
    async sent(letters, now, as = new Map()) {
      const messages = Object.fromEntries(
        [...as].map(([id, message]) => [keepable(id), keepable(message)]),
      )
      await retrying(
        () => sql`
        update outbox set state = 'sent', sent_at = ${now}, lease_by = null,
          message = ${toJson(messages)}::text::jsonb ->> id
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)}) and state <> 'sent'`,
      )
      if (as.size > 0) await seenMeanwhile(Object.values(messages), { tenant, sql })
    },
    seen: (by, messages, at, now) => seen(by, messages, at, now, { tenant, sql }),
    async retry(letters, at, why) {
      await retrying(
        () => sql`
        update outbox set state = 'pending', due_at = ${at}, why = ${keepable(why)}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`,
      )
    },
    async postpone(letters, sendAt) {
      await retrying(
        () => sql`
        update outbox set state = 'pending', send_at = ${sendAt}, due_at = ${sendAt}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`,
      )
    },
    async giveUp(letters, why) {
      await retrying(
        () => sql`
        update outbox set state = 'given_up', why = ${keepable(why)}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`,
      )
    },
    async drop(letters) {
      await retrying(
        () => sql`
        delete from outbox
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`,
      )
    },
    async givenUp(count) {
      const rows = await sql`
        select id, body, send_at, attempts, doubt, closed, why from outbox
        where tenant_id = ${tenant} and state = 'given_up' order by send_at, id limit ${count}`
      return rows.map((row) => ({ ...toLetter(row), why: row.why ?? '' }))
    },
    async again(letters) {
      const rows = await sql`
        update outbox set state = 'pending', due_at = send_at, attempts = 0, closed = '{}', why = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)}) and state = 'given_up'
        returning id, send_at`
      return rows
        .map(({ id, send_at }) => ({ id, sendAt: send_at }))
        .sort(inOrder)
        .map(({ id }) => id)
    },
    async possibleDoubles() {
      const [row] = await sql`
        select count(*)::int as count from outbox
        where tenant_id = ${tenant} and state = 'sent' and doubt is not null and doubt ->> 'isOver' is null`
      return row?.count ?? 0
    },
    async unsure(fallen = []) {
      const rows = await sql`
        update outbox set lease_by = ${process}
        where tenant_id = ${tenant} and state = 'leased' and (
          (lease_by = ${process} and id = any(${fallen.map(keepable)}))
          or (lease_by <> ${process} and not exists (
            select from pg_stat_activity where application_name = ${nameOf('')} || outbox.lease_by)))
        returning id, body, send_at, attempts, doubt, closed, set_out`
      return rows.map(onItsWay).sort(inOrder)
    },
    async sentSince(since, to) {
      const rows = await sql`
        select id, body, send_at, attempts, doubt, closed, set_out from outbox
        where tenant_id = ${tenant} and reader = any(${[...new Set(to.map(readerOf))]})
          and state = 'sent' and sent_at >= ${since}`
      return rows.map(onItsWay).sort(inOrder)
    },
    async letters({ petition, person }) {
      const rows = await db
        .select()
        .from(outbox)
        .where(
          and(
            eq(outbox.tenantId, tenant),
            petition && eq(outbox.petitionId, petition),
            person && eq(outbox.reader, readerOf({ kind: 'person', person })),
          ),
        )
        .orderBy(asc(outbox.sendAt), asc(outbox.id))
      return rows.map(({ state, sendAt, setOut, sentAt, seenAt, ...row }) => ({
        ...toLetter({ ...row, send_at: sendAt }),
        ...{ state: state === 'sent' || state === 'given_up' ? state : 'pending', sentAt, seenAt },
        via: state === 'sent' ? (revive<SettingOut | null>(setOut)?.via.channel ?? null) : null,
      }))
    },
  }
}

/** Letters to the same reader that go before this one and have not been sent: by the index on readers alone. */
function earlier(letter: 'o' | 'd') {
  return `
    select b.id, b.due_at from outbox b
    where b.tenant_id = $1 and b.reader = ${letter}.reader and b.state = any($5::text[])
      and (b.send_at, b.id) < (${letter}.send_at, ${letter}.id) offset 0`
}

/**
 * $1 tenant, $2 now, $3 how many, $4 who asks, $5 the states of letters not sent. A letter waits while an earlier one to its reader comes later in the
 * order of `due_at`: that one is being sent or tried again. Letters locked by another taker are skipped, and then those
 * behind them too (`free`). The earlier ones are looked up letter by letter, which the offset makes sure of, and each is changed
 * where it was found: see `recordStatement`.
 */
const takeStatement = `
with due as materialized (
  select o.ctid as at, o.id, o.reader, o.send_at from outbox o
  where o.tenant_id = $1 and o.state in ('pending', 'leased') and o.due_at <= $2
    and not exists (
      select from (${earlier('o')}) before where before.due_at > o.due_at offset 0)
  order by o.due_at, o.send_at, o.id limit $3
  for update of o skip locked),
free as (
  select d.at from due d where not exists (
    select from (${earlier('d')}) before where before.id not in (select id from due) offset 0))
update outbox o
set state = 'leased', lease_by = $4, attempts = o.attempts + 1, set_out = null,
  due_at = $2::timestamptz + interval '${lease}'
from free where o.tenant_id = $1 and o.ctid = free.at
returning o.id, o.body, o.send_at, o.attempts - 1 as attempts, o.doubt, o.closed`

/** $1 tenant, $2 who asks, $3 letters as (id, set_out). */
const setOutStatement = `
update outbox o
set set_out = r.body, due_at = (r.body ->> 'at')::timestamptz + interval '${leaseUnderWay}'
from jsonb_to_recordset($3::text::jsonb) as r(id text, body jsonb)
where o.tenant_id = $1 and o.id = r.id and o.state = 'leased' and o.lease_by = $2
returning o.id`

const toLetter = (row: postgres.Row): Letter => ({
  ...revive<Pick<Letter, 'to' | 'notice' | 'calm'>>(row.body),
  id: row.id,
  sendAt: row.send_at,
  attempts: row.attempts,
  doubt: revive(row.doubt),
  closed: row.closed,
})

const onItsWay = (row: postgres.Row): LetterOnItsWay => ({
  ...toLetter(row),
  setOut: revive(row.set_out),
})

const inOrder = (a: Pick<Letter, 'id' | 'sendAt'>, b: Pick<Letter, 'id' | 'sendAt'>) =>
  a.sendAt.getTime() - b.sendAt.getTime() || (a.id < b.id ? -1 : 1)
