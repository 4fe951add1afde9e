import type { PersonId } from '../../domain/ids.ts'
import type { ChannelName } from '../../domain/people/channel-name.ts'

export interface Account {
  readonly channel: ChannelName
  readonly account: string
}

/** A code that an account said. */
export interface SaidCode {
  readonly hash: string
  readonly by: Account
  /** Said in a group: then it is void. */
  readonly aloud: boolean
  /** The message it was said in: read twice, it counts once. */
  readonly key: string
  /** Who holds an office: nobody but an operator's code changes whose account that is. */
  readonly staff: readonly PersonId[]
}

export type Claimed =
  /** The account, and the person it was until now with all accounts and petitions, are that person. */
  | { readonly kind: 'bound'; readonly person: PersonId }
  /** They were before. */
  | { readonly kind: 'already'; readonly person: PersonId }
  /** The account is that of somebody in office, who cannot become somebody else. */
  | { readonly kind: 'inOffice' }
  /** Nobody can use the code any more. */
  | { readonly kind: 'voided' }
  /** No such code, or it is over or used. */
  | { readonly kind: 'unknown' }
  /** Too many wrong codes within an hour, from this account or from all. */
  | { readonly kind: 'locked' }

/** Wrong codes within an hour, after which an account, or everybody, must wait: six digits are soon guessed. */
export const mostMisses = { ofAccount: 5, ofAll: 100, withinMs: 3_600_000 } as const

/** Which accounts are one person. Codes are known only by their hash. */
export interface Bindings {
  /** A person's code; the one before is void. False: somebody else has that very code, choose another. */
  issue(person: PersonId, hash: string, expiresAt: Date, now: Date): Promise<boolean>
  /** What comes of a code that was said: all of it at once, or nothing. The same message always gets the same answer. */
  claim(said: SaidCode, now: Date): Promise<Claimed>
  /** Takes back all accounts that codes gave to a person, and the code; answers how many accounts. */
  release(person: PersonId): Promise<number>
}
