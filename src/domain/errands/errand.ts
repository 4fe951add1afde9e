import type { ErrandId, PersonId } from '../ids.ts'
import type { Place } from '../intake/place.ts'
import type { Destination } from '../petition/petition.ts'

/**
 * `asked`: of a head, who has not answered · `taken`: the head does it · `passed`: it lies with the desk, mostly the grid
 * worker · `reported`: said to be done, who asked for it is asked · `done` · `dropped`: taken back.
 */
export type ErrandState = 'asked' | 'taken' | 'passed' | 'reported' | 'done' | 'dropped'

/** 代办: what a household head does for somebody who cannot. No petition: a volunteer's kindness is no office's duty. */
export interface Errand {
  readonly id: ErrandId
  /** What people call it by: `代办3号`. */
  readonly number: number
  readonly version: number
  readonly state: ErrandState
  /** Whoever wrote to us for it: a resident, a head for a neighbour, or somebody in office who passed it on. */
  readonly asker: PersonId
  /** For whom, as it was said; null: for the asker. */
  readonly neighbour: string | null
  /** Whether the neighbour for whom a head writes agrees to be named. */
  readonly consent: 'notNeeded' | 'open' | 'given' | 'withheld'
  /** What is to be done, without numbers that identify people. */
  readonly words: string
  readonly place: Place
  /** Who takes it where no head does. */
  readonly desk: Destination
  /** null: there is none for that place, or the head did not do it. */
  readonly head: PersonId | null
  /** The number of the petition that somebody in office passed on; null: there is none. */
  readonly petition: number | null
  /** How often who asked said that it is not done. */
  readonly backs: number
  readonly askedAt: Date
  /** By when the next is to be done, by `ownersOf`; null: it is over. */
  readonly dueAt: Date | null
  /** What was done, in the words of who did it; '' before. */
  readonly result: string
  readonly doneBy: PersonId | null
  /** What who asked said of it; null: they were not asked, or did not answer. */
  readonly confirmed: boolean | null
  readonly overAt: Date | null
}

/** An errand before it has a number. */
export type ErrandDraft = Pick<
  Errand,
  'asker' | 'neighbour' | 'consent' | 'words' | 'place' | 'desk' | 'head' | 'petition'
>

export const isOver = ({ state }: Errand): boolean => state === 'done' || state === 'dropped'
