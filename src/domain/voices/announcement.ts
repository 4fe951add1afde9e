import { afterQuietHours } from '../deadlines/quiet-hours.ts'
import type { PersonId, VoiceId } from '../ids.ts'
import { no, ok, type Result } from '../result.ts'
import type { Policies } from '../street/policy.ts'
import { type Announcement, type Answer, type Draft, householdsOf } from './voice.ts'

/** For so long answers to an announcement count: nobody looks further back in a busy group. */
const answeredWithinMs = 3 * 24 * 3_600_000

/** What was read back and confirmed goes out: at once where it is urgent, else when the quiet hours are over. */
export function announce(
  { unit, audience, rooms, text, urgent }: Draft,
  {
    id,
    number,
    by,
    at,
  }: {
    readonly id: VoiceId
    readonly number: number
    readonly by: PersonId
    readonly at: Date
  },
  { quietHours }: Policies,
): Announcement {
  const postedAt = urgent ? at : afterQuietHours(at, quietHours)
  const endsAt = new Date(postedAt.getTime() + answeredWithinMs)
  return {
    ...{ kind: 'announcement', state: 'open', id, number, version: 1, by },
    ...{ unit, audience, rooms, text, postedAt, endsAt },
    ...{ repeatedAt: null, answers: [], tally: null },
  }
}

/** A household has heard it; what it answered before, or who of it, does not matter any more. */
export const heardBy = (voice: Announcement, answer: Answer): Announcement => ({
  ...voice,
  version: voice.version + 1,
  answers: [...voice.answers.filter((one) => !isSame(one, answer)), answer],
})

const isSame = (one: Answer, other: Answer) =>
  one.household === other.household || one.person === other.person

/** It is said once more, and never again. */
export function repeat(
  voice: Announcement,
  at: Date,
): Result<Announcement, 'over' | 'repeatedAlready'> {
  if (voice.state !== 'open') return no('over')
  if (voice.repeatedAt) return no('repeatedAlready')
  return ok({ ...voice, version: voice.version + 1, repeatedAt: at })
}

/** Nobody is counted any more, and who answered is forgotten. */
export const end = (voice: Announcement): Announcement => ({
  ...voice,
  ...{ state: 'over', version: voice.version + 1, answers: [] },
  tally: { households: householdsOf(voice) },
})
