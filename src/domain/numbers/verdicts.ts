import type { Rating } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import type { Span } from './period.ts'
import { belongs } from './scope.ts'
import type { Story } from './story.ts'

/** A mean score from here on is satisfied (满意: 4 and 5 of 5). */
const satisfied = 4

/** Called solved by all who said either way; out of those where somebody did in the span. */
export function resolution(counting: Counting): Figure {
  const { stories, span, scope, book } = counting
  const found = judged(
    counting,
    ({ solved }) => solved,
    (said) => said.every((solved) => solved),
  )
  const undecided = stories.filter(
    (story) => belongs(story, scope, book) && closedUndecided(story, span),
  )
  return { ...found, beside: { ...found.beside, ...figure([], null, { undecided }).beside } }
}

/** With a mean score of 4 or more; out of those that somebody scored in the span. */
export const satisfaction = (counting: Counting): Figure =>
  judged(
    counting,
    ({ score }) => score,
    (scores) => scores.reduce((sum, score) => sum + score, 0) / scores.length >= satisfied,
  )

/**
 * A petition counts once, by its last round of ratings in the span: what is taken up again and then called solved is
 * solved, and its reopening is counted as such. Beside it: `unrated` closed without any rating in the span, `awaiting`
 * answered and not rated yet when it ends.
 */
function judged<Said>(
  { stories, span, scope, book }: Counting,
  said: (rating: Rating) => Said | null,
  isGood: (said: NonNullable<Said>[]) => boolean,
): Figure {
  const mine = stories.filter((story) => belongs(story, scope, book))
  const verdicts = mine.flatMap((story) => {
    const round = roundsIn(story, span).findLast((ratings) =>
      ratings.some((rating) => said(rating) !== null),
    )
    const words = round?.flatMap((rating) => said(rating) ?? []) ?? []
    return words.length > 0 ? [{ story, isGood: isGood(words as NonNullable<Said>[]) }] : []
  })
  return figure(
    verdicts.filter((verdict) => verdict.isGood).map(({ story }) => story),
    verdicts.map(({ story }) => story),
    {
      unrated: mine.filter((story) => closedUnrated(story, span)),
      awaiting: mine.filter(
        ({ petition }) => petition.status === 'resolved' && petition.ratings.length === 0,
      ),
      setAside: mine.filter(({ petition }) => withdrawnIn(petition, span)),
    },
  )
}

/** The ratings of each round that got any in the span; a round begins with a result. */
function roundsIn({ steps }: Story, span: Span): Rating[][] {
  const rounds: Rating[][] = [[]]
  for (const { event } of steps) {
    if (event.kind === 'resolved') rounds.push([])
    const rating = event.kind === 'rated' || event.kind === 'reopened' ? event.rating : null
    const round = rounds.at(-1)
    if (!rating || !round) continue
    // who is asked once more completes what was said
    const before = round.findIndex(({ person }) => person === rating.person)
    round.splice(before < 0 ? round.length : before, 1, rating)
  }
  return rounds.filter((ratings) => ratings.some(({ ratedAt }) => ratedAt >= span.from))
}

const closedUnrated = ({ petition, steps }: Story, span: Span): boolean =>
  petition.status === 'closed' &&
  !petition.rated &&
  steps.some(({ event }) => event.kind === 'closedUnrated' && event.at >= span.from)

/** Rated, but nobody said whether it is solved, also when asked once more. */
const closedUndecided = ({ petition }: Story, span: Span): boolean =>
  petition.status === 'closed' &&
  petition.rated &&
  petition.closedAt >= span.from &&
  petition.ratings.every(({ solved }) => solved === null)

const withdrawnIn = (petition: Story['petition'], span: Span): boolean =>
  petition.status === 'withdrawn' && petition.withdrawnAt >= span.from
