import type postgres from 'postgres'
import { mediaId, petitionId } from '../../src/domain/ids.ts'
import type { Retention } from '../../src/flows/ports/retention.ts'
import type { Connection } from './connect.ts'
import { type Of, tables } from './over.ts'
import { retrying } from './retrying.ts'
import { strip } from './strip.ts'

const atOnce = 2_000

export function retentionStore({ tenant, sql }: Connection): Retention {
  const note = async (db: postgres.ISql, day: string, of: string, count: number) => {
    await db`
      insert into forgotten as f (tenant_id, day, record_class, count)
      values (${tenant}, ${day}, ${of}, ${count})
      on conflict (tenant_id, day, record_class) do update set count = f.count + excluded.count`
  }
  return {
    async markHeard(now) {
      await sql`
        update person p set heard_at = heard.at
        from (
          select a.person_id, max(i.kept_at) as at from inbox i join person_alias a
            on a.tenant_id = ${tenant} and a.channel = i.channel and a.account = i.body->'sender'->>'id'
          where i.tenant_id = ${tenant} group by a.person_id) heard
        where p.tenant_id = ${tenant} and p.id = heard.person_id
          and (p.heard_at is null or p.heard_at < heard.at)`
      await sql`
        update person set heard_at = ${now} where tenant_id = ${tenant} and heard_at is null`
    },
    async count(of, before) {
      const counts = await Promise.all(
        tables[of].map(async (part) => {
          const [row] = await sql`
            select count(*)::int as count from ${sql(part.table)} t
            where t.tenant_id = ${tenant} and ${part.isOver(before, tenant, sql)}`
          return part.isCounted ? Number(row?.count ?? 0) : 0
        }),
      )
      return counts.reduce((a, b) => a + b, 0)
    },
    async forget(of, before, day) {
      let forgotten = 0
      await note(sql, day, of, 0)
      for (const part of tables[of])
        for (;;) {
          const gone = await retrying(() =>
            sql.begin(async (tx) => {
              const count = await forgetSome(part, before, tenant, tx)
              if (part.isCounted) await note(tx, day, of, count)
              return count
            }),
          )
          if (part.isCounted) forgotten += gone
          if (gone < atOnce) break
        }
      return forgotten
    },
    async over(before, count) {
      const rows = await sql`
        select id from petition
        where tenant_id = ${tenant} and status in ('closed', 'withdrawn')
          and body->>'forgottenAt' is null
          and coalesce(body->>'closedAt', body->>'withdrawnAt')::timestamptz < ${before}
        order by number limit ${Math.min(count, 1_000_000)}`
      return rows.map(({ id }) => petitionId(id))
    },
    strip: (petition, timeline, day) =>
      retrying(() =>
        sql.begin(async (tx) => {
          if (!(await strip(petition, timeline, tenant, tx))) return false
          await note(tx, day, 'closedPetitions', 1)
          return true
        }),
      ),
    async unreferred(media) {
      const rows = await sql`
        with shown as materialized (
          select distinct (regexp_matches(body::text, '[0-9a-f]{64}', 'g'))[1] as id from (
            select body from inbox where tenant_id = ${tenant}
            union all select body from petition where tenant_id = ${tenant}
            union all select body from petition_event where tenant_id = ${tenant}
            union all select body from outbox where tenant_id = ${tenant} and state in ('pending', 'leased')
          ) kept),
        used as (
          select id from shown
          union select f.body->>'playable' from finding f join shown s on s.id = f.media_id
          where f.tenant_id = ${tenant} and f.body->>'playable' is not null)
        select m.id from unnest(${[...media]}::text[]) m(id)
        where not exists (select from used where used.id = m.id)`
      return rows.map(({ id }) => mediaId(id))
    },
    note: ({ day, of, count }) => note(sql, day, of, count),
    async notes(since) {
      const rows = await sql`
        select day, record_class, count from forgotten
        where tenant_id = ${tenant} and day >= ${since} order by day, record_class collate "C"`
      return rows.map((row) => ({ day: row.day, of: row.record_class, count: row.count }))
    },
  }
}

/** Deletes up to so many rows of one table; what belongs to them goes with them. */
async function forgetSome(
  part: Of,
  before: Date,
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<number> {
  const gone = await tx`
    delete from ${tx(part.table)} where tenant_id = ${tenant} and ctid in (
      select t.ctid from ${tx(part.table)} t
      where t.tenant_id = ${tenant} and ${part.isOver(before, tenant, tx)}
      limit ${atOnce}) returning *`
  await part.withThem?.(gone, tenant, tx)
  return gone.length
}
