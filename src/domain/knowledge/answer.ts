import type { Day } from '../deadlines/limit.ts'
import type { UnitCode } from '../ids.ts'
import { asks } from './asks.ts'
import type { KnowledgeEntry } from './entry.ts'
import { nearnessOf, type Shelf, shelfOf } from './shelf.ts'
import { subjectOf } from './wording.ts'

/** Who asks, and when. */
export interface Asker {
  /** The units that somebody belongs to, up to the street. */
  readonly units: readonly UnitCode[]
  readonly today: Day
}

/** From here on an entry answers; measured on the tuning questions of the tests. */
const nearEnough = 0.52
/** By how much the nearest must be nearer than the next. */
const farEnough = 0.03
/** A story may stand around the question: one clause of it counts a little less than the whole. */
const clauseShare = 0.85
const longest = 200

const shelves = new WeakMap<readonly KnowledgeEntry[], Shelf>()

/**
 * The entry that answers a question; null when none does, or when it is no question but a wish or a complaint in the
 * form of one. Entries for other units and entries that have run out do not answer.
 */
export function answerTo(
  question: string,
  { units, today }: Asker,
  entries: readonly KnowledgeEntry[],
): KnowledgeEntry | null {
  const text = question.slice(0, longest)
  if (entries.length === 0 || !asks(text)) return null
  const shelf = shelves.get(entries) ?? shelfOf(entries)
  shelves.set(entries, shelf)
  const holds = (entry: KnowledgeEntry) =>
    (entry.units.length === 0 || entry.units.some((unit) => units.includes(unit))) &&
    (entry.validUntil === null || today <= entry.validUntil)
  const nearest = new Map<KnowledgeEntry, number>()
  for (const [part, share] of partsOf(text)) {
    for (const [entry, near] of nearnessOf(part, shelf))
      if (holds(entry)) nearest.set(entry, Math.max(near * share, nearest.get(entry) ?? 0))
  }
  const [best, second] = [...nearest].sort(
    ([a, near], [b, nearB]) => nearB - near || b.units.length - a.units.length,
  )
  if (!best || best[1] < nearEnough) return null
  return second && isDoubtful(best, second) ? null : best[0]
}

type Near = readonly [entry: KnowledgeEntry, near: number]

/** Two answers that fit about as well: either may be wrong. Of one phrasing for all and for a unit, the unit's holds. */
const isDoubtful = ([a, near]: Near, [b, nearB]: Near): boolean =>
  near - nearB < farEnough && a.questions.every((question) => !b.questions.includes(question))

/** The whole of a question and its clauses, with what each counts. */
function partsOf(text: string): readonly (readonly [part: string, share: number])[] {
  const clauses = text
    .split(/[\s,，。.;；?？!！]+/)
    .filter((clause) => subjectOf(clause).replaceAll(' ', '').length > 1)
  return [[text, 1], ...(clauses.length > 1 ? clauses.map((c) => [c, clauseShare] as const) : [])]
}
