import { eachFeature, type Source } from './features.ts'
import { type Model, placeOf } from './model.ts'

/** What of a model it takes to weigh texts. */
type Tables = Pick<Model, 'table' | 'rows' | 'steps' | 'offsets'>

/** Adds up what the features of a text weigh. Its scratch paper is its own, so that it is made once for a model's tables. */
export interface Scorer {
  /** The margin of the petition head alone. */
  petition(source: Source, model: Tables): number
  /** Writes the margin of every head: petition first, then categories, kinds, danger. */
  all(source: Source, model: Tables, margins: Float64Array): void
}

const scorers = new WeakMap<Int32Array, Scorer>()

export function scorerOf(model: Tables): Scorer {
  const known = scorers.get(model.table)
  if (known) return known
  const scorer = scorerWith(model.table, model.rows)
  scorers.set(model.table, scorer)
  return scorer
}

/** The tables and the scratch paper are constants of the functions: looked up anew with each feature they cost half of all. */
function scorerWith(table: Int32Array, rows: Int16Array): Scorer {
  /** The places of the features that training knew, in the order of their first occurrence, and how many. */
  const found = new Int32Array(table.length / 4)
  let foundCount = 0

  function count(hash: number): void {
    const at = placeOf(hash, table)
    if (at < 0) return
    const before = table[at + 3] ?? 0
    if (before === 0) found[foundCount++] = at
    table[at + 3] = before + 1
  }

  function tally(source: Source): void {
    foundCount = 0
    eachFeature(source, count)
  }

  /** What the occurrences of a feature count for; takes its count back to zero. */
  function frequency(at: number): number {
    const times = table[at + 3] ?? 1
    table[at + 3] = 0
    return times === 1 ? 1 : 1 + Math.log(times)
  }

  return {
    petition(source, { steps, offsets }) {
      tally(source)
      let sum = 0
      let norm = 0
      for (let nth = 0; nth < foundCount; nth++) {
        const at = found[nth] ?? 0
        const scales = table[at + 1] ?? 0
        const share = frequency(at) * (scales & 0xff)
        sum += share * (scales >> 16)
        norm += share * share
      }
      return (sum / (Math.sqrt(norm) || 1)) * (steps[0] ?? 0) + (offsets[0] ?? 0)
    },

    all(source, { steps, offsets }, margins) {
      tally(source)
      margins.fill(0)
      let petition = 0
      let petitionNorm = 0
      let topicNorm = 0
      for (let nth = 0; nth < foundCount; nth++) {
        const at = found[nth] ?? 0
        const times = frequency(at)
        const scales = table[at + 1] ?? 0
        const forPetition = times * (scales & 0xff)
        petition += forPetition * (scales >> 16)
        petitionNorm += forPetition * forPetition
        const forTopic = times * ((scales >> 8) & 0xff)
        topicNorm += forTopic * forTopic
        const row = table[at + 2] ?? 0
        const end = (row >> 8) + (row & 0xff)
        for (let weight = row >> 8; weight < end; weight++) {
          const both = rows[weight] ?? 0
          const head = both >> 8
          margins[head] = (margins[head] ?? 0) + forTopic * ((both << 24) >> 24)
        }
      }
      margins[0] = petition
      const petitionLength = Math.sqrt(petitionNorm) || 1
      const topicLength = Math.sqrt(topicNorm) || 1
      for (let head = 0; head < margins.length; head++) {
        const length = head === 0 ? petitionLength : topicLength
        margins[head] = ((margins[head] ?? 0) / length) * (steps[head] ?? 0) + (offsets[head] ?? 0)
      }
    },
  }
}
