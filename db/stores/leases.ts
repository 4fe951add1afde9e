import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import type { TenantId } from '../../src/domain/ids.ts'
import type { LeaseHolder, Leases } from '../../src/flows/ports/leases.ts'

const askAgainMs = 500

/** Leases as advisory locks of PostgreSQL, each on a connection of its own: it ends with the process that has it. */
export function leaseStore(url: string, tenant: TenantId): Leases {
  return {
    async acquire(name, holder, signal) {
      const key = `lease/${tenant}/${name}`
      let sql = await locked(url, key, onclose, holder, signal)
      if (!sql) return null
      let isReleased = false

      /** The database went away: whoever is first after that has it. */
      function onclose(): void {
        if (isReleased) return
        sql = null
        void takeBack()
      }
      async function takeBack(): Promise<void> {
        const again = await once(url, key, onclose, signal)
        if (again === 'taken') {
          isReleased = true
          holder.lost()
        } else if (isReleased) await again?.end({ timeout: 1 })
        else sql = again
      }
      return {
        async release() {
          isReleased = true
          await sql?.end({ timeout: 1 })
        },
      }
    },
  }
}

async function locked(
  url: string,
  key: string,
  onclose: () => void,
  { waiting }: LeaseHolder,
  signal: AbortSignal,
) {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const got = await once(url, key, onclose, signal)
    if (got !== 'taken') return got
    if (isFirst) waiting()
    await pause(askAgainMs, undefined, { signal }).catch(() => {})
  }
  return null
}

/** Asks until the database answers; `taken`: somebody else has it; null: the signal came first. */
async function once(url: string, key: string, onclose: () => void, signal: AbortSignal) {
  while (!signal.aborted) {
    let isOurs = false
    const sql = postgres(url, {
      ...{ max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => {} },
      fetch_types: false, // nobody could catch its fault when the database goes away just then
      onclose: () => {
        if (isOurs) onclose()
        isOurs = false
      },
    })
    try {
      const [row] = await sql`select pg_try_advisory_lock(hashtextextended(${key}, 0)) as ours`
      if (row?.ours) {
        isOurs = true
        return sql
      }
      await sql.end({ timeout: 1 })
      return 'taken' as const
    } catch {
      await sql.end({ timeout: 1 }).catch(() => {})
      await pause(askAgainMs, undefined, { signal }).catch(() => {})
    }
  }
  return null
}
