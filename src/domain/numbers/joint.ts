import type { JointPart } from '../petition/joint/joint-work.ts'
import { openParts } from '../petition/joint/joint-work.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import { belongsThen, isOfPlace } from './scope.ts'
import { type Story, states } from './story.ts'

/** Parts of joint work that are still owed when the span ends; of a department: its own. */
export function partsOpen(counting: Counting): Figure {
  const found = counting.stories.map((story) => ({
    story,
    count: partsIn(story.petition, story, counting).length,
  }))
  return counted(found)
}

/**
 * Parts that were owed beyond their limit at any moment of the span, as the limit stood then; of a department: its own. A
 * part asked for anew is late once.
 */
export function partsLate(counting: Counting): Figure {
  const { span } = counting
  const found = counting.stories.map((story) => {
    const late = states(story, span.until).flatMap(({ petition, from, until }) =>
      partsIn(petition, story, counting)
        .filter(
          ({ dueAt }) =>
            Math.max(from.getTime(), dueAt.getTime(), span.from.getTime()) <
            Math.min(until.getTime(), span.until.getTime()),
        )
        .map(({ id }) => `${petition.reopenings}/${id}`),
    )
    return { story, count: new Set(late).size }
  })
  return counted(found)
}

const counted = (found: readonly { readonly story: Story; readonly count: number }[]): Figure => ({
  ...figure(found.filter(({ count }) => count > 0).map(({ story }) => story)),
  size: found.reduce((sum, { count }) => sum + count, 0),
})

/** Where no department is asked for, a part counts with its petition; else with the office that owes it, whoever leads. */
function partsIn(then: Petition, story: Story, { scope, book }: Counting): readonly JointPart[] {
  if (!isInHand(then) || !then.joint) return []
  const { department } = scope
  if (department === undefined)
    return belongsThen(then, story, scope, book) ? openParts(then.joint) : []
  return isOfPlace(story, scope, book)
    ? openParts(then.joint).filter(({ to }) => to.code === department)
    : []
}
