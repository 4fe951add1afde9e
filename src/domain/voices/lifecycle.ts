import { dayOf, daysAfter, endOf } from '../deadlines/calendar.ts'
import { afterQuietHours } from '../deadlines/quiet-hours.ts'
import type { PersonId, VoiceId } from '../ids.ts'
import { no, ok, type Result } from '../result.ts'
import type { Policies } from '../street/policy.ts'
import { type Answer, type Draft, type Spoken, tallyOf } from './voice.ts'

/** For so long answers count where nothing else is said: nobody looks further back in a busy group. */
const usualDays = 3

/** What was read back and confirmed goes out: at once where it is urgent, else when the quiet hours are over. */
export function post(
  { kind, unit, audience, rooms, text, options, urgent, endsAt }: Draft,
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
): Spoken {
  const postedAt = urgent ? at : afterQuietHours(at, quietHours)
  const spread = {
    state: 'open' as const,
    ...{ id, number, version: 1, by, unit, audience, rooms, text, postedAt },
    ...{ endsAt: endsAt ?? usualEnd(postedAt), repeatedAt: null, answers: [], tally: null },
  }
  return kind === 'poll' ? { kind, ...spread, options } : { kind, ...spread }
}

/** The evening of the third day. */
export const usualEnd = (from: Date): Date => endOf(daysAfter(dayOf(from), usualDays))

/**
 * A household answered: what it said before is replaced, and so is what the same person said for another door. An
 * opinion said before stays beside a choice made later, and the other way round.
 */
export function answered<V extends Spoken>(voice: V, answer: Answer): V {
  const before = voice.answers.find((one) => isSame(one, answer))
  const others = voice.answers.filter((one) => !isSame(one, answer))
  const both = { ...onlySaid(before), ...answer }
  return { ...voice, version: voice.version + 1, answers: [...others, both] }
}

const isSame = (one: Answer, other: Answer) =>
  one.household === other.household || one.person === other.person

const onlySaid = (before: Answer | undefined): Pick<Answer, 'choice' | 'opinion'> => ({
  ...(before?.choice !== undefined && { choice: before.choice }),
  ...(before?.opinion !== undefined && { opinion: before.opinion }),
})

/** It is said once more, and never again. */
export function repeat<V extends Spoken>(
  voice: V,
  at: Date,
): Result<V, 'over' | 'repeatedAlready'> {
  if (voice.state !== 'open') return no('over')
  if (voice.repeatedAt) return no('repeatedAlready')
  return ok({ ...voice, version: voice.version + 1, repeatedAt: at })
}

/** Nobody is counted any more, and who answered is forgotten. */
export const end = <V extends Spoken>(voice: V): V => ({
  ...voice,
  ...{ state: 'over', version: voice.version + 1, answers: [] },
  tally: tallyOf(voice),
})
