import { isWithinHours } from '../deadlines/quiet-hours.ts'
import { type CategoryCode, type UnitCode, unitCode } from '../ids.ts'
import type { Place } from '../intake/place.ts'
import type { Destination } from '../petition/petition.ts'
import type { CatalogueLine, Handler, OrgUnit, Rulebook } from '../street/rulebook.ts'

/** Where and when something was reported: its grid, else the unit of the chat it was said in. */
export interface Where {
  readonly grid: UnitCode | null
  readonly unit: UnitCode | null
  readonly at: Date
}

/** Where a petition goes, and why. */
export interface Route {
  readonly to: Destination
  readonly because: string
}

/**
 * Sends a petition by trade (the category's lead handler) and place (the grid, else the unit of the chat it was said in).
 * Where the grid is unknown its community stands in for it; where that is unknown too, the street office.
 */
export function route(
  category: CategoryCode,
  place: Pick<Place, 'name'>,
  where: Where,
  book: Rulebook,
): Route {
  const found = book.categories.find(({ code }) => code === category)
  const here = catalogueLine(category, where, book)
  const label = found ? `${found.level2}(${found.code})` : category
  const inPlace = here ? `${label}在${unitName(here.unit, book)}${hoursText(here)}` : label
  return routeTo(
    here?.leadHandler ?? found?.leadHandler ?? 'COMMUNITY',
    inPlace,
    place,
    where,
    book,
  )
}

/** Where the handler that the catalogue names is found for a place. */
export function routeTo(
  handler: Handler,
  label: string,
  place: Pick<Place, 'name'>,
  where: Where,
  book: Rulebook,
): Route {
  switch (handler) {
    case 'GRID':
      return where.grid
        ? { to: { kind: 'grid', code: where.grid }, because: `${label}归网格` }
        : { to: standIn(where, book), because: `${label}归网格，网格不明由社区代` }
    case 'COMMUNITY':
      return { to: standIn(where, book), because: `${label}归社区` }
    case 'PROPERTY': {
      const company = book.departments.find(
        ({ estate }) => estate !== null && estate === place.name,
      )
      return company
        ? {
            to: { kind: 'department', code: company.code },
            because: `${label}归${place.name}的物业`,
          }
        : { to: standIn(where, book), because: `${label}归物业，此处没有物业，由社区代` }
    }
    default:
      return { to: { kind: 'department', code: handler }, because: `派单目录：${label}` }
  }
}

/**
 * What the catalogue says of a category for a part of the street and a time of day: the smallest unit that holds the place
 * and has a line that holds then, one that names hours before one that does not; else undefined.
 */
export function catalogueLine(
  category: CategoryCode,
  where: Where,
  book: Rulebook,
): CatalogueLine | undefined {
  const lines = (book.catalogue ?? [])
    .filter((line) => line.category === category && holdsAt(line, where.at))
    .sort((a, b) => Number(b.hours !== undefined) - Number(a.hours !== undefined))
  for (
    let code = lines.length > 0 ? (where.grid ?? where.unit) : null;
    code !== null;
    code = book.units.find((unit) => unit.code === code)?.parent ?? null
  ) {
    const line = lines.find(({ unit }) => unit === code)
    if (line) return line
  }
  return undefined
}

const hoursText = ({ hours }: CatalogueLine): string =>
  hours === undefined ? '' : `（${hours.from}—${hours.to}）`

const holdsAt = ({ hours }: CatalogueLine, at: Date): boolean =>
  hours === undefined || isWithinHours(at, hours)

const unitName = (code: UnitCode, { units }: Rulebook) =>
  units.find((unit) => unit.code === code)?.name ?? code

/**
 * Where a petition is sent by itself. Who asked not to be named is not handed to the company complained about: its
 * community takes it, and decides what the company may know.
 */
export function routeFor(
  facts: { readonly category: CategoryCode; readonly place: Place; readonly confidential: boolean },
  where: Where,
  book: Rulebook,
): Route {
  const found = route(facts.category, facts.place, where, book)
  if (!facts.confidential || !isCompany(found.to, book)) return found
  return { to: standIn(where, book), because: `${found.because}；反映人要求保密，先交社区` }
}

/** A property company: it serves an estate, and is often what people complain about. */
export const isCompany = (to: Destination, book: Rulebook): boolean =>
  to.kind === 'department' &&
  book.departments.some(({ code, estate }) => code === to.code && estate !== null)

/** The community office of a place, or the street office where even that is unknown. */
export function standIn(where: Omit<Where, 'at'>, book: Rulebook): Destination {
  const community = communityOf(where.grid ?? where.unit, book)
  return community
    ? { kind: 'community', code: community.code }
    : { kind: 'street', code: streetOf(book) }
}

/** The community or village that a unit is or lies in; undefined for the street itself. */
export function communityOf(code: UnitCode | null, book: Rulebook): OrgUnit | undefined {
  const unit = book.units.find((u) => u.code === code)
  if (!unit || unit.kind === 'community' || unit.kind === 'village') return unit
  return unit.parent === null ? undefined : communityOf(unit.parent, book)
}

export const streetOf = (book: Rulebook): UnitCode =>
  book.units.find(({ kind }) => kind === 'street')?.code ?? unitCode(book.tenant)
