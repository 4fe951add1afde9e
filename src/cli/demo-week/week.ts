import { chatter } from './chatter.ts'
import { friday } from './friday.ts'
import { monday } from './monday.ts'
import { outcomes } from './outcomes.ts'
import type { Outcome, PetitionName, Scene } from './scene.ts'
import { thursday } from './thursday.ts'
import { tuesday } from './tuesday.ts'
import { wednesday } from './wednesday.ts'
import { saturday, sunday } from './weekend.ts'

/**
 * A week of the sample street, in the order in which it is said: the one before New Year's Eve 2026, with a Saturday
 * that is worked and a Sunday that begins the holiday. Every branch of a petition's life occurs in it.
 */
export const week: readonly Scene[] = [
  ...[...monday, ...tuesday, ...wednesday, ...thursday, ...friday, ...saturday, ...sunday],
  ...chatter,
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

/** How every petition of it stands when it is over. */
export const weekOutcomes: Readonly<Record<PetitionName, Outcome>> = outcomes

/** The week is over, in Beijing. */
export const weekEndsAt = '2026-02-16 00:00'
