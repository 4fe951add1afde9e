import type { PetitionEvent } from '../petition/event.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { narrowed } from './narrowed.ts'
import type { Scope } from './scope.ts'
import { type Story, storyBefore, storyUntil } from './story.ts'

/** A petition as it is now, with its timeline; without one where it was over before anything that is counted. */
export interface Kept {
  readonly petition: Petition
  readonly timeline: readonly PetitionEvent[] | null
}

/*
 * Reports of every community and department are made of the same petitions, and each counts at several moments. Told anew
 * for each of them, a street of three years (14,000 petitions gathered) took eight seconds of the processor for its weekly
 * summaries alone, in which nobody was answered. What was told is forgotten with the petitions it was told of.
 */
const wholes = new WeakMap<Kept, Story | null>()
const atMoments = new WeakMap<readonly Kept[], Map<number, readonly Story[]>>()
const narrow = new WeakMap<readonly Story[], { readonly book: Rulebook; readonly near: Near }>()
type Near = (scope: Scope) => readonly Story[]

/** Later than anything that has happened. */
const farAhead = new Date('9999-12-31T00:00:00Z')

/** Every petition as it stood at a moment; those that had not begun are left out. */
export function storiesAt(kept: readonly Kept[], until: Date): readonly Story[] {
  const told = atMoments.get(kept) ?? new Map<number, readonly Story[]>()
  atMoments.set(kept, told)
  const known = told.get(until.getTime())
  if (known) return known
  const stories = kept.flatMap((one) => {
    if (one.timeline === null) return { petition: one.petition, steps: [] }
    const whole = wholeOf(one)
    return (whole && storyBefore(whole, until)) ?? []
  })
  told.set(until.getTime(), stories)
  return stories
}

/** `narrowed`, once for all the parts of a street that are counted. */
export function narrowedOnce(stories: readonly Story[], book: Rulebook): Near {
  const known = narrow.get(stories)
  if (known?.book === book) return known.near
  const near = narrowed(stories, book)
  narrow.set(stories, { book, near })
  return near
}

function wholeOf(one: Kept): Story | null {
  const known = wholes.get(one)
  if (known !== undefined) return known
  const whole = one.timeline === null ? null : storyUntil(one.timeline, farAhead)
  wholes.set(one, whole)
  return whole
}
