import type { Day } from '../deadlines/limit.ts'
import type { Field } from './matter.ts'

/** The first day of the problem, when it is said or can be counted from `at`; null for rough spans. */
export function sinceIn(_text: string, _at: Date): Field<Day | null> {
  return { value: null, confidence: 0.5, because: '没说' }
}
