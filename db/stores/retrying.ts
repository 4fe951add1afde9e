import { setTimeout as sleep } from 'node:timers/promises'

/** Does it again, up to five times, when the database chose us as the one to step back (deadlock, serialization). */
export async function retrying<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await write()
    } catch (fault) {
      if (attempt === 5 || !['40001', '40P01'].includes(codeOf(fault) ?? '')) throw fault
      await sleep(attempt * 10 * Math.random())
    }
}

/** PostgreSQL's code of a fault, also where drizzle wrapped it. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined
  return 'code' in fault ? String(fault.code) : codeOf(fault.cause)
}
