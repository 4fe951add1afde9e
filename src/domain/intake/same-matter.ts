import type { CategoryCode, UnitCode } from '../ids.ts'
import { daysBetween } from './days.ts'
import type { Matter, Urgency } from './matter.ts'
import type { Model } from './model.ts'
import { comparing, type Earlier, pairTraits, type Told, type Traits } from './pair-traits.ts'
import { pairBias, pairWeights } from './pair-weights.ts'
import type { Place } from './place.ts'
import { nearness, type PlaceTrait, placeWords } from './place-traits.ts'
import { mixedUpWith, sameTrade } from './same-trade.ts'

/** An open petition as far as a second reader sees it. */
export interface OpenMatter {
  readonly id: string
  readonly category: CategoryCode
  readonly place: Place
  readonly grid: UnitCode | null
  /** Its summary and words: what it is about. */
  readonly words: readonly string[]
  readonly registeredAt: Date
}

/** An open petition as far as it may be the same matter as a new one. */
export interface Candidate extends OpenMatter, Earlier {
  readonly urgency: Urgency
  readonly confidential: boolean
}

export interface Same {
  readonly id: string
  /** How likely it is the same (0..1). */
  readonly confidence: number
  readonly because: string
}

/** From here on a matter joins by itself: the measured share of wrong joins is below one in fifty (`tests/classifier`). */
export const joinFrom = 0.95
/** From here on it is worth a question. */
export const askFrom = 0.3

const withinDays = 30
/** How sure we are when the very same photo was sent, or a second reader says so and the trade does not speak against it. */
const shown = 0.97

/** Water, power, heating, lines: what fails in one building fails in the next, within so many days. */
const network = /^020[1245]$/
const spreadDays = 2
const dayMs = 24 * 3_600_000

/** What concerns one person or one household: two of the same kind are two, whoever lives next door. */
const ownAffairs = /^(?:10|12|15|0902|1007|1304)/

/**
 * The open petition that a matter most likely repeats, if one is likely enough to ask about. Learnt from pairs in
 * `src/classifier/pairs`. An emergency never repeats another: every call for help is answered by itself. What is
 * confidential is only ever the same for who reported it.
 */
export function sameMatter(
  told: Told,
  open: readonly Candidate[],
  at: Date,
  model: Model,
): Same | null {
  const { matter } = told
  if (matter.urgency.value === 'emergency') return null
  const compare = comparing(told, at, model)
  let best: Same | null = null
  for (const other of open) {
    const near = comparable(matter, other, at)
    if (!near) continue
    const confidence = isShown(told, other) ? shown : likelihood(compare(other, near))
    if (confidence < askFrom || confidence <= (best?.confidence ?? 0)) continue
    const trade = tradeOf(matter, other)
    const kind = trade === 1 ? '同类' : trade > 0 ? '近类' : '说法相近'
    best = { id: other.id, confidence, because: `${placeWords[near]}，${kind}` }
  }
  return best
}

const isShown = ({ matter, photos }: Told, other: Candidate): boolean =>
  photos.some((photo) => other.photos.includes(photo)) ||
  (matter.repeats === other.id && tradeOf(matter, other) > 0)

/** How two matters lie to each other; null for those that are never the same. */
export function comparable(matter: Matter, other: Candidate, at: Date): PlaceTrait | null {
  const days = daysBetween(other.registeredAt, at)
  if (days < 0 || days > withinDays || other.urgency === 'emergency') return null
  const isMine = other.reporter.person === matter.reporter
  const isPersonal =
    other.confidential ||
    (ownAffairs.test(matter.category.value) && ownAffairs.test(other.category))
  if (isPersonal && !isMine) return null
  const near = nearness(matter.place.value, other.place)
  const isApart = near === 'otherBuilding'
  const spreads = days <= spreadDays && network.test(matter.category.value)
  return isApart && !(spreads && tradeOf(matter, other) > 0) ? null : near
}

const tradeOf = (matter: Matter, other: Candidate) =>
  sameTrade(matter.category.value, other.category)

/** Where open petitions lie that a matter may be the same as. */
export interface Near {
  readonly name: string
  /** Those that name another are left out, but for `spreads`; null: none are. */
  readonly building: string | null
  /** In any building, where they are of these categories and were registered since then. */
  readonly spreads: { readonly categories: readonly CategoryCode[]; readonly since: Date } | null
}

/**
 * Where to look for what a matter may be the same as, so that not all that is open need be compared: nothing that is
 * `comparable` lies elsewhere. null: it is the same as nothing.
 */
export function nearOf({ place, category, urgency }: Matter, at: Date): Near | null {
  const { name, building } = place.value
  if (name === null || urgency.value === 'emergency') return null
  const since = new Date(at.getTime() - spreadDays * dayMs)
  const spreads = network.test(category.value)
    ? { categories: mixedUpWith(category.value), since }
    : null
  return { name, building, spreads }
}

/** How likely a pair with these traits is one matter (0..1). */
function likelihood(traits: Traits): number {
  const z = pairTraits.reduce(
    (sum, trait) => sum + (pairWeights[trait] ?? 0) * (traits[trait] ?? 0),
    pairBias,
  )
  return 1 / (1 + Math.exp(-z))
}
