import type { PersonId } from '../../domain/ids.ts'
import { emergencyIn } from '../../domain/intake/emergency.ts'
import { sourceOf } from '../../domain/intake/features.ts'
import { topics } from '../../domain/intake/lexicon/topics.ts'
import { sayingOf } from '../../domain/intake/saying.ts'
import type { Correction } from '../../domain/petition/correction.ts'
import type { Document } from '../document.ts'

/** While there are few, what staff corrected counts so much more than a filled template; once there are many, so much. */
const dearest = 8
const cheapest = 3
const many = 1_000
/** All that one person corrected counts at most this much: thirty lines at the dearest. */
const mostOfOnePerson = 240

/** How much is learnt. */
export interface Attempt {
  /** What corrections are given of their weight (0..1]. */
  readonly trust: number
  /** Only what a matter is about: whether words are one is left to memory. */
  readonly topicsOnly: boolean
}

/**
 * What can be learnt from corrections: of the same words the latest, weighted by how many there are and never more than one
 * person may weigh. Danger is never learnt to be no matter.
 */
export function correctionDocuments(
  corrections: readonly Correction[],
  { trust, topicsOnly }: Attempt,
): Document[] {
  const latest = new Map<string, { readonly document: Document; readonly by: PersonId }>()
  for (const correction of corrections) {
    const saying = sayingOf(sourceOf(correction.text).code)
    const { field, new: right, text, by } = correction
    if (saying === '' || field === 'place' || field === 'handler') continue
    if (field === 'petition' && right === 'yes') {
      if (latest.get(saying)?.document.category === null) latest.delete(saying)
      continue
    }
    const topic = topics.find(({ code }) => code === right)
    if (field === 'category' ? !topic : emergencyIn(text)) continue
    const category = topic?.code ?? null
    const document = { text, category, kind: topic?.kind ?? null, weight: 1, author: null }
    latest.delete(saying)
    latest.set(saying, { document, by })
  }
  const learnt = [...latest.values()].filter(
    ({ document }) => !topicsOnly || document.category !== null,
  )
  const weight = trust * (dearest - (dearest - cheapest) * Math.min(1, learnt.length / many))
  const count = new Map<PersonId, number>()
  for (const { by } of learnt) count.set(by, (count.get(by) ?? 0) + 1)
  return learnt.map(({ document, by }) => ({
    ...document,
    kind: topicsOnly ? null : document.kind,
    weight: Math.min(weight, (trust * mostOfOnePerson) / (count.get(by) ?? 1)),
  }))
}
