import type { Day } from '../deadlines/limit.ts'
import type { CategoryCode, MessageId, PersonId, UnitCode } from '../ids.ts'
import type { MatterKind } from '../street/rulebook.ts'
import type { Place } from './place.ts'

export type Urgency = 'normal' | 'urgent' | 'emergency'

/** What danger an emergency is: it decides which of 119, 110, 120 is named first. */
export type Danger =
  | 'gas'
  | 'fire'
  | 'lift'
  | 'fight'
  | 'suicide'
  | 'child'
  | 'medical'
  | 'electric'
  | 'water'

/** A value read out of words, how sure we are (0..1), and what spoke for it: shown to staff, asked for by tests. */
export interface Field<Value> {
  readonly value: Value
  readonly confidence: number
  readonly because: string
}

/** One matter found in a stretch of chat: a petition before it has a number. */
export interface Matter {
  /** Messages that state it or add facts or evidence to it, oldest first; not the mere "+1". */
  readonly messages: readonly MessageId[]
  readonly reporter: PersonId
  /** Others of the same matter ("我家也是"), in the order in which they spoke. */
  readonly supporters: readonly PersonId[]
  /** One line for lists, at most 30 characters: place, thing, fault, duration. Never a name or a phone number. */
  readonly summary: string
  readonly category: Field<CategoryCode>
  readonly kind: Field<MatterKind>
  readonly place: Field<Place>
  readonly grid: Field<UnitCode | null>
  readonly urgency: Field<Urgency>
  readonly danger: Danger | null
  /** How the represented person is named when someone speaks for another. */
  readonly onBehalfOf: Field<string | null>
  readonly vulnerable: Field<boolean>
  /** First day of the problem, when said or computable. */
  readonly since: Field<Day | null>
  readonly confidential: Field<boolean>
  /** Said to be done, or taken back by who told it, within the stretch itself: nothing to register. */
  readonly settled: Field<boolean>
  /** Id of the open petition that a second reader takes it to say again; held against place and trade before it counts. */
  readonly repeats?: string
}
