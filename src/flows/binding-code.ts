import { randomInt, scrypt } from 'node:crypto'
import type { PersonId, TenantId } from '../domain/ids.ts'
import type { Desk } from './ports.ts'

/** Staff get theirs from an operator, on paper or by phone; residents type theirs over from the other account. */
const staffCodeMs = 24 * 3_600_000
const residentCodeMs = 15 * 60_000

export interface BindingCode {
  /** Six digits. */
  readonly code: string
  readonly expiresAt: Date
}

/** A new code for a person, known to nobody but the caller from now on. */
export async function issueCode(
  person: PersonId,
  desk: Pick<Desk, 'bindings' | 'rulebooks' | 'tenant' | 'clock'>,
): Promise<BindingCode> {
  const { staff } = await desk.rulebooks.current()
  const lastsMs = staff.some(({ id }) => id === person) ? staffCodeMs : residentCodeMs
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const now = desk.clock()
    const expiresAt = new Date(now.getTime() + lastsMs)
    if (await desk.bindings.issue(person, await hashOf(code, desk.tenant), expiresAt, now))
      return { code, expiresAt }
  }
}

/**
 * What is kept of a code. The salt is the street's, for a code is looked up by its hash alone; so the hash is slow, some
 * 100 ms, which makes trying all million codes against a stolen database take a day, as long as a code lasts.
 */
export const hashOf = (code: string, tenant: TenantId): Promise<string> =>
  new Promise((resolve, reject) => {
    const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }
    scrypt(code, `linli/binding/${tenant}`, 32, cost, (fault, key) =>
      fault ? reject(fault) : resolve(key.toString('hex')),
    )
  })
