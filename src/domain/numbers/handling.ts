import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, isOpen } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import { belongs, belongsThen } from './scope.ts'
import { firstLimit, isSetAside, type Step, type Story, states } from './story.ts'

/** Answered with a result in the span, each petition once. */
export const resolved = (counting: Counting): Figure =>
  figure(happened('resolved', counting).map(({ story }) => story))

/** Not yet answered when the span ends. */
export const inHandAtEnd = ({ stories, scope, book }: Counting): Figure =>
  figure(stories.filter((story) => isOpen(story.petition) && belongs(story, scope, book)))

/**
 * First accepted, noted or answered by a person in charge within the limit of the first dispatch; out of those whose
 * limit ended in the span. What was set aside by then is shown beside.
 */
export function response({ stories, span, scope, book }: Counting): Figure {
  const due = stories.filter((story) => {
    const limit = firstLimit(story)
    return limit && limit >= span.from && limit < span.until && belongs(story, scope, book)
  })
  const outOf = due.filter((story) => !isSetAside(story))
  const inside = outOf.filter((story) => {
    const { respondedAt } = story.petition
    const limit = firstLimit(story)
    return respondedAt !== null && limit !== null && respondedAt <= limit
  })
  return figure(inside, outOf, { setAside: due.filter((story) => isSetAside(story)) })
}

/** Resolved inside the final limit, by its last result in the span; out of those resolved in the span. */
export function onTime(counting: Counting): Figure {
  const last = new Map(happened('resolved', counting).map((found) => [found.story, found.event]))
  const kept = [...last].filter(([, event]) => event.inTime).map(([story]) => story)
  return figure(kept, [...last.keys()])
}

/** Unanswered beyond its final limit at any moment of the span, as the limit stood then. */
export function overdue(counting: Counting): Figure {
  const { stories, span, scope, book } = counting
  const late = stories.filter((story) =>
    states(story, span.until).some(
      ({ petition, from, until }) =>
        isInHand(petition) &&
        latest(from, petition.resolveDueAt, span.from) < earliest(until, span.until) &&
        belongsThen(petition, story, scope, book),
    ),
  )
  return figure(late, handled(counting))
}

/** How often petitions were returned in the span; for a department: by it. Out of those that were in hand. */
export function returned(counting: Counting): Figure {
  const found = happened('returned', counting)
  return {
    ...figure(
      found.map(({ story }) => story),
      handled(counting),
    ),
    size: found.length,
  }
}

/** How often a result did not hold and the petition was taken up again in the span. */
export function reopened(counting: Counting): Figure {
  const found = happened('reopened', counting)
  return { ...figure(found.map(({ story }) => story)), size: found.length }
}

/** In somebody's hands at any moment of the span. */
const handled = ({ stories, span, scope, book }: Counting): Story[] =>
  stories.filter((story) =>
    states(story, span.until).some(
      ({ petition, from, until }) =>
        isInHand(petition) &&
        latest(from, span.from) < earliest(until, span.until) &&
        belongsThen(petition, story, scope, book),
    ),
  )

/** What happened to the petitions of a scope in the span, in order. */
function happened<Kind extends PetitionEvent['kind']>(
  kind: Kind,
  { stories, span, scope, book }: Counting,
): { story: Story; event: Extract<PetitionEvent, { kind: Kind }> }[] {
  return stories.flatMap((story) =>
    story.steps.flatMap((step, i) => {
      const { event } = step
      if (!isOf(event, kind) || event.at < span.from) return []
      return belongsThen(inWhoseHands(step, story.steps[i - 1]), story, scope, book)
        ? [{ story, event }]
        : []
    }),
  )
}

/** A return is of those who had it before. */
const inWhoseHands = (step: Step, last: Step | undefined) =>
  step.event.kind === 'returned' && last ? last.petition : step.petition

const isOf = <Kind extends PetitionEvent['kind']>(
  event: PetitionEvent,
  kind: Kind,
): event is Extract<PetitionEvent, { kind: Kind }> => event.kind === kind

const latest = (...moments: Date[]) => Math.max(...moments.map((moment) => moment.getTime()))
const earliest = (...moments: Date[]) => Math.min(...moments.map((moment) => moment.getTime()))
