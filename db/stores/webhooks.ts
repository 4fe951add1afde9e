import type postgres from 'postgres'
import { type Webhook, type Webhooks, webhookSwitches } from '../../src/flows/ports/webhooks.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'

export function webhookStore({ tenant, sql }: Connection): Webhooks {
  return {
    async keep(one) {
      const made = await sql`
        insert into webhook (tenant_id, id, name, url, secret, person_id, unit, made_by, made_at, state, cursor,
          try_at, failures, told, told_at, why)
        values (${tenant}, ${keepable(one.id)}, ${keepable(one.name)}, ${keepable(one.url)}, ${one.secret},
          ${one.person}, ${one.unit}, ${one.madeBy}, ${one.madeAt}, ${one.state}, ${one.cursor}, ${one.tryAt},
          ${one.failures}, ${one.told}, ${one.toldAt}, ${one.why})
        on conflict (tenant_id, id) do nothing`
      return made.count > 0
    },
    async list() {
      const rows = await sql`
        select * from webhook where tenant_id = ${tenant} order by made_at desc, id desc`
      return rows.map(toWebhook)
    },
    async take(now, until) {
      const [row] = await sql`
        update webhook set try_at = ${until} where tenant_id = ${tenant} and id = (
          select id from webhook where tenant_id = ${tenant} and state = 'on' and try_at <= ${now}
          order by try_at, id limit 1 for update skip locked)
        returning *`
      return row && toWebhook(row)
    },
    async told({ id, cursor: from }, { cursor, count, tryAt }, now) {
      await sql`
        update webhook set cursor = ${cursor}, told = told + ${count}, failures = 0, why = null,
          try_at = ${tryAt}, told_at = coalesce(${count > 0 ? now : null}::timestamptz, told_at)
        where tenant_id = ${tenant} and id = ${id} and cursor is not distinct from ${from}::text`
    },
    async failed(id, { why, tryAt, gaveUp }) {
      await sql`
        update webhook set why = ${keepable(why)}, try_at = ${tryAt}, failures = failures + 1,
          state = case when state = 'on' and ${gaveUp} then 'given_up' else state end
        where tenant_id = ${tenant} and id = ${id}`
    },
    async switchTo(id, state, now) {
      const from = [...webhookSwitches[state]]
      const switched = await sql`
        update webhook set state = ${state}, failures = 0, why = null, try_at = ${now}
        where tenant_id = ${tenant} and id = ${keepable(id)} and state = any(${from})`
      return switched.count > 0
    },
  }
}

const toWebhook = (row: postgres.Row): Webhook => ({
  ...{ id: row.id, name: row.name, url: row.url, secret: row.secret },
  ...{ person: row.person_id, unit: row.unit, madeBy: row.made_by, madeAt: row.made_at },
  ...{ state: row.state, cursor: row.cursor, failures: row.failures, tryAt: row.try_at },
  ...{ told: Number(row.told), toldAt: row.told_at, why: row.why },
})
