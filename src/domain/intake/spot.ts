import type { UnitCode } from '../ids.ts'
import type { NumberRange } from '../street/number-range.ts'
import type { PlaceEntry } from '../street/rulebook.ts'

/** A canonical place and the grids that share it. */
export interface Spot {
  readonly name: string
  readonly kind: PlaceEntry['kind']
  readonly parts: readonly {
    readonly grid: UnitCode
    readonly ranges: readonly NumberRange[]
  }[]
  /** Stairs a building, where every building has the same number; 1 means that `3-606` is building and room. */
  readonly units: number | null
  /** Letters that buildings here begin with; empty where they only have numbers. */
  readonly letters: readonly string[]
}

/** One way of saying a place. A weak name is a common word too and needs a door or a preposition beside it. */
export interface SpokenName {
  readonly text: string
  readonly weak: boolean
  readonly spots: readonly Spot[]
}
