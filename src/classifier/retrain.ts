import type { Model } from '../domain/intake/model.ts'
import { decodeModel } from '../domain/intake/model.ts'
import type { Correction } from '../domain/petition/correction.ts'
import { no, ok, type Result } from '../domain/result.ts'
import { type Attempt, correctionDocuments } from './corpus/corrections.ts'
import type { Document } from './document.ts'
import type { FixedSets } from './fixed-sets.ts'
import { type Figures, judge, measure, type Worse } from './gate.ts'
import { train } from './train.ts'

/** Weights that passed the gate. */
export interface Retrained {
  readonly bytes: Uint8Array
  readonly figures: Figures
  readonly attempt: Attempt
}

/** One attempt, and what was worse with it. */
export interface Refused {
  readonly attempt: Attempt
  readonly worse: readonly Worse[]
}

/** From the most that may be learnt down: less is tried where more spoils something else. */
const attempts: readonly Attempt[] = [
  { trust: 1, topicsOnly: false },
  { trust: 0.5, topicsOnly: false },
  { trust: 1, topicsOnly: true },
  { trust: 0.5, topicsOnly: true },
]

/**
 * Trains a corpus together with corrections, learning as much of these as the gate lets pass. Refuses with every attempt when
 * even the least makes something worse than in `others`; with no attempt at all when there is nothing to learn.
 * The same input gives the same bytes. `progress` is told before each attempt, which takes some fifteen seconds.
 */
export function retrain(
  corpus: readonly Document[],
  corrections: readonly Correction[],
  others: readonly Model[],
  sets: FixedSets,
  progress: (attempt: Attempt, lines: number) => void = () => {},
): Result<Retrained, Refused[]> {
  const refused: Refused[] = []
  const held = others.map((model) => measure(model, sets))
  for (const attempt of attempts) {
    const learnt = correctionDocuments(corrections, attempt)
    if (learnt.length === 0) break
    progress(attempt, learnt.length)
    const bytes = train([...corpus, ...learnt])
    const judged = judge(measure(decodeModel(bytes), sets), held)
    if (judged.ok) return ok({ bytes, figures: judged.value, attempt })
    refused.push({ attempt, worse: judged.problem })
  }
  return no(refused)
}
