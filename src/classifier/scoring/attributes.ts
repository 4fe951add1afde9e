import { type ExpectedPetition, isBlank, type ScoredPetition } from './records.ts'
import { setScores } from './shares.ts'

type Rate = (want: ExpectedPetition, got: ScoredPetition) => number

/** How right a matched petition is, 0 to 1, in each respect. */
export const attributes = {
  category: (want, got) => Number(isRightCategory(want, got)),
  category_level1: (want, got) =>
    Number(accepted(want).some((code) => levelOne(code) === levelOne(got.category))),
  grid: (want, got) => Number(isSame(want.grid, got.grid)),
  place: (want, got) => Number(isRightPlace(want.place ?? {}, got.place ?? {})),
  handler: (want, got) => Number(isSame(want.handler, got.handler)),
  urgency: (want, got) => Number(isSame(want.urgency, got.urgency)),
  on_behalf_of: (want, got) => Number(isBlank(want.on_behalf_of) === isBlank(got.on_behalf_of)),
  vulnerable: (want, got) => Number(Boolean(want.vulnerable) === Boolean(got.vulnerable)),
  since: (want, got) => Number(isSame(want.since, got.since)),
  supporters: (want, got) =>
    setScores(new Set(want.supporters ?? []), new Set(got.supporters ?? [])).f1,
} as const satisfies Record<string, Rate>

export type Attribute = keyof typeof attributes
export const attributeNames = Object.keys(attributes) as Attribute[]

export const isRightCategory = (want: ExpectedPetition, got: ScoredPetition): boolean =>
  accepted(want).includes(got.category)

const accepted = (want: ExpectedPetition) => [want.category, ...(want.also_ok ?? [])]

/** The first two digits of a category are its first level. */
const levelOne = (code: string | null | undefined): string => String(code ?? '').slice(0, 2)

const isSame = (a: unknown, b: unknown): boolean =>
  isBlank(a) ? isBlank(b) : !isBlank(b) && String(a) === String(b)

/** Every field that is said is right, and none is invented. */
const isRightPlace = (want: Readonly<Record<string, unknown>>, got: typeof want): boolean =>
  [...Object.keys(want), ...Object.keys(got)].every((key) => isSame(want[key], got[key]))
