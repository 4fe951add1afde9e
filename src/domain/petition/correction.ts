import type { PersonId, PetitionId } from '../ids.ts'
import { masked } from '../intake/mask.ts'
import type { Place } from '../intake/place.ts'
import { withoutQuote } from '../intake/quote.ts'
import type { PetitionEvent } from './event.ts'
import type { Destination, Petition } from './petition.ts'

export const correctedFields = ['category', 'place', 'handler', 'petition'] as const
export type CorrectedField = (typeof correctedFields)[number]

/** What a person put right of what we understood. Learnt from, and never changed afterwards. */
export interface Correction {
  /** Says which step of which petition it is part of: the same step makes the same id. */
  readonly id: string
  readonly petition: PetitionId
  readonly field: CorrectedField
  /**
   * `category`: its code. `place`: its parts from name to room, `幸福里小区///5/2//`. `handler`: `department/WY1`. `petition`: `yes`, or `no` for what is
   * no matter; that it is one after all is said by whoever insists.
   */
  readonly old: string
  readonly new: string
  /** What was said, without quotes, phones and other numbers of people. */
  readonly text: string
  readonly by: PersonId
  readonly at: Date
}

/** What the steps that led to `petition` put right, in order; empty for most. */
export function correctionsIn(events: readonly PetitionEvent[], petition: Petition): Correction[] {
  return events.flatMap((event, step) =>
    changesOf(event).flatMap(({ field, old, new: right }) =>
      event.by === null
        ? []
        : {
            id: `${petition.id}/${petition.version}/${step}/${field}`,
            petition: petition.id,
            field,
            old,
            new: right,
            text: saidOf(petition),
            by: event.by,
            at: event.at,
          },
    ),
  )
}

function changesOf(event: PetitionEvent): Pick<Correction, 'field' | 'old' | 'new'>[] {
  switch (event.kind) {
    case 'corrected': {
      const { reclassified, place, was } = event
      return [
        ...(reclassified
          ? [{ field: 'category', old: was.category, new: reclassified.category } as const]
          : []),
        ...(place
          ? [{ field: 'place', old: placeOf(was.place), new: placeOf(place.place) } as const]
          : []),
      ]
    }
    case 'transferred':
      return [{ field: 'handler', old: deskOf(event.from), new: deskOf(event.to) }]
    case 'dismissed':
      return [{ field: 'petition', old: 'yes', new: 'no' }]
    case 'insisted':
      return [{ field: 'petition', old: 'no', new: 'yes' }]
    default:
      return []
  }
}

const placeOf = ({ name, group, number, building, unit, floor, room }: Place): string =>
  [name, group, number, building, unit, floor, room].map((part) => part ?? '').join('/')

const deskOf = ({ kind, code }: Destination): string => `${kind}/${code}`

/** Fewer characters say nothing of a matter. */
const telling = 4
const longest = 600

/** The first of the words that say what it is. */
function saidOf({ words }: Petition): string {
  const said = words.map((text) => withoutQuote(text).own.trim())
  const first = said.find((text) => [...text].length >= telling) ?? said[0] ?? ''
  return masked(first).slice(0, longest)
}
