import type { MediaId } from '../../src/domain/ids.ts'
import type { Finding, Findings } from '../../src/flows/ports/senses.ts'
import { keepable, revive, toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

export const findingStore = ({ tenant, sql }: Connection): Findings => ({
  async find(ids) {
    if (ids.length === 0) return new Map()
    const rows = await sql`
      select media_id, body from finding
      where tenant_id = ${tenant} and media_id = any(${ids.map(keepable)})`
    return new Map(
      rows.map(({ media_id: id, body }) => [id as MediaId, revive<Finding>(body)] as const),
    )
  },
  async keep(id, finding) {
    await retrying(
      () => sql`
        insert into finding (tenant_id, media_id, body)
        values (${tenant}, ${keepable(id)}, ${toJson(finding)}::text::jsonb)
        on conflict do nothing`,
    )
  },
  async forget(id) {
    await sql`delete from finding where tenant_id = ${tenant} and media_id = ${keepable(id)}`
  },
})
