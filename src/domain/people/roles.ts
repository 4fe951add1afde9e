import type { DepartmentCode, PersonId, UnitCode } from '../ids.ts'
import type { ChannelName } from './channel-name.ts'

/** Offices that people of the street hold, as written in `staff.csv`. */
export const staffRoles = [
  'grid_worker', // 网格员
  'household_head', // 户长
  'community_dispatcher', // 社区调度员（综治专干）
  'community_manager', // 社区书记/主任
  'department_officer', // 站办所、物业、公用企业承办人
  'mediator', // 调解员
  'street_dispatcher', // 街道调度员
  'street_supervisor', // 街道督办员
  'street_leader', // 街道领导
] as const
export type StaffRole = (typeof staffRoles)[number]

/** Offices that stand above who handles a petition, the lowest first. */
export const rolesAbove = [
  'community_dispatcher',
  'community_manager',
  'street_dispatcher',
  'street_supervisor',
  'street_leader',
] as const satisfies readonly StaffRole[]

export interface Staff {
  readonly id: PersonId
  readonly name: string
  readonly role: StaffRole
  readonly unit: UnitCode
  readonly department: DepartmentCode | null
  readonly phone: string
  /** The person's account on each platform. */
  readonly accounts: Readonly<Partial<Record<ChannelName, string>>>
}

/** Who does something: a person with the office they hold, if any, or the clock. */
export type Actor =
  | { readonly kind: 'person'; readonly id: PersonId; readonly staff: Staff | null }
  | { readonly kind: 'clock' }

export const theClock: Actor = { kind: 'clock' }
