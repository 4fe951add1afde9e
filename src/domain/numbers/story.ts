import type { PetitionEvent } from '../petition/event.ts'
import { evolve } from '../petition/evolve.ts'
import { isInHand, type Petition } from '../petition/petition.ts'

/** One line of the timeline, and how the petition stood after it. */
export interface Step {
  readonly event: PetitionEvent
  readonly petition: Petition
}

/** A petition as it stood at the end of a period, and how it came there: later news changes no number of the past. */
export interface Story {
  readonly petition: Petition
  readonly steps: readonly Step[]
}

/** The story up to, not including, a moment; null where it had not begun. */
export function storyUntil(timeline: readonly PetitionEvent[], until: Date): Story | null {
  const steps: Step[] = []
  for (const event of timeline) {
    if (event.at >= until) break
    const present = steps.at(-1)?.petition
    if (event.kind === 'registered') steps.push({ event, petition: event.petition })
    else if (present) steps.push({ event, petition: evolve(present, event) })
  }
  const petition = steps.at(-1)?.petition
  return petition ? { petition, steps } : null
}

/** The same story told only up to, not including, a moment; null where it had not begun. */
export function storyBefore(story: Story, until: Date): Story | null {
  const after = story.steps.findIndex(({ event }) => event.at >= until)
  if (after < 0) return story
  const steps = story.steps.slice(0, after)
  const petition = steps.at(-1)?.petition
  return petition ? { petition, steps } : null
}

/** How a petition stood for how long; the last state lasts until the end of the span. */
export interface Lasting {
  readonly petition: Petition
  readonly from: Date
  readonly until: Date
}

export const states = ({ steps }: Story, end: Date): Lasting[] =>
  steps.map(({ event, petition }, i) => ({
    petition,
    from: event.at,
    until: steps[i + 1]?.event.at ?? end,
  }))

/** When somebody should first have answered: the limit of the first dispatch; null where it was not sent anywhere yet. */
export function firstLimit({ steps }: Story): Date | null {
  for (const { petition } of steps) if (isInHand(petition)) return petition.acceptDueAt
  return null
}

/** Taken back, merged into another or found to be no petition: set aside, and shown beside the numbers. */
export const isSetAside = ({ petition }: Story): boolean => petition.status === 'withdrawn'
