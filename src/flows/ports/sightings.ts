import type { LetterId } from '../../domain/ids.ts'
import type { PersonReach } from './channels.ts'

/** What went out, and what platforms tell of people who looked. */
export interface Sightings {
  /** `as`: the platforms' ids of their messages, where reading is told by them. */
  sent(letters: readonly LetterId[], now: Date, as?: ReadonlyMap<LetterId, string>): Promise<void>
  /**
   * This person read these messages of ours. Of a message that no letter is known to be it is remembered for a day: a
   * reader may be faster than our note that it was sent. The first time stays.
   */
  seen(by: PersonReach, messages: readonly string[], at: Date, now: Date): Promise<void>
}
