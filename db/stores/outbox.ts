import { and, asc, eq } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Letter, Outbox } from '../../src/flows/ports.ts'
import { keepable, revive } from '../json.ts'
import { outbox } from '../schema/messages.ts'
import { type Connection, nameOf } from './connect.ts'
import { readerOf } from './entry-rows.ts'
import { retrying } from './retrying.ts'

const unsent = ['pending', 'leased']

/** For so long a letter is given to nobody else. */
const lease = '1 minute'

export function outboxStore({ tenant, sql, db, process }: Connection): Outbox {
  return {
    async take(count, now) {
      const rows = await retrying(() =>
        sql.unsafe(takeStatement, [tenant, now, count, process, unsent], { prepare: true }),
      )
      return rows.map(toLetter).sort(inOrder)
    },
    async sent(letters, now) {
      await sql`
        update outbox set state = 'sent', sent_at = ${now}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)}) and state <> 'sent'`
    },
    async retry(letters, at, why) {
      await sql`
        update outbox set state = 'pending', due_at = ${at}, why = ${keepable(why)}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`
    },
    async postpone(letters, sendAt) {
      await sql`
        update outbox set state = 'pending', send_at = ${sendAt}, due_at = ${sendAt}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`
    },
    async giveUp(letters, why) {
      await sql`
        update outbox set state = 'given_up', why = ${keepable(why)}, lease_by = null
        where tenant_id = ${tenant} and id = any(${letters.map(keepable)})
          and state = 'leased' and lease_by = ${process}`
    },
    async unsure() {
      const rows = await sql`
        update outbox set lease_by = ${process}
        where tenant_id = ${tenant} and state = 'leased' and lease_by <> ${process}
          and not exists (
            select from pg_stat_activity where application_name = ${nameOf('')} || outbox.lease_by)
        returning id, body, send_at, attempts, due_at - ${lease}::interval as taken_at`
      return rows.map((row) => ({ ...toLetter(row), takenAt: row.taken_at })).sort(inOrder)
    },
    async sentSince(since, to) {
      const rows = await sql`
        select id, body, send_at, attempts from outbox
        where tenant_id = ${tenant} and reader = any(${[...new Set(to.map(readerOf))]})
          and state = 'sent' and sent_at >= ${since}`
      return rows.map(toLetter).sort(inOrder)
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
      return rows.map(({ state, sendAt, ...row }) => ({
        ...toLetter({ ...row, send_at: sendAt }),
        state: state === 'sent' || state === 'given_up' ? state : 'pending',
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
 * behind them too (`free`). The earlier ones are looked up letter by letter, which the offset makes sure of: see
 * `recordStatement`.
 */
const takeStatement = `
with due as materialized (
  select o.id, o.reader, o.send_at from outbox o
  where o.tenant_id = $1 and o.state in ('pending', 'leased') and o.due_at <= $2
    and not exists (
      select from (${earlier('o')}) before where before.due_at > o.due_at offset 0)
  order by o.due_at, o.send_at, o.id limit $3
  for update of o skip locked),
free as (
  select d.id from due d where not exists (
    select from (${earlier('d')}) before where before.id not in (select id from due) offset 0))
update outbox o
set state = 'leased', lease_by = $4, attempts = o.attempts + 1, due_at = $2::timestamptz + interval '${lease}'
from free where o.tenant_id = $1 and o.id = free.id
returning o.id, o.body, o.send_at, o.attempts - 1 as attempts`

const toLetter = ({ id, body, send_at, attempts }: postgres.Row): Letter => ({
  ...revive<Pick<Letter, 'to' | 'notice'>>(body),
  id,
  sendAt: send_at,
  attempts,
})

const inOrder = (a: Letter, b: Letter) =>
  a.sendAt.getTime() - b.sendAt.getTime() || (a.id < b.id ? -1 : 1)
