/**
 * Requests that were already taken in, by whatever names one: so that who records a signed request cannot bring it again.
 * Outlives the process. Keys of different doors must differ: begin them with the door's name.
 *
 * Ask `seen` first, do what the request wants in a way that twice does no harm, and `claim` at the end: were it claimed
 * first, a process that dies in between would refuse the sender's honest second try, and a word would be lost.
 */
export interface SeenKeys {
  /** Whether the key is claimed, and holds at `now`. */
  seen(key: string, now: Date): Promise<boolean>
  /** Notes the key until then; of several callers, in several processes, one is answered true while it holds. */
  claim(key: string, now: Date, until: Date): Promise<boolean>
  /** Forgets the keys that hold no more at `now`; answers how many. */
  forget(now: Date): Promise<number>
}
