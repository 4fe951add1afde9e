import type { Limit } from '../../deadlines/limit.ts'
import type { MediaId } from '../../ids.ts'
import type { StaffRole } from '../../people/roles.ts'
import type { Destination } from '../destination.ts'
import type { Call, JointPart } from './joint-work.ts'

/** Whose part something happened to. */
export interface OfPart {
  readonly part: number
  readonly to: Destination
}

/** What happened to the joint work of a petition. */
export type JointHappening =
  /** `parts`: as they stand from now on, new ones and those asked for anew. */
  | {
      readonly kind: 'assistAsked'
      readonly parts: readonly JointPart[]
      readonly call: Call | null
    }
  | {
      readonly kind: 'assistReleased'
      readonly parts: readonly OfPart[]
      readonly reason: string
    }
  /** `attended`: they came when they were called. */
  | ({ readonly kind: 'partTaken'; readonly attended: boolean } & OfPart)
  | ({
      readonly kind: 'partFinished'
      readonly result: string
      readonly photos: readonly MediaId[]
      readonly inTime: boolean
    } & OfPart)
  | ({ readonly kind: 'partRefused'; readonly reason: string } & OfPart)
  | {
      readonly kind: 'callConcluded'
      readonly text: string
      /** Who was called and did not come. */
      readonly absent: readonly OfPart[]
      readonly parts: readonly JointPart[]
    }
  | ({ readonly kind: 'partReminded'; readonly share: number } & OfPart)
  | ({
      readonly kind: 'partEscalated'
      readonly after: Limit
      readonly above: StaffRole
    } & OfPart)
  | { readonly kind: 'callWatched' }
