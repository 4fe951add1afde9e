import type { ResultShown } from '../cards/card-view.ts'
import { ratingView } from '../cards/rating-view.ts'
import { resultOf, type Standing } from '../cards/task-view.ts'
import type { Relay } from '../heads/consent.ts'
import type { PersonId } from '../ids.ts'
import { briefOf } from '../notices/brief.ts'
import type { Actor } from '../people/roles.ts'
import { isFinal } from '../petition/asked.ts'
import {
  type Interim,
  isInHand,
  isOpen,
  type Petition,
  petitioners,
  type Rating,
} from '../petition/petition.ts'

/**
 * What a petition waits for of one person who does not handle it: `consent` whether the neighbour whom they speak for agrees
 * to be named · `rate` their verdict on the result · `look` whether it is really fixed (户长核实).
 */
export type Wanted = 'consent' | 'rate' | 'look'

/** What of a petition waits for somebody's answer. */
export function wantedOf(petition: Petition, person: PersonId): readonly Wanted[] {
  const { relay, status } = petition
  const own = petition.ratings.find((rating) => rating.person === person)
  const found: readonly (readonly [Wanted, boolean])[] = [
    ['consent', relay?.head === person && relay.consent === 'open' && status !== 'withdrawn'],
    ['rate', status === 'resolved' && broughtBy(petition, person) && !(own && isFinal(own))],
    ['look', isAskedToLook(petition, person)],
  ]
  return found.flatMap(([wanted, is]) => (is ? [wanted] : []))
}

/** Whether somebody was asked to look whether it is fixed, and has not said it yet. */
export const isAskedToLook = (petition: Petition, person: PersonId): boolean =>
  'check' in petition && petition.check?.head === person && petition.check.fixed === undefined

const broughtBy = (petition: Petition, person: PersonId): boolean =>
  petitioners(petition).some((one) => one.person === person)

/** A petition for who brought it, or is asked to look, and does not handle it: what they would be told of it in the chat. */
export interface OwnView {
  /** A door only for who reported it. */
  readonly place: string
  readonly category: string
  /** Who handles it. */
  readonly handler: string
  readonly dueAt: Date | null
  readonly interim: Interim | null
  readonly result: ResultShown | null
  /** Its one line; null for who only joined: they were told of their matter, not what somebody else said. */
  readonly line: string | null
  readonly registeredAt: Date
  /** Of a head who speaks for a neighbour: who that is, and whether they agreed. */
  readonly relay: { readonly who: string | null; readonly consent: Relay['consent'] } | null
  /** What they said of the result. */
  readonly own: Pick<Rating, 'solved' | 'score'> | null
  readonly wanted: readonly Wanted[]
}

/** A volunteer goes to the entrance, and reads nobody's door. */
const atEntrance = (petition: Petition): Petition => ({
  ...petition,
  place: { ...petition.place, floor: null, room: null },
})

/** null: they neither brought it nor are asked to look. */
export function ownView(
  standing: Standing,
  reader: Actor & { readonly kind: 'person' },
): OwnView | null {
  const { petition, book } = standing
  const wanted = wantedOf(petition, reader.id)
  const brought = broughtBy(petition, reader.id)
  if (!brought && !wanted.includes('look')) return null
  const isReporter = petition.reporter.person === reader.id
  const { category, place, handler } =
    brought && !isReporter
      ? briefOf(petition, book, 'group')
      : briefOf(isReporter ? petition : atEntrance(petition), book, 'concerned')
  const rating = ratingView(standing, reader, [])
  const { relay, onBehalfOf, registeredAt } = petition
  return {
    ...{ category, place, handler, registeredAt, wanted },
    dueAt: isInHand(petition) ? petition.resolveDueAt : null,
    interim: brought && isInHand(petition) ? (petition.interim ?? null) : null,
    result: isOpen(petition) ? null : resultOf(petition),
    line: isReporter ? petition.summary : null,
    relay: relay?.head === reader.id ? { who: onBehalfOf, consent: relay.consent } : null,
    own: rating.kind === 'rating' ? rating.own : null,
  }
}
