import type { Day } from '../deadlines/limit.ts'
import type { DepartmentCode, PersonId, UnitCode } from '../ids.ts'
import type { OtherWay } from '../petition/elsewhere.ts'
import type { MatterKind } from '../street/rulebook.ts'

/** The two sides of a quarrel: who brought it, and the other one. */
export const sides = ['applicant', 'respondent'] as const
export type Side = (typeof sides)[number]

/** Whether a side wants mediation: nobody can be made to (《人民调解法》第17条). */
interface Consent {
  readonly agrees: boolean
  readonly saidAt: Date
}

/** When and where the parties meet next. */
export interface Appointment {
  readonly heldAt: Date
  readonly place: string
}

/** One sitting (调解), as its record says. */
export interface Session {
  readonly heldAt: Date
  /** '' where nobody said it. */
  readonly place: string
  readonly mediator: PersonId
  readonly outcome: 'settled' | 'failed' | 'adjourned'
  readonly record: string
}

export interface Agreement {
  readonly content: string
  /** The last day on which it is to be performed; null: not said. */
  readonly performBy: Day | null
  /** Said and noted down, not signed (《人民调解法》第28条). */
  readonly oral: boolean
  readonly mediator: PersonId
  /** The newest word on whether it was kept. */
  readonly performance?: { readonly kept: boolean; readonly text: string; readonly saidAt: Date }
  /** What the parties decided about a court's confirmation (司法确认). */
  readonly confirmation?: { readonly applied: boolean; readonly saidAt: Date }
}

export type MediationEnd =
  | { readonly kind: 'settled'; readonly endedAt: Date; readonly agreement: Agreement }
  /** The routes (诉讼、仲裁、行政) were told (《人民调解法》第26条). */
  | { readonly kind: 'failed'; readonly endedAt: Date; readonly reason: string }
  /** A court or an office has it, under its own number. */
  | {
      readonly kind: 'inProcedure'
      readonly endedAt: Date
      readonly way: OtherWay
      readonly reference: string
    }

/** How far a quarrel (矛盾纠纷) has been mediated in this round. */
export interface Mediation {
  /** Its limits are counted from here. */
  readonly openedAt: Date
  readonly consents: Readonly<Partial<Record<Side, Consent>>>
  /** How the mediator calls the other side; who brought it is the petition's reporter. Never said in a letter. */
  readonly others: readonly string[]
  readonly met?: { readonly metAt: Date; readonly text: string }
  readonly appointment?: Appointment
  readonly sessions: readonly Session[]
  readonly major?: { readonly reason: string; readonly foundAt: Date }
  /** `closedOffAt` (销号): the centre registered it, and who had it is rid of it. */
  readonly handedOver?: {
    /** The code of who had it. */
    readonly from: UnitCode | DepartmentCode
    readonly handedAt: Date
    readonly closedOffAt?: Date
  }
  /** It was handed over and came back: what is owed is counted from then. */
  readonly cameBackAt?: Date
  readonly end?: MediationEnd
  /** What was asked or seen after a settlement. */
  readonly followUps: readonly FollowUp[]
}

export interface FollowUp {
  readonly by: 'message' | 'visit'
  readonly text: string
  readonly askedAt: Date
}

export const isQuarrel = ({ kind }: { readonly kind: MatterKind }): boolean => kind === 'dispute'

export const begun = (openedAt: Date): Mediation => ({
  openedAt,
  consents: {},
  others: [],
  sessions: [],
  followUps: [],
})

export const bothAgree = ({ consents }: Mediation): boolean =>
  sides.every((side) => consents[side]?.agrees)

export const somebodyRefuses = ({ consents }: Mediation): boolean =>
  sides.some((side) => consents[side]?.agrees === false)

export const failures = ({ sessions }: Mediation): readonly Session[] =>
  sessions.filter(({ outcome }) => outcome === 'failed')
