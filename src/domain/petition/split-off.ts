import type { MessageId, PetitionId } from '../ids.ts'
import type { Field } from '../intake/matter.ts'
import type { Actor } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { decide } from './decide.ts'
import type { PetitionEvent } from './event.ts'
import { type Petition, type Petitioner, petitioners } from './petition.ts'
import { register } from './register.ts'

/**
 * Who joined and may be split off again by those who dispatch. Not neighbours for whom a head joined: the head would leave
 * with all of them; and not from what is confidential.
 */
export function separable(
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): readonly Petitioner[] {
  if (petition.confidential || by.kind !== 'person') return []
  return petition.supporters.filter(({ person, relayedFor }) => {
    const own = petitioners(petition).filter((one) => one.person === person)
    if (relayedFor !== undefined || own.length > 1 || person === by.id) return false
    const leaves = decide({ kind: 'unjoin', person }, petition, by, at, book)
    return leaves.ok && leaves.value.kind === 'unjoined' && leaves.value.person === person
  })
}

/** What a petition of its own is made of. */
export interface SplitOff {
  readonly id: PetitionId
  readonly number: number
  readonly reporter: Petitioner
  /** One line for lists. */
  readonly summary: string
  readonly words: readonly string[]
  readonly messages: readonly MessageId[]
}

/**
 * What was taken for the same matter gets a number of its own, with category, place and gravity of the one that it was taken
 * for until somebody corrects them.
 */
export function splitOff(
  of: SplitOff,
  from: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): { readonly petition: Petition; readonly event: PetitionEvent } {
  const because = `从${from.number}号分出`
  const as = <Value>(value: Value): Field<Value> => ({ value, confidence: 1, because })
  const { petition, event } = register(
    {
      ...of,
      matter: {
        ...{ messages: of.messages, reporter: of.reporter.person, supporters: [] },
        ...{ summary: of.summary, danger: from.danger, category: as(from.category) },
        ...{ kind: as(from.kind), place: as(from.place), grid: as(from.grid) },
        ...{ urgency: as(from.urgency), onBehalfOf: as(null), vulnerable: as(false) },
        ...{ since: as(from.since), confidential: as(false), settled: as(false) },
      },
      ...{ supporters: [], photos: [], placeMissing: false },
    },
    at,
    book,
  )
  const how = event.kind === 'registered' ? `${because}，${event.because}` : because
  return {
    petition,
    event: {
      ...{ kind: 'registered', petition, because: how, at },
      by: by.kind === 'person' ? by.id : null,
    },
  }
}
