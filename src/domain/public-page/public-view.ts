import type { CategoryCode, UnitCode } from '../ids.ts'
import { isWithin } from '../numbers/scope.ts'
import { unitOf } from '../people/in-charge.ts'
import { isOpen, type Petition } from '../petition/petition.ts'
import type { NumberRange } from '../street/number-range.ts'
import type { Category, OrgUnit, Rulebook } from '../street/rulebook.ts'

/** How far back neighbours see. */
export const publicDays = 60
const dayMs = 24 * 3_600_000
/** Of what is sensitive fewer are not told apart; a place with fewer homes is not named. */
export const fewest = 3

/** One petition as everybody may see it: nobody's words, name, number or door. */
export interface PublicRow {
  readonly category: Category
  /** An estate, a road or a village; null: somewhere in the community. */
  readonly place: string | null
  readonly isSolved: boolean
  /** From the registration to the result, or up to now. */
  readonly days: number
}

/** What came of one kind; of few sensitive ones only that they are fewer than three. */
export interface PublicCount {
  readonly category: Category
  readonly counts: { readonly open: number; readonly solved: number } | 'few'
}

export interface PublicView {
  readonly unit: OrgUnit
  /** In the order of the catalogue. */
  readonly counts: readonly PublicCount[]
  /** Open ones first, the longest waiting first; of few sensitive ones, and of what is only counted, none. */
  readonly rows: readonly PublicRow[]
}

/** The community or village that shows a public page by this code; undefined where none does: as a rule. */
export function publicUnit(code: string, book: Rulebook): OrgUnit | undefined {
  const shown = book.policies.publicPages ?? []
  return book.units.find(
    (unit) =>
      unit.code === code &&
      (unit.kind === 'community' || unit.kind === 'village') &&
      (shown === 'all' || shown.includes(unit.code)),
  )
}

/** What a community shows its neighbours of what was registered in the last sixty days. */
export function publicView(
  unit: OrgUnit,
  petitions: readonly Petition[],
  now: Date,
  book: Rulebook,
): PublicView {
  const categories = new Map(book.categories.map((one) => [one.code, one]))
  const shown = petitions.flatMap((petition) => {
    const category = categories.get(petition.category)
    return category && isPublic(petition, category, unit.code, now, book)
      ? [{ petition, category }]
      : []
  })
  const counts = book.categories.flatMap((category): PublicCount[] => {
    const own = shown.filter((one) => one.category === category)
    if (own.length === 0) return []
    if (isSensitive(category) && own.length < fewest) return [{ category, counts: 'few' }]
    const open = own.filter(({ petition }) => isOpen(petition)).length
    return [{ category, counts: { open, solved: own.length - open } }]
  })
  const few = new Set<CategoryCode>(
    counts.flatMap((one) => (one.counts === 'few' ? [one.category.code] : [])),
  )
  const rows = shown
    .filter(({ category }) => !few.has(category.code) && !category.countedOnly)
    .map(
      ({ petition, category }): PublicRow => ({
        category,
        place: isSensitive(category) ? null : publicPlace(petition, book),
        isSolved: !isOpen(petition),
        days: daysOf(petition, now),
      }),
    )
    .sort((a, b) => Number(a.isSolved) - Number(b.isSolved) || b.days - a.days)
  return { unit, counts, rows }
}

/** Troubles of the place, not of a person: nothing confidential, no quarrel, nobody frail, no danger, nothing taken back. */
function isPublic(
  petition: Petition,
  category: Category,
  unit: UnitCode,
  now: Date,
  book: Rulebook,
): boolean {
  const { registeredAt, status, confidential, vulnerable, danger, kind } = petition
  const own = unitOf(petition, book)
  return (
    registeredAt.getTime() >= now.getTime() - publicDays * dayMs &&
    own !== null &&
    isWithin(own, unit, book) &&
    status !== 'withdrawn' &&
    !confidential &&
    !category.confidential &&
    !vulnerable &&
    danger === null &&
    ![kind, category.kind].some((one) => one === 'dispute' || one === 'consult' || one === 'praise')
  )
}

/** Who asks for help, or complains about somebody, or was robbed, may be known by the kind alone. */
export const isSensitive = ({ kind, countedOnly }: Category): boolean =>
  kind === 'request' || kind === 'complaint' || countedOnly === true

/** Landmarks may be one household's shop. */
function publicPlace({ place }: Petition, book: Rulebook): string | null {
  const entries = book.places.filter(({ name }) => name === place.name)
  const isLarge =
    entries.some(({ kind }) => kind === 'village_group') ||
    (entries.every(({ kind }) => kind === 'estate' || kind === 'road') &&
      entries.reduce((sum, entry) => sum + homesIn(entry), 0) >= fewest)
  return isLarge ? place.name : null
}

/** At least so many: a home for each floor of each entrance, where the rulebook knows of them. */
const homesIn = ({ ranges, units, floors }: Rulebook['places'][number]): number =>
  ranges.reduce((sum, range) => sum + sizeOf(range), 0) * (units ?? 1) * (floors ?? 1)

const sizeOf = ({ from, to }: NumberRange): number =>
  from === null || to === null ? 1 : to - from + 1

const daysOf = (petition: Petition, now: Date): number => {
  const until = 'resolvedAt' in petition ? petition.resolvedAt : now
  return Math.max(1, Math.ceil((until.getTime() - petition.registeredAt.getTime()) / dayMs))
}
