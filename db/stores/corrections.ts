import type { Corrections } from '../../src/flows/ports/learning.ts'
import type { Connection } from './connect.ts'

/** Corrections are written by `record`, with the entry that they are part of. */
export const correctionStore = ({ tenant, sql }: Connection): Corrections => ({
  async count() {
    const [row] = await sql`
      select count(*)::int as count from correction where tenant_id = ${tenant}`
    return row?.count ?? 0
  },
  async list() {
    const rows = await sql`
      select * from correction where tenant_id = ${tenant} order by corrected_at, id`
    return rows.map((row) => ({
      id: row.id,
      petition: row.petition_id,
      field: row.field,
      old: row.was,
      new: row.becomes,
      text: row.words,
      by: row.person_id,
      at: row.corrected_at,
    }))
  },
})
