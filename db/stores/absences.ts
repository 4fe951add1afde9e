import { personId } from '../../src/domain/ids.ts'
import type { Absences } from '../../src/flows/ports/absences.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'

export const absenceStore = ({ tenant, sql }: Connection): Absences => ({
  async keep({ id, person, from, until, deputy }, at) {
    await sql`
      insert into absence (tenant_id, id, person_id, from_day, until_day, deputy_id, kept_at)
      values (${tenant}, ${keepable(id)}, ${person}, ${from}, ${until}, ${deputy}, ${at})
      on conflict (tenant_id, id) do update
        set from_day = excluded.from_day, until_day = excluded.until_day, deputy_id = excluded.deputy_id`
  },
  async since(since) {
    const rows = await sql`
      select id, person_id, from_day, until_day, deputy_id from absence
      where tenant_id = ${tenant} and until_day >= ${since} order by kept_at, id`
    return rows.map((row) => ({
      ...{ id: row.id, person: personId(row.person_id), from: row.from_day, until: row.until_day },
      deputy: row.deputy_id === null ? null : personId(row.deputy_id),
    }))
  },
})
