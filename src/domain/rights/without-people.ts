import { nowhere } from '../intake/place.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { evolve } from '../petition/evolve.ts'
import { type Petition, petitioners } from '../petition/petition.ts'

/** Words that stay: of fixed sets, of the catalogue and the street's units, or our own ids. Any other is taken away. */
const plain: ReadonlySet<string> = new Set([
  ...['id', 'petition', 'kind', 'status', 'code', 'category', 'urgency', 'danger', 'grid'],
  ...['since', 'day', 'to', 'of', 'unit', 'way', 'limitSource', 'field'],
])
/** People and doors: those of the office stay, for what they did is on record; others become stand-ins. */
const people: ReadonlySet<string> = new Set([
  ...['person', 'by', 'handler', 'household', 'notTheirs', 'lasts'],
  ...['resolvedBy', 'askedBy', 'calledBy', 'head', 'mediator'],
])
/** What is said by one of a few words of ours, under names that elsewhere stand for people or for what was said. */
const ofFixedSets: ReadonlySet<string> = new Set([
  ...['settled', 'failed', 'adjourned', 'applicant', 'respondent', 'message', 'visit'],
  ...['open', 'done', 'released', 'notNeeded', 'given', 'withheld'],
  ...['fixed', 'notFixed', 'unreached', 'sample', 'negative', 'unratedEmergency', 'doubted'],
])

/**
 * A petition that is over, and its timeline, without anything that says who was behind it: no words, names, doors, photos,
 * messages; the place down to the building. What is counted stays: category, times, limits, how many households, scores.
 * Whatever is not known to be plain is taken away. The timeline replays to the petition.
 */
export function withoutPeople(
  petition: Petition,
  timeline: readonly PetitionEvent[],
  isStaff: (person: string) => boolean,
  at: Date,
): { readonly petition: Petition; readonly timeline: readonly PetitionEvent[] } {
  const standIn = standIns(petition, isStaff)
  const strip = <T>(value: T): T => stripped(value, '', standIn) as T
  const forgotten: PetitionEvent = { kind: 'forgotten', by: null, at }
  return {
    petition: evolve(strip(petition), forgotten),
    timeline: [...timeline.map(strip), forgotten],
  }
}

/** The same person and household are the same stand-in all through a petition, and nowhere else. */
function standIns(petition: Petition, isStaff: (person: string) => boolean) {
  const known = new Map<string, string>()
  const standIn = (one: string): string => {
    if (isStaff(one)) return one
    const made = known.get(one) ?? `gone-${petition.number}-${known.size + 1}`
    known.set(one, made)
    return made
  }
  for (const { person, household } of petitioners(petition)) {
    standIn(person)
    standIn(household)
  }
  return standIn
}

function stripped(value: unknown, key: string, standIn: (one: string) => string): unknown {
  if (typeof value === 'string') {
    if (ofFixedSets.has(value)) return value
    if (people.has(key)) return standIn(value)
    return plain.has(key) ? value : ''
  }
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item !== 'string' || people.has(key))
      .map((item) => stripped(item, key, standIn))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (key === 'place' && 'building' in value) return { ...nowhere, ...coarse(value) }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'onBehalfOf' ? null : name === 'room' ? inner : stripped(inner, name, standIn),
    ]),
  )
}

const coarse = (place: object) =>
  Object.fromEntries(
    Object.entries(place).filter(([name]) => ['name', 'building', 'group'].includes(name)),
  )
