import type { HotSpot } from '../../src/domain/hot-spots/hot-spot.ts'
import type { HotSpots } from '../../src/flows/ports/hot-spots.ts'
import { keepable, revive, toJson } from '../json.ts'
import type { Connection } from './connect.ts'

export const hotSpotStore = ({ tenant, sql }: Connection): HotSpots => ({
  async since(since, grid) {
    const rows = await sql`
      select body from hot_spot where tenant_id = ${tenant} and last_at >= ${since}
        ${grid === undefined ? sql`` : sql`and grid = ${keepable(grid)}`}
      order by last_at desc, burst`
    return rows.map(({ body }) => revive<HotSpot>(body))
  },
  async keep(spot) {
    const { burst, grid, level, lastAt } = spot
    await sql`
      insert into hot_spot as h (tenant_id, burst, grid, level, last_at, body)
      values (${tenant}, ${burst}, ${grid}, ${level}, ${lastAt}, ${toJson(spot)}::text::jsonb)
      on conflict (tenant_id, burst) do update
        set level = excluded.level, last_at = excluded.last_at, body = excluded.body
        where excluded.last_at >= h.last_at and excluded.level >= h.level`
  },
})
