import type { PersonId } from '../../domain/ids.ts'

/** Somebody signed in to the console in one browser. */
export interface Session {
  readonly id: string
  readonly person: PersonId
  /** The browser, as it names itself, at most 200 characters. */
  readonly client: string
  readonly beganAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
}

/** Links that sign somebody in once, and the sessions that came of them. Of secrets only their hashes are kept. */
export interface Sessions {
  /** A link for a person; those given to them before open nothing any more. */
  offer(person: PersonId, hash: string, expiresAt: Date): Promise<void>
  /** Whose link it is, as long as it was not used and has not expired. Looking changes nothing. */
  offeredTo(hash: string, now: Date): Promise<PersonId | undefined>
  /**
   * Uses a link up and begins a session under another secret's hash. Undefined when it opens nothing (any more): of two who
   * come at once with one link, one gets in.
   */
  begin(
    link: string,
    session: { readonly hash: string; readonly client: string; readonly expiresAt: Date },
    now: Date,
  ): Promise<Session | undefined>
  /** The session of a secret; undefined when it has expired or was ended. Notes that it was seen, at most once a minute. */
  find(hash: string, now: Date): Promise<Session | undefined>
  /** Sessions that last, of one person or of everybody, those seen last first. */
  list(now: Date, person?: PersonId): Promise<Session[]>
  /** Ends a session, or with `of` only if it is theirs; answers whether it was there. */
  end(id: string, of?: PersonId): Promise<boolean>
  /** Takes away links and sessions that expired before; answers how many. */
  forget(before: Date): Promise<number>
}
