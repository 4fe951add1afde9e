import type { StaffRole } from '../people/roles.ts'

const everybody = [
  ...['grid_worker', 'household_head', 'community_dispatcher', 'community_manager'],
  ...['department_officer', 'mediator', 'street_dispatcher', 'street_supervisor', 'street_leader'],
] as const satisfies readonly StaffRole[]

const above = [
  ...['community_dispatcher', 'community_manager'],
  ...['street_dispatcher', 'street_supervisor', 'street_leader'],
] as const satisfies readonly StaffRole[]

/**
 * Parts of the console, and the offices that may enter them. What of the petitions they see there is a matter of `lookOf`
 * and of their unit.
 */
export const areas = {
  /** Lists and pages of petitions, and one's own sessions. */
  work: everybody,
  /** What household heads do for neighbours (代办). */
  errands: ['grid_worker', 'household_head', 'community_dispatcher', 'community_manager'],
  /** Sending many petitions at once. */
  dispatch: ['community_dispatcher', 'community_manager', 'street_dispatcher'],
  /** Numbers, charts and reports. */
  figures: above,
  /** What the street has agreed on, who is who, and who is signed in. */
  settings: ['street_dispatcher'],
  /** How the machine is doing. */
  operation: ['street_dispatcher'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>
export type Area = keyof typeof areas

export const mayEnter = (role: StaffRole, area: Area): boolean =>
  (areas[area] as readonly StaffRole[]).includes(role)
