import type { PersonId, UnitCode } from '../../domain/ids.ts'

export const tokenPowers = ['read', 'act'] as const
/** `read`: looks only; `act`: does and registers, too. */
export type TokenPower = (typeof tokenPowers)[number]

/** A program that may use the API. It sees and does what its person may, within its unit. */
export interface ApiToken {
  readonly id: string
  /** What the street calls the program: 区级热线, 大屏. */
  readonly name: string
  /** In whose name it reads and acts. */
  readonly person: PersonId
  readonly unit: UnitCode
  readonly power: TokenPower
  /** null: by an operator at the machine. */
  readonly madeBy: PersonId | null
  readonly madeAt: Date
  readonly expiresAt: Date
  /** Used last, to the minute; null: never. */
  readonly seenAt: Date | null
  readonly revokedAt: Date | null
}

/** Tokens of the API; the secrets themselves are not kept. */
export interface Tokens {
  /** false where one of this id is kept already: it stays as it is. */
  keep(token: Omit<ApiToken, 'seenAt' | 'revokedAt'>, hash: string): Promise<boolean>
  /** The token of a secret while it holds; its `seenAt` moves on, once a minute. */
  find(hash: string, now: Date): Promise<ApiToken | undefined>
  /** All, also those that are over, the newest first. */
  list(): Promise<ApiToken[]>
  /** It opens nothing any more; false where it is over already, or was never there. */
  revoke(id: string, now: Date): Promise<boolean>
}
