import { createHash } from 'node:crypto'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Connection } from './connect.ts'

/** Keys are kept as hashes: strangers choose how long they are and what stands in them. */
export const seenKeyStore = ({ tenant, sql }: Connection): SeenKeys => ({
  async seen(key, now) {
    const rows = await sql`
      select 1 from seen_key where tenant_id = ${tenant} and hash = ${hashOf(key)} and until > ${now}`
    return rows.length > 0
  },
  async claim(key, now, until) {
    const rows = await sql`
      insert into seen_key as k (tenant_id, hash, until) values (${tenant}, ${hashOf(key)}, ${until})
      on conflict (tenant_id, hash) do update set until = excluded.until where k.until <= ${now}
      returning 1`
    return rows.length > 0
  },
  async forget(now) {
    const { count } =
      await sql`delete from seen_key where tenant_id = ${tenant} and until <= ${now}`
    return count
  },
})

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
