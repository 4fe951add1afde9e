import { eachFeature, type Source } from './features.ts'
import { type Model, slotOf } from './model.ts'

/** What of a model it takes to weigh texts. */
type Tables = Pick<Model, 'keys' | 'slots' | 'rows' | 'steps' | 'offsets'>

/** Adds up what the features of a text weigh. Its scratch paper is its own, so that it is made once for a model's tables. */
export interface Scorer {
  /** The margin of the petition head alone. */
  petition(source: Source, model: Tables): number
  /** Writes the margin of every head: petition first, then categories, kinds, danger. */
  all(source: Source, model: Tables, margins: Float64Array): void
}

const scorers = new WeakMap<Int32Array, Scorer>()

export function scorerOf(model: Tables): Scorer {
  const known = scorers.get(model.slots)
  if (known) return known
  const scorer = scorerWith(model.keys, model.slots, model.rows)
  scorers.set(model.slots, scorer)
  return scorer
}

/** The tables and the scratch paper are constants of the functions: looked up anew with each feature they cost half of all. */
function scorerWith(keys: Int32Array, slots: Int32Array, rows: Int16Array): Scorer {
  /** The slots of the features that training knew, in the order of their first occurrence, and how many. */
  const found = new Int32Array(keys.length)
  let foundCount = 0
  /** How often each feature occurs; all zero between texts. */
  const counts = new Uint16Array(keys.length)

  function count(hash: number): void {
    const slot = slotOf(hash, keys)
    if (slot < 0) return
    const before = counts[slot] ?? 0
    if (before === 0) found[foundCount++] = slot
    counts[slot] = before + 1
  }

  function tally(source: Source): void {
    foundCount = 0
    eachFeature(source, count)
  }

  /** What the occurrences of a feature count for; takes its count back to zero. */
  function frequency(slot: number): number {
    const times = counts[slot] ?? 1
    counts[slot] = 0
    return times === 1 ? 1 : 1 + Math.log(times)
  }

  return {
    petition(source, { steps, offsets }) {
      tally(source)
      let sum = 0
      let norm = 0
      for (let nth = 0; nth < foundCount; nth++) {
        const slot = found[nth] ?? 0
        const scales = slots[2 * slot] ?? 0
        const share = frequency(slot) * (scales & 0xff)
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
        const slot = found[nth] ?? 0
        const times = frequency(slot)
        const scales = slots[2 * slot] ?? 0
        const forPetition = times * (scales & 0xff)
        petition += forPetition * (scales >> 16)
        petitionNorm += forPetition * forPetition
        const forTopic = times * ((scales >> 8) & 0xff)
        topicNorm += forTopic * forTopic
        const row = slots[2 * slot + 1] ?? 0
        const end = (row >> 8) + (row & 0xff)
        for (let at = row >> 8; at < end; at++) {
          const both = rows[at] ?? 0
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
