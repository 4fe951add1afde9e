import type { Random } from '../../storm/random.ts'
import type { Stage } from '../stage.ts'
import type { Agenda } from './agenda.ts'

/** A month, or part of one, being played. */
export interface Play {
  readonly stage: Stage
  readonly random: Random
  readonly agenda: Agenda
}
