import type { Day } from '../../deadlines/limit.ts'
import type { CategoryCode, MessageId, PersonId } from '../../ids.ts'
import type { Danger, Urgency } from '../matter.ts'
import type { Place } from '../place.ts'

/** A value, and the words it was read from: they stand so in what was said. */
export interface Quoted<Value> {
  readonly value: Value
  readonly evidence: string
}

/** What a second reader says of single fields; null where it says nothing that holds: what we read ourselves stays. */
export interface Opinions {
  readonly category: Quoted<CategoryCode> | null
  /** As it was said; not yet held against the street's places. */
  readonly place: Quoted<Place> | null
}

/** What a second reader makes of one matter of a stretch. */
export interface Opinion extends Opinions {
  /** In the order of the stretch; at least one; none that was recalled. */
  readonly messages: readonly MessageId[]
  readonly reporter: PersonId | null
  readonly supporters: readonly PersonId[]
  readonly urgency: Quoted<Urgency> | null
  /** Said with an emergency. */
  readonly danger: Danger | null
  readonly onBehalfOf: Quoted<string | null> | null
  readonly vulnerable: Quoted<boolean> | null
  readonly since: Quoted<Day | null> | null
  /** Id of the open petition that it says again. */
  readonly repeats: string | null
}

/** How sure we are of what passed every check of ours. */
export const opinionConfidence = 0.85

/** The reason that staff see beside a field. */
export const because = (evidence: string): string => `大模型：${evidence}`
