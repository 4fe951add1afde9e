import { setTimeout as pause } from 'node:timers/promises'
import type { WecomClient } from './client.ts'

const freshMs = 60 * 60_000
/** A message is not held up for a name. */
const waitMs = 1_500
const most = 20_000

/** What members are called, asked of WeCom and remembered for an hour; '' while it cannot be had. */
export function namesOf({ nameOf }: Pick<WecomClient, 'nameOf'>) {
  const known = new Map<string, { readonly name: string; readonly at: number }>()
  const ask = async (account: string): Promise<string> => {
    const name = await nameOf(account)
    if (known.size >= most) known.clear()
    known.set(account, { name, at: performance.now() })
    return name
  }
  return async (account: string): Promise<string> => {
    const kept = known.get(account)
    if (kept && performance.now() - kept.at < freshMs) return kept.name
    const last = kept?.name ?? ''
    return Promise.race([ask(account).catch(() => last), pause(waitMs, last, { ref: false })])
  }
}
