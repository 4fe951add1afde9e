import type { Gaps } from '../../src/flows/ports/gaps.ts'
import type { Connection } from './connect.ts'

export const gapStore = ({ tenant, sql }: Connection): Gaps => ({
  async keep({ channel, fromAt, untilAt }) {
    const [row] = await sql`
      insert into gap as g (tenant_id, channel, from_at, until_at)
      values (${tenant}, ${channel}, ${fromAt}, ${untilAt})
      on conflict (tenant_id, channel, from_at) do update
        set until_at = greatest(g.until_at, excluded.until_at)
      returning xmax = 0 as fresh`
    return row?.fresh === true
  },
  async since(since) {
    const rows = await sql`
      select channel, from_at, until_at from gap
      where tenant_id = ${tenant} and until_at >= ${since} order by from_at, channel`
    return rows.map((row) => ({
      ...{ channel: row.channel, fromAt: row.from_at, untilAt: row.until_at },
    }))
  },
  async sign(channel, at) {
    await sql`
      insert into last_sign as l (tenant_id, channel, signed_at) values (${tenant}, ${channel}, ${at})
      on conflict (tenant_id, channel) do update set signed_at = excluded.signed_at
        where l.signed_at < excluded.signed_at`
  },
  async lastSign(channel) {
    const [row] = await sql`
      select signed_at from last_sign where tenant_id = ${tenant} and channel = ${channel}`
    return row?.signed_at
  },
})
