import type { Drafts } from '../../src/flows/ports/drafts.ts'
import { keepable, toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

export const draftStore = ({ tenant, sql, newId }: Connection): Drafts => ({
  async keep(draft) {
    const id = newId()
    const { person, madeAt, version, by, changes } = draft
    await retrying(
      () => sql`
        insert into draft (tenant_id, id, person_id, made_at, version, by, changes)
        values (${tenant}, ${id}, ${person}, ${madeAt}, ${version},
                ${toJson(by)}::text::jsonb, ${toJson(changes)}::text::jsonb)`,
    )
    return { id, ...draft }
  },
  async find(id, person) {
    const [row] = await sql`
      select * from draft
      where tenant_id = ${tenant} and id = ${keepable(id)} and person_id = ${person}`
    if (!row) return undefined
    const { made_at: madeAt, version, by, changes } = row
    return { id: row.id, person, madeAt, version, by, changes }
  },
  async forget(before) {
    const gone = await sql`delete from draft where tenant_id = ${tenant} and made_at < ${before}`
    return gone.count
  },
})
