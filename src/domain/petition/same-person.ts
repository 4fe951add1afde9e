import type { PersonId } from '../ids.ts'
import { isSamePetitioner, type Petition, type Petitioner } from './petition.ts'

/** A petition once `one` turned out to be `other`: who reported and joined is one petitioner. A step of its own. */
export function samePerson(petition: Petition, one: PersonId, other: PersonId): Petition {
  const who = (person: PersonId) => (person === one ? other : person)
  const petitioner = (known: Petitioner): Petitioner => ({
    ...known,
    person: who(known.person),
    household: known.household === one ? other : known.household,
  })
  const reporter = petitioner(petition.reporter)
  const supporters = petition.supporters.map(petitioner)
  return {
    ...petition,
    reporter,
    supporters: supporters.filter(
      (one, i) =>
        [reporter, ...supporters].findIndex((known) => isSamePetitioner(known, one)) === i + 1,
    ),
    notTheirs: [...new Set(petition.notTheirs.map(who))],
    ratings: petition.ratings.map((rating) => ({ ...rating, person: who(rating.person) })),
    version: petition.version + 1,
  }
}
