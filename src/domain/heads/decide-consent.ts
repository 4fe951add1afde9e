import type { PersonId } from '../ids.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { Petition } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import { no, ok, type Result } from '../result.ts'
import { unnamed } from './relay.ts'

/** What a head says of the neighbour's consent: once. */
export function consented(
  { given, text }: { readonly given: boolean; readonly text: string },
  { relay }: Petition,
  who: { readonly by: PersonId | null; readonly at: Date },
): Result<PetitionEvent, Refusal> {
  if (!relay || relay.head !== who.by) return no({ kind: 'notYours' })
  if (relay.consent !== 'open') return no({ kind: 'alreadyDone' })
  return ok({ kind: 'consented', ...who, given, text })
}

/** Without consent the neighbour's name is forgotten: the matter stands as the head's own. */
export function withConsent<P extends Petition>(
  petition: P,
  { given, text }: Extract<PetitionEvent, { kind: 'consented' }>,
): P {
  const { relay, onBehalfOf } = petition
  if (!relay) return petition
  const answered = {
    ...petition,
    relay: { ...relay, consent: given ? ('given' as const) : ('withheld' as const), said: text },
  }
  return given || onBehalfOf === null ? answered : unnamed(answered, onBehalfOf)
}
