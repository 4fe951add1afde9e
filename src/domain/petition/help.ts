import type { PersonId } from '../ids.ts'
import { no, ok, type Result } from '../result.ts'
import type { PetitionEvent } from './event.ts'
import type { HelpAsked } from './help-asked.ts'
import { isInHand, type Petition } from './petition.ts'
import type { Refusal } from './refusal.ts'

/** What others than this person wait to be helped with: nobody answers themselves. */
export const helpAskedBesides = (
  person: PersonId | null,
  petition: Petition,
): readonly HelpAsked[] =>
  isInHand(petition) ? (petition.helpAsked ?? []).filter(({ by }) => by !== person) : []

/**
 * What those above say to all who asked. Refuses with `nothingAsked` when nobody else did, with `reasonMissing` without words.
 */
export function helpAnswered(
  text: string,
  petition: Petition,
  who: { readonly by: PersonId | null; readonly at: Date },
): Result<PetitionEvent, Refusal> {
  const asked = helpAskedBesides(who.by, petition)
  if (asked.length === 0) return no({ kind: 'nothingAsked' })
  if (!text.trim()) return no({ kind: 'reasonMissing' })
  return ok({ kind: 'helpAnswered', ...who, text, asked })
}

type OfHelp = Extract<
  PetitionEvent,
  {
    kind:
      | ('helpAsked' | 'helpAnswered' | 'assistAsked')
      | ('assistReleased' | 'partFinished' | 'partRefused')
  }
>

/**
 * Who waits for help after an event: one who asks again asks anew, others who are called to assist are help, and of a part
 * that is done or given back nobody waits any longer.
 */
export function withHelp(petition: Petition, event: OfHelp): Petition {
  if (!isInHand(petition)) return petition
  const { helpAsked = [], ...rest } = petition
  const waiting = stillWaiting(helpAsked, event)
  return waiting.length > 0 ? { ...rest, helpAsked: waiting } : rest
}

function stillWaiting(asked: readonly HelpAsked[], event: OfHelp): readonly HelpAsked[] {
  switch (event.kind) {
    case 'helpAsked': {
      const { by, text, at: askedAt, of } = event
      const others = asked.filter((one) => one.by !== by)
      return [...others, { by, text, askedAt, ...(of && { part: of.part }) }]
    }
    case 'helpAnswered':
    case 'assistAsked':
      return asked.filter(({ by }) => by === event.by)
    case 'assistReleased':
      return asked.filter(({ part }) => !event.parts.some((one) => one.part === part))
    case 'partFinished':
    case 'partRefused':
      return asked.filter(({ part }) => part !== event.part)
  }
}
