import { isInHand } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { registered } from './registered.ts'
import { belongs, belongsThen } from './scope.ts'
import type { Story } from './story.ts'

const hourMs = 3_600_000
/** The whole of China keeps Beijing time. */
const aheadMs = 8 * hourMs

/** What happens to petitions in the course of a day. */
export const flows = ['registered', 'accepted', 'resolved'] as const
export type Flow = (typeof flows)[number]

/** The numbers of the petitions, by the hour of the day; each once an hour. */
export type Hours = readonly (readonly number[])[]

/** What was registered, accepted and resolved in each hour of a day, 0 to 23. What is set aside since is not registered. */
export function flowOf(counting: Counting): Readonly<Record<Flow, Hours>> {
  const { stories, scope, book, span } = counting
  const kept = new Set(registered(counting).counted)
  const happened = (kind: 'accepted' | 'resolved') =>
    stories.flatMap((story) =>
      story.steps.flatMap(({ event, petition }) =>
        event.kind === kind && event.at >= span.from && belongsThen(petition, story, scope, book)
          ? [{ story, at: event.at }]
          : [],
      ),
    )
  return {
    registered: byHour(
      stories
        .filter(({ petition }) => kept.has(petition.number))
        .map((story) => ({ story, at: story.petition.registeredAt })),
    ),
    accepted: byHour(happened('accepted')),
    resolved: byHour(happened('resolved')),
  }
}

function byHour(found: readonly { readonly story: Story; readonly at: Date }[]): Hours {
  const hours = Array.from({ length: 24 }, () => new Set<number>())
  for (const { story, at } of found)
    hours[new Date(at.getTime() + aheadMs).getUTCHours()]?.add(story.petition.number)
  return hours.map((numbers) => [...numbers].sort((a, b) => a - b))
}

/** In hand beyond the final limit when the span ends, what is late longest first. */
export const lateAtEnd = ({ stories, span, scope, book }: Counting): readonly number[] =>
  stories
    .flatMap((story) =>
      isInHand(story.petition) &&
      story.petition.resolveDueAt < span.until &&
      belongs(story, scope, book)
        ? [story.petition]
        : [],
    )
    .sort((a, b) => a.resolveDueAt.getTime() - b.resolveDueAt.getTime())
    .map(({ number }) => number)
