import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

/** The number after the last of its kind, given to nobody else; the first is 1. */
export async function nextNumber(
  kind: 'errand' | 'proposal' | 'voice',
  { tenant, sql }: Pick<Connection, 'tenant' | 'sql'>,
): Promise<number> {
  const [row] = await retrying(
    () => sql`
      insert into counter as c (tenant_id, name, value) values (${tenant}, ${kind}, 1)
      on conflict (tenant_id, name) do update set value = c.value + 1 returning value::int`,
  )
  return row?.value
}
