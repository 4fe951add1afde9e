import { petitionId } from '../../../src/domain/ids.ts'
import { type Story, storyUntil } from '../../../src/domain/numbers/story.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import type { InHand, Petition } from '../../../src/domain/petition/petition.ts'
import { aPetition, at } from '../../support/builders.ts'

type Line = PetitionEvent extends infer Event
  ? Event extends PetitionEvent
    ? Omit<Event, 'by' | 'at'> & { readonly at: string }
    : never
  : never

/** A timeline that begins with a registration; every line names its moment, e.g. `2026-03-02 09:00`. */
export function timeline(
  but: Partial<InHand> & { readonly number: number },
  ...lines: readonly Line[]
): PetitionEvent[] {
  const petition: Petition = aPetition('dispatched', {
    id: petitionId(`petition-${but.number}`),
    ...but,
  } as Partial<Extract<Petition, { status: 'dispatched' }>>)
  return [
    { kind: 'registered', by: null, at: petition.registeredAt, petition, because: '' },
    ...lines.map(
      (line) => ({ ...line, by: petition.reporter.person, at: at(line.at) }) as PetitionEvent,
    ),
  ]
}

export const until = (end: string, ...timelines: readonly (readonly PetitionEvent[])[]): Story[] =>
  timelines.flatMap((events) => storyUntil(events, at(end)) ?? [])

export const resolved = (moment: string, inTime = true): Line => ({
  ...{ kind: 'resolved', at: moment, result: '修好了', photos: [], inTime },
})

/** A petitioner's verdict that takes nothing up again. */
export const rated = (
  moment: string,
  solved: true | null,
  score: 1 | 2 | 3 | 4 | 5 | null,
  closes = true,
): Line => ({
  kind: 'rated',
  at: moment,
  closes,
  rating: ratingOf(moment, solved, score),
})

/** Not solved: it is taken up again. */
export const reopened = (moment: string, due: string): Line => ({
  kind: 'reopened',
  at: moment,
  reason: '没修好',
  rating: ratingOf(moment, false, 2),
  because: '重办',
  ...sentTo(due),
})

export const returned = (moment: string, due: string): Line => ({
  ...{ kind: 'returned', at: moment, reason: '不归我们', because: '退回' },
  from: aPetition('dispatched').to,
  ...sentTo(due),
  to: { kind: 'community', code: 'QS-XF' } as InHand['to'],
})

const sentTo = (due: string) => ({
  to: aPetition('dispatched').to,
  acceptDueAt: at(due),
  resolveDueAt: at(due),
  provisional: false,
})

const ratingOf = (moment: string, solved: boolean | null, score: 1 | 2 | 3 | 4 | 5 | null) => ({
  person: aPetition('dispatched').reporter.person,
  solved,
  score,
  reason: null,
  ratedAt: at(moment),
})
