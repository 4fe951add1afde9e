import { nameAndConsent } from '../heads/relay.ts'
import type { MessageId, PetitionId } from '../ids.ts'
import type { Field } from '../intake/matter.ts'
import type { Actor } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import type { PetitionEvent } from './event.ts'
import { type Petition, type Petitioner, petitioners } from './petition.ts'
import { register } from './register.ts'

/**
 * Who joined and may be split off again by those who dispatch, neighbours for whom a head joined one by one; nobody from
 * what is confidential.
 */
export function separable(
  petition: Petition,
  by: Actor,
  at: Date,
  book: Rulebook,
): readonly Petitioner[] {
  if (petition.confidential || by.kind !== 'person') return []
  return petition.supporters.filter((one) => {
    if (one.person === by.id) return false
    const leaves = decide(leaving(one, petition), petition, by, at, book)
    return leaves.ok && leaves.value.kind === 'unjoined' && leaves.value.person === one.person
  })
}

/** How one of them leaves, and nobody with them. */
export function leaving({ person, household }: Petitioner, from: Petition): Command {
  const own = petitioners(from).filter((one) => one.person === person)
  return own.length > 1 || own.some(({ relayedFor }) => relayedFor !== undefined)
    ? { kind: 'unjoin', person, household }
    : { kind: 'unjoin', person }
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
  const { relayedFor, ...reporter } = of.reporter
  const relay =
    relayedFor === undefined
      ? null
      : { head: reporter.person, consent: nameAndConsent(relayedFor, of.words.join('，')) }
  const { petition, event } = register(
    {
      ...{ ...of, reporter, relay },
      matter: {
        ...{ messages: of.messages, reporter: of.reporter.person, supporters: [] },
        ...{ summary: of.summary, danger: from.danger, category: as(from.category) },
        ...{ kind: as(from.kind), place: as(from.place), grid: as(from.grid) },
        ...{ urgency: as(from.urgency), onBehalfOf: as(relayedFor ?? null), vulnerable: as(false) },
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
