import { deadline } from '../deadlines/deadline.ts'
import type { Relay } from '../heads/consent.ts'
import type { MediaId, PetitionId } from '../ids.ts'
import type { Matter } from '../intake/matter.ts'
import { accusedIn } from '../people/accused.ts'
import { routeFor } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dispatchTo } from './dispatch.ts'
import type { PetitionEvent } from './event.ts'
import { withAssistants } from './joint/catalogue-parts.ts'
import type { Evidence, Facts, Petition, Petitioner } from './petition.ts'

/** All that a matter needs to become a petition. */
export interface Registration {
  readonly id: PetitionId
  readonly number: number
  readonly matter: Matter
  readonly reporter: Petitioner
  readonly supporters: readonly Petitioner[]
  readonly words: readonly string[]
  readonly photos: readonly MediaId[]
  /** Whether the place must be asked for before it can be sent anywhere. */
  readonly placeMissing: boolean
  /** Only where a household head speaks for a neighbour. */
  readonly relay?: Relay | null | undefined
  readonly follows?: Petition | undefined
}

/**
 * A matter gets its record (登记). Sent on at once by category and place; only where the place is missing and nobody is
 * in danger it waits for the answer to one question.
 */
export function register(
  of: Registration,
  at: Date,
  book: Rulebook,
): { petition: Petition; event: PetitionEvent } {
  const { matter } = of
  const category = book.categories.find(({ code }) => code === matter.category.value)
  const unit = book.rooms.find(({ id }) => id === of.reporter.room)?.unit ?? null
  const accused = accusedIn(of.words, { category, unit: matter.grid.value ?? unit }, book)
  const facts: Facts = {
    id: of.id,
    number: of.number,
    rulebook: book.version,
    reporter: of.reporter,
    supporters: of.supporters,
    notTheirs: [],
    ...(accused.length > 0 && { accused }),
    onBehalfOf: matter.onBehalfOf.value,
    ...(of.relay && { relay: of.relay }),
    ...(of.follows && { follows: { petition: of.follows.id, number: of.follows.number } }),
    category: matter.category.value,
    kind: matter.kind.value,
    urgency: matter.urgency.value,
    danger: matter.danger,
    confidential: matter.confidential.value,
    vulnerable: matter.vulnerable.value,
    since: matter.since.value,
    place: matter.place.value,
    grid: matter.grid.value,
    summary: matter.summary,
    words: of.words,
    messages: matter.messages,
    photos: of.photos,
    evidence: evidenceOf(matter),
    registeredAt: at,
    respondedAt: null,
    returns: 0,
    reopenings: 0,
    ratings: [],
    version: 1,
  }
  const where = { grid: facts.grid, unit, at }
  const found = routeFor(facts, where, book)
  const waits = of.placeMissing && facts.urgency === 'normal'
  const petition: Petition = waits
    ? { ...facts, status: 'received', askedAt: at, placeDueAt: placeDue(at, book) }
    : {
        ...facts,
        status: 'dispatched',
        dispatchedAt: at,
        ...limitsOf(
          withAssistants(
            dispatchTo(found.to, found.because, facts, at, book),
            facts,
            where,
            undefined,
            at,
            book,
          ),
        ),
      }
  const event = {
    kind: 'registered',
    by: of.reporter.person,
    at,
    petition,
    because: waits ? '地点不明，先问一次' : found.because,
  } as const
  return { petition, event }
}

const placeDue = (at: Date, { policies, calendar }: Rulebook) =>
  deadline(policies.placeAnswerWithin, at, policies.officeHours, calendar).at

const limitsOf = ({
  to,
  acceptDueAt,
  resolveDueAt,
  provisional,
  limitSource,
  joint,
}: ReturnType<typeof dispatchTo>) => ({
  to,
  acceptDueAt,
  resolveDueAt,
  provisional,
  ...(limitSource !== undefined && { limitSource }),
  ...(joint && { joint }),
})

function evidenceOf(matter: Matter): Evidence[] {
  const read = {
    category: matter.category,
    kind: matter.kind,
    place: matter.place,
    grid: matter.grid,
    urgency: matter.urgency,
    onBehalfOf: matter.onBehalfOf,
    vulnerable: matter.vulnerable,
    since: matter.since,
    confidential: matter.confidential,
  }
  return Object.entries(read).map(([field, { confidence, because }]) => ({
    field,
    confidence,
    because,
  }))
}
