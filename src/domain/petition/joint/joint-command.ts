import type { Limit } from '../../deadlines/limit.ts'
import type { MediaId } from '../../ids.ts'
import type { StaffRole } from '../../people/roles.ts'
import type { Destination } from '../destination.ts'

/** One office's part, as it is asked for; `dueAt`: null where the policy says it. */
export interface AskedPart {
  readonly to: Destination
  readonly task: string
  readonly dueAt: Date | null
}

/** What somebody, or the clock, wants done with the joint work of a petition. */
export type JointCommand =
  // those above
  | {
      readonly kind: 'askAssist'
      readonly parts: readonly AskedPart[]
      readonly required: boolean
      /** 吹哨: they are to come; `meetAt`: null where no time is said. */
      readonly call: { readonly meetAt: Date | null; readonly place: string } | null
    }
  /** `to`: empty for all that is open. */
  | {
      readonly kind: 'releaseAssist'
      readonly to: readonly Destination[]
      readonly reason: string
    }
  /** `parts`: what each has to do from now on. */
  | {
      readonly kind: 'concludeCall'
      readonly text: string
      readonly parts: readonly AskedPart[]
    }
  // who assists
  /** `came`: they say that they are there; to have read a call is not to come. */
  | { readonly kind: 'takePart'; readonly came: boolean }
  | {
      readonly kind: 'finishPart'
      readonly result: string
      readonly photos: readonly MediaId[]
    }
  | { readonly kind: 'refusePart'; readonly reason: string }
  // the clock
  | { readonly kind: 'remindPart'; readonly part: number; readonly share: number }
  | {
      readonly kind: 'escalatePart'
      readonly part: number
      readonly after: Limit
      readonly to: StaffRole
    }
  | { readonly kind: 'watchCall' }

/** Those that the clock gives. */
export type JointTimerCommand = Extract<
  JointCommand,
  { kind: 'remindPart' | 'escalatePart' | 'watchCall' }
>
