import type { AftercarePolicy } from '../aftercare/policy.ts'
import type { DailyHours, Limit } from '../deadlines/limit.ts'
import type { ErrandPolicy } from '../errands/errand-policy.ts'
import type { UnitCode } from '../ids.ts'
import type { MediationPolicy } from '../mediation/mediation-policy.ts'
import type { StaffRole } from '../people/roles.ts'
import type { RetentionPolicy } from '../rights/retention.ts'
import type { PressingPolicies } from './pressing-policy.ts'

/** Who is told that a limit was missed, and how long after it. */
export interface Escalation {
  readonly after: Limit
  readonly to: StaffRole
}

/** The limits of one kind of matter, by its name in `policies.yaml`. */
export interface Policy {
  readonly name: string
  /** Where the limits are written, as people would cite it; absent: nowhere but here. */
  readonly source?: string
  /** The policies that hold instead for what is more urgent; absent: those called `urgent` and `emergency`. */
  readonly when?: Readonly<Partial<Record<'urgent' | 'emergency', string>>>
  /** Limits run day and night, and staff are told at any hour. */
  readonly aroundTheClock: boolean
  readonly accept: Limit
  readonly resolve: Limit
  /** Reminders, as fractions of the time between assignment and due time. */
  readonly remindAt: readonly number[]
  readonly escalate: readonly Escalation[]
  /** null: as usual. */
  readonly extension: ExtensionPolicy | null
  /** A quarrel's own clock; absent where the policy is none for quarrels, and in old rulebooks. */
  readonly mediation?: MediationPolicy
}

/** More time to resolve: how often, how much at once, and the lowest office that may allow it. */
export interface ExtensionPolicy {
  /** 0: never. */
  readonly times: number
  readonly atMost: Limit
  readonly approvedBy: StaffRole
}

/** Where a street says nothing else: once, by as much as the limit itself, allowed by the street. */
export const extensionOf = ({ extension, resolve }: Policy): ExtensionPolicy =>
  extension ?? { times: 1, atMost: resolve, approvedBy: 'street_dispatcher' }

export interface SurveyPolicy {
  readonly remindAfter: Limit
  /** Unanswered for so long: closed as unrated. */
  readonly closeAfter: Limit
  /** 'Not solved' reopens the same petition within this time after it was closed. */
  readonly reopenWithin: Limit
}

/** When similar petitions of one grid are a hot spot: so many of them, or of households, within so many hours. */
export interface HotSpotPolicy {
  readonly petitions: number
  readonly households: number
  readonly withinHours: number
}

/** Also that of rulebooks which were kept before there were hot spots. */
const usualHotSpot: HotSpotPolicy = { petitions: 5, households: 8, withinHours: 72 }
export const hotSpotPolicyOf = ({ hotSpot }: Policies): HotSpotPolicy => hotSpot ?? usualHotSpot

/** What we say in groups unasked. */
export interface RoomPolicy {
  /** Who is new in a group is greeted there, with what we do and do not. */
  readonly greetsNewcomers: boolean
  /** A busy group that we could not hear for a while is asked to say it again. */
  readonly asksToRepeat: boolean
}

const usualInRooms: RoomPolicy = { greetsNewcomers: true, asksToRepeat: false }
export const roomPolicyOf = ({ inRooms }: Policies): RoomPolicy => inRooms ?? usualInRooms

/** What each part of the 100-point assessment weighs; together 100. */
export interface AssessmentPolicy {
  readonly response: number
  readonly onTime: number
  readonly resolution: number
  readonly satisfaction: number
  readonly notReturned: number
  readonly notRepeated: number
}

/** Also that of rulebooks which were kept before there was an assessment. */
const usualAssessment: AssessmentPolicy = {
  response: 20,
  onTime: 20,
  resolution: 25,
  satisfaction: 20,
  notReturned: 10,
  notRepeated: 5,
}
export const assessmentPolicyOf = ({ assessment }: Policies): AssessmentPolicy =>
  assessment ?? usualAssessment

/** 协办: what holds for parts of joint work, beside the limits of the petition itself. */
export interface JointPolicy {
  /** For an office that `byDepartment` does not name. */
  readonly limit: Limit
  readonly byDepartment: Readonly<Record<string, Limit>>
  readonly remindAt: readonly number[]
  readonly escalate: readonly Escalation[]
  /** How long after the meeting of a call its conclusion is asked for. */
  readonly concludeWithin: Limit
}

/** Also that of rulebooks which were kept before there was joint work. */
const usualJoint: JointPolicy = {
  limit: { amount: 3, unit: 'workingDays' },
  byDepartment: {},
  remindAt: [0.5],
  escalate: [
    { after: { amount: 0, unit: 'minutes' }, to: 'community_dispatcher' },
    { after: { amount: 1, unit: 'workingDays' }, to: 'street_supervisor' },
  ],
  concludeWithin: { amount: 1, unit: 'workingDays' },
}
export const jointPolicyOf = ({ joint }: Policies): JointPolicy => joint ?? usualJoint

/** When returns of one kind are worth a proposal for the catalogue: so many, within so many days. */
export interface LearningPolicy {
  readonly petitions: number
  readonly withinDays: number
}

const usualLearning: LearningPolicy = { petitions: 3, withinDays: 180 }
export const learningPolicyOf = ({ catalogueLearning }: Policies): LearningPolicy =>
  catalogueLearning ?? usualLearning

/** Everything the street decides about time and manners. */
export interface Policies extends PressingPolicies {
  readonly byName: Readonly<Record<string, Policy>>
  readonly survey: SurveyPolicy
  /** Nothing but emergencies and direct answers is sent to people in these hours. */
  readonly quietHours: DailyHours
  /** When an office is open on a working day; working hours are counted in these. */
  readonly officeHours: readonly DailyHours[]
  /** How long we wait for an answer to "where is it?" before people dispatch without it. */
  readonly placeAnswerWithin: Limit
  readonly hotSpot?: HotSpotPolicy
  readonly inRooms?: RoomPolicy
  readonly assessment?: AssessmentPolicy
  readonly joint?: JointPolicy
  readonly catalogueLearning?: LearningPolicy
  readonly aftercare?: AftercarePolicy
  readonly errands?: ErrandPolicy
  readonly retention?: Partial<RetentionPolicy>
  /** Communities that show everybody what became of petitions; absent: none does. */
  readonly publicPages?: 'all' | readonly UnitCode[]
}
