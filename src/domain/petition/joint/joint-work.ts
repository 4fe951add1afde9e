import type { MediaId, PersonId } from '../../ids.ts'
import type { Destination } from '../destination.ts'

/** What one office owes to a petition that another one leads (协办任务). */
export interface JointPart {
  /** Counts within the petition since it was last opened; never given twice. */
  readonly id: number
  readonly to: Destination
  /** What is asked of them, as it was said; '' where only their presence is (吹哨). */
  readonly task: string
  /** The petition cannot be resolved without it. */
  readonly required: boolean
  /** Whether they are called to be there. */
  readonly isCall: boolean
  /** null: the catalogue names them. */
  readonly askedBy: PersonId | null
  readonly askedAt: Date
  readonly dueAt: Date
  readonly provisional: boolean
  readonly state: 'open' | 'done' | 'released'
  /** When they said that they have it, or came. */
  readonly takenAt?: Date
  /** They object; those above release them, or ask again: then they cannot send it back. */
  readonly sentBack?: { readonly reason: string; readonly sentBackAt: Date }
  readonly designated?: true
  readonly result?: string
  readonly photos?: readonly MediaId[]
  readonly endedAt?: Date
}

/** 吹哨: those who are called come to the place, and it ends with what they agreed on. */
export interface Call {
  readonly meetAt: Date
  /** As it was said; '' at the petition's own place. */
  readonly place: string
  readonly calledBy: PersonId | null
  readonly calledAt: Date
  readonly conclusion?: string
  readonly concludedAt?: Date
}

/** What others than the lead do for a petition in hand. Old records have none. */
export interface JointWork {
  readonly parts: readonly JointPart[]
  readonly call?: Call
}

/** Whether anybody beside the lead has a part in it. */
export const isShared = (joint: JointWork | undefined): boolean =>
  joint?.parts.some(({ state }) => state !== 'released') ?? false

/** Parts that are still owed. */
export const openParts = (joint: JointWork | undefined): readonly JointPart[] =>
  joint?.parts.filter(({ state }) => state === 'open') ?? []

/** What must be done before the lead can resolve. */
export const owedParts = (joint: JointWork | undefined): readonly JointPart[] =>
  openParts(joint).filter(({ required }) => required)

/** A call that has not come to its end. */
export const openCall = (joint: JointWork | undefined): Call | null =>
  joint?.call && joint.call.concludedAt === undefined ? joint.call : null
