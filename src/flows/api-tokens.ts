import { createHash, randomBytes } from 'node:crypto'
import type { PersonId, UnitCode } from '../domain/ids.ts'
import type { Staff } from '../domain/people/roles.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { ApiToken, TokenPower, Tokens } from './ports/tokens.ts'
import type { Desk } from './ports.ts'

/** What a program is to be allowed. */
export interface TokenWish {
  readonly name: string
  readonly person: PersonId
  readonly unit: UnitCode
  readonly power: TokenPower
  readonly days: number
}

/** Which field of a wish is wrong. */
export type TokenFault = keyof TokenWish

export interface IssuedToken {
  readonly token: ApiToken
  /** null: it was issued before. */
  readonly secret: string | null
}

export const longestTokenDays = 366
export const longestTokenName = 60

type TokenDesk = Pick<Desk, 'rulebooks' | 'clock'> & { readonly tokens: Tokens }

/**
 * Allows a program to use the API. Its secret is answered this once: only the hash is kept. Refuses with all fields that are
 * wrong; a wish of the same `id` makes a second token never. `by` null: an operator at the machine.
 */
export async function issueToken(
  { name, person, unit, power, days }: TokenWish,
  { id, by }: { readonly id: string; readonly by: PersonId | null },
  desk: TokenDesk,
): Promise<Result<IssuedToken, readonly TokenFault[]>> {
  const { staff, units } = await desk.rulebooks.current()
  const called = name.trim()
  const faults: TokenFault[] = [
    ...(called === '' || called.length > longestTokenName ? (['name'] as const) : []),
    ...(staff.some(({ id }) => id === person) ? [] : (['person'] as const)),
    ...(units.some(({ code }) => code === unit) ? [] : (['unit'] as const)),
    ...(Number.isInteger(days) && days >= 1 && days <= longestTokenDays ? [] : (['days'] as const)),
  ]
  if (faults.length > 0) return no(faults)
  const madeAt = desk.clock()
  const expiresAt = new Date(madeAt.getTime() + days * 24 * 3_600_000)
  const secret = `${secretsBegin}${randomBytes(24).toString('base64url')}`
  const token = { id, name: called, person, unit, power, madeBy: by, madeAt, expiresAt }
  const isNew = await desk.tokens.keep(token, hashOf(secret))
  return ok({ token: { ...token, seenAt: null, revokedAt: null }, secret: isNew ? secret : null })
}

/** Whose token a secret is; undefined when it is over, or when its person holds no office any more. */
export async function tokenHolder(
  secret: string,
  desk: TokenDesk,
): Promise<{ readonly token: ApiToken; readonly staff: Staff } | undefined> {
  if (!secret.startsWith(secretsBegin)) return undefined
  const token = await desk.tokens.find(hashOf(secret), desk.clock())
  const { staff } = await desk.rulebooks.current()
  const holder = token && staff.find(({ id }) => id === token.person)
  return token && holder && { token, staff: holder }
}

/** So that programs that look for leaked secrets know ours. */
const secretsBegin = 'linli_'

/** Of a secret nobody can guess, so a fast hash is enough. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
