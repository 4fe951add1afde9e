import { unitOf } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isOfPlace, type Scope } from './scope.ts'
import type { Story } from './story.ts'

/**
 * Those of the stories that can count in a scope, so that a street of thousands is not gone through for each of its parts.
 * Every measure is the same of them as of all, but for `repeated`, which compares with what lies elsewhere, too.
 */
export function narrowed(
  stories: readonly Story[],
  book: Rulebook,
): (scope: Scope) => readonly Story[] {
  const known = stories.map((story) => ({
    story,
    kind: kindOf(story.petition, book),
  }))
  const hands = new Map<Story, ReadonlySet<string>>()
  const hadIt = (department: string, story: Story): boolean => {
    const found = hands.get(story) ?? handsIn(story)
    hands.set(story, found)
    return found.has(department)
  }
  return (scope) => {
    const counts = new Map<string, boolean>()
    return known.flatMap(({ story, kind }) => {
      if (scope.department !== undefined && !hadIt(scope.department, story)) return []
      const isThere = counts.get(kind) ?? isOfPlace(story, scope, book)
      counts.set(kind, isThere)
      return isThere ? [story] : []
    })
  }
}

/** All that decides whether a petition lies in a scope. */
const kindOf = (petition: Petition, book: Rulebook): string =>
  `${unitOf(petition, book)}/${petition.category}/${petition.confidential}`

/** The departments that ever had it, or a part of it. */
function handsIn({ petition, steps }: Story): ReadonlySet<string> {
  const found = new Set<string>()
  for (const then of [petition, ...steps.map((step) => step.petition)]) {
    if (!('to' in then)) continue
    if (then.to.kind === 'department') found.add(then.to.code)
    if ('joint' in then) for (const { to } of then.joint?.parts ?? []) found.add(to.code)
  }
  return found
}
