import type { DepartmentCode, UnitCode } from '../ids.ts'

/** Where a petition goes: a grid, a community office, the street office, or a department. */
export type Destination =
  | { readonly kind: 'grid' | 'community' | 'street'; readonly code: UnitCode }
  | { readonly kind: 'department'; readonly code: DepartmentCode }

export const sameDestination = (a: Destination, b: Destination): boolean =>
  a.kind === b.kind && a.code === b.code
