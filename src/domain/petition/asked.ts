import type { PersonId } from '../ids.ts'
import { type Petition, petitioners, type Rating } from './petition.ts'

/** Asked twice is enough: who rates, but never says whether it is solved, has spoken. */
export const isFinal = ({ solved, askedAgain }: Rating): boolean =>
  solved !== null || askedAgain === true

/** Who is asked for a rating: of each household the one who came first. */
export function asked(petition: Petition): readonly PersonId[] {
  const first = new Map<string, PersonId>()
  for (const { household, person } of petitioners(petition))
    if (!first.has(household)) first.set(household, person)
  return [...new Set(first.values())]
}

/** The households of which nobody has spoken, by who was asked. */
export function unheard(petition: Petition): readonly PersonId[] {
  const spoke = new Set(petition.ratings.map(({ person }) => person))
  return silent(petition, spoke)
}

/** Whether each household has said all that it was asked. */
export const allSpoke = (petition: Petition, ratings: readonly Rating[]): boolean =>
  silent(petition, new Set(ratings.filter(isFinal).map(({ person }) => person))).length === 0

function silent(petition: Petition, spoke: ReadonlySet<PersonId>): readonly PersonId[] {
  const heard = new Set(
    petitioners(petition)
      .filter(({ person }) => spoke.has(person))
      .map(({ household }) => household),
  )
  const waiting = petitioners(petition).filter(({ household }) => !heard.has(household))
  const first = new Map(waiting.toReversed().map(({ household, person }) => [household, person]))
  return [...new Set(first.values())]
}
