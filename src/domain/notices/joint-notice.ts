import type { MediaId } from '../ids.ts'
import type { StaffRole } from '../people/roles.ts'

/** What whoever did something with joint work is told. */
export type JointAnswer =
  | 'assistAsked'
  | 'assistReleased'
  | 'partTaken'
  | 'partFinished'
  | 'partRefused'
  | 'callConcluded'
  | 'partNoted'

/** Where and when those who are called meet. */
export interface MeetingFacts {
  readonly meetAt: Date
  /** '' where it is the petition's own place. */
  readonly place: string
}

/** Facts of joint work that must be said; `brief` stands beside them. */
export type JointNotice =
  // to petitioners
  /** Several offices are at it, and one of them leads. */
  | { readonly kind: 'jointBegun' }
  // to who assists
  | {
      readonly kind: 'partTask'
      readonly why: 'new' | 'changed' | 'insisted'
      readonly task: string
      readonly dueAt: Date
      readonly required: boolean
      readonly meeting: MeetingFacts | null
      /** What residents said; empty where it might give somebody away. */
      readonly words: readonly string[]
      readonly photos: readonly MediaId[]
      readonly confidential: boolean
    }
  | {
      readonly kind: 'partEnded'
      readonly task: string
      readonly why: 'released' | 'resolved' | 'over'
      readonly reason: string
    }
  | {
      readonly kind: 'partReminded'
      readonly task: string
      readonly dueAt: Date
      readonly meeting: MeetingFacts | null
    }
  // to who assists, who leads and those above
  | {
      readonly kind: 'partEscalated'
      readonly who: string
      readonly task: string
      readonly dueAt: Date
      readonly isCall: boolean
      readonly to: StaffRole
    }
  | { readonly kind: 'callConcluded'; readonly text: string; readonly absent: readonly string[] }
  // to who leads and who asked
  | {
      readonly kind: 'partNews'
      readonly what:
        | 'asked'
        | 'released'
        | 'attended'
        | 'finished'
        | 'refused'
        | 'noted'
        | 'helpAsked'
      readonly who: readonly string[]
      readonly text: string
      readonly photos: readonly MediaId[]
      /** Who still owes a part. */
      readonly left: readonly string[]
    }
  | { readonly kind: 'callOpen'; readonly meetAt: Date }
