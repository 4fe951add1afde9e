import type { Operation } from '../../src/flows/ports/operation.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'

/** So late a moment of the clock is overdue: it is looked for every second. */
const overdueAfterMs = 60_000

export function operationStore({ tenant, sql }: Connection): Operation {
  return {
    async vitals(now) {
      const overdue = new Date(now.getTime() - overdueAfterMs)
      const [row] = await sql`
        select
          (select count(*)::int from inbox where tenant_id = ${tenant} and state = 'waiting') as waiting,
          (select min(kept_at) from inbox where tenant_id = ${tenant} and state = 'waiting') as waits_since,
          (select count(*)::int from inbox where tenant_id = ${tenant} and state = 'set_aside') as set_aside,
          (select count(*)::int from outbox where tenant_id = ${tenant} and state in ('pending', 'leased')
            and send_at <= ${now}) as due,
          (select min(send_at) from outbox where tenant_id = ${tenant} and state in ('pending', 'leased')
            and send_at <= ${now}) as due_since,
          (select count(*)::int from outbox where tenant_id = ${tenant} and state in ('pending', 'leased')
            and send_at > ${now}) as later,
          (select count(*)::int from outbox where tenant_id = ${tenant} and state = 'given_up') as given_up,
          (select count(*)::int from timer where tenant_id = ${tenant} and fired_at is null
            and due_at < ${overdue}) as overdue,
          (select min(due_at) from timer where tenant_id = ${tenant} and fired_at is null
            and due_at < ${overdue}) as overdue_since,
          pg_database_size(current_database())::float8 as bytes`
      if (!row) throw new Error('PostgreSQL answered no row')
      return {
        inbox: { waiting: row.waiting, oldestAt: row.waits_since, setAside: row.set_aside },
        outbox: {
          ...{ due: row.due, oldestDueAt: row.due_since, later: row.later, givenUp: row.given_up },
        },
        timers: { overdue: row.overdue, oldestDueAt: row.overdue_since },
        databaseBytes: row.bytes,
      }
    },
    async setAside(count) {
      const rows = await sql`
        select channel, kept_at, fault from inbox
        where tenant_id = ${tenant} and state = 'set_aside' order by kept_at desc, id desc limit ${count}`
      return rows.map(({ channel, kept_at, fault }) => ({
        ...{ channel, keptAt: kept_at, fault: fault ?? '' },
      }))
    },
    async noteJob({ name, endedAt, fault }) {
      const why = fault === null ? null : keepable(fault)
      await sql`
        insert into job_run (tenant_id, name, ended_at, fault)
        values (${tenant}, ${name}, ${endedAt}, ${why})
        on conflict (tenant_id, name) do update
        set ended_at = excluded.ended_at, fault = excluded.fault`
    },
    async jobs() {
      const rows = await sql`
        select name, ended_at, fault from job_run where tenant_id = ${tenant} order by name`
      return rows.map(({ name, ended_at, fault }) => ({ name, endedAt: ended_at, fault }))
    },
    async noteBackup({ id, madeAt, bytes, rows, sha256, verifiedAt }) {
      await sql`
        insert into backup (tenant_id, id, made_at, bytes, rows, sha256, verified_at)
        values (${tenant}, ${id}, ${madeAt}, ${bytes}, ${rows}, ${sha256}, ${verifiedAt})`
    },
    async lastBackup() {
      const [row] = await sql`
        select * from backup where tenant_id = ${tenant} order by made_at desc, id desc limit 1`
      return (
        row && {
          ...{ id: row.id, madeAt: row.made_at, bytes: Number(row.bytes), rows: Number(row.rows) },
          ...{ sha256: row.sha256, verifiedAt: row.verified_at },
        }
      )
    },
  }
}
