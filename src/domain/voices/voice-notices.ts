import type { Understanding } from '../intake/understanding.ts'
import type { Notice } from '../notices/notice.ts'
import { outcomeOf } from './outcome.ts'
import { type Neighbour, standingOf } from './standing.ts'
import { isOpen, type Poll, type Spoken, tallyOf } from './voice.ts'

/** What a group reads. */
export function spokenNotice(
  voice: Spoken,
  how: { readonly urgent: boolean; readonly isRepeated: boolean },
): Notice {
  const { audience, text, postedAt } = voice
  return voice.kind === 'poll'
    ? {
        ...{ kind: 'poll', audience, text, postedAt, isRepeated: how.isRepeated },
        ...{ options: voice.options, endsAt: voice.endsAt },
      }
    : { kind: 'announcement', audience, text, postedAt, ...how }
}

/** What a group reads of a poll that is over. */
export const resultNotice = (poll: Poll): Notice => ({
  ...{ kind: 'pollResult', audience: poll.audience, text: poll.text },
  ...{ hasOptions: poll.options.length > 0, outcome: outcomeOf(poll) },
})

/** How far it is heard, or what it stands at, for who wrote it. `neighbours`: who is known to be in its groups. */
export function standingNotice(
  voice: Spoken,
  neighbours: readonly Neighbour[],
  { book, gazetteer }: Understanding,
): Notice {
  const { number, audience, text, endsAt } = voice
  const about = {
    ...{ number, audience, text, endsAt, isOver: !isOpen(voice) },
    canRepeat: isOpen(voice) && voice.repeatedAt === null,
  }
  if (voice.kind === 'announcement')
    return {
      ...{ kind: 'announcementStanding', ...about, rooms: voice.rooms.length },
      standing: standingOf(voice, neighbours, book, gazetteer),
    }
  return {
    ...{ kind: 'pollStanding', ...about, hasOptions: voice.options.length > 0 },
    ...{ outcome: outcomeOf(voice), opinions: tallyOf(voice).opinions },
  }
}
