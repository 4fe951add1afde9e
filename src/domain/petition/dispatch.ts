import { deadline } from '../deadlines/deadline.ts'
import type { UnitCode } from '../ids.ts'
import type { Policy } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Dispatch } from './event.ts'
import type { Destination, Facts } from './petition.ts'

/**
 * The policy whose limits hold for a petition: its category's, or what that names for urgent matters and
 * emergencies. Throws for a policy that the rulebook lacks: reading the street files rules that out.
 */
export function policyOf(
  { category, urgency }: Pick<Facts, 'category' | 'urgency'>,
  book: Rulebook,
): Policy {
  const own = book.categories.find(({ code }) => code === category)?.policy ?? 'standard'
  const said = urgency === 'normal' ? own : book.policies.byName[own]?.when?.[urgency]
  const name = said ?? usualFor(own, urgency)
  const policy = book.policies.byName[name] ?? book.policies.byName[own]
  if (!policy) throw new Error(`rulebook ${book.version} has no policy ${own}`)
  return policy
}

/** Where a policy does not say it: a quarrel keeps its own clock, however urgent. */
const usualFor = (own: string, urgency: Facts['urgency']): string =>
  urgency === 'emergency'
    ? 'emergency'
    : urgency === 'urgent' && own !== 'mediation' && own !== 'emergency'
      ? 'urgent'
      : own

/** Sends a petition somewhere, with fresh limits counted from `at`; `resolveDue` keeps a final limit already promised. */
export function dispatchTo(
  to: Destination,
  because: string,
  facts: Pick<Facts, 'category' | 'urgency'>,
  at: Date,
  book: Rulebook,
  promised?: { readonly resolveDueAt: Date; readonly provisional: boolean },
): Dispatch {
  const policy = policyOf(facts, book)
  const accept = deadline(policy.accept, at, book.policies.officeHours, book.calendar)
  const resolve = deadline(policy.resolve, at, book.policies.officeHours, book.calendar)
  return {
    to,
    because,
    acceptDueAt: accept.at,
    resolveDueAt: promised?.resolveDueAt ?? resolve.at,
    provisional: accept.provisional || (promised ?? resolve).provisional,
    ...(policy.source !== undefined && { limitSource: policy.source }),
  }
}

/** Where a name or code said by staff points to, e.g. 城管, CG, 幸福里社区, QS-XF-02; null when nobody we know. */
export function destinationOf(code: string, book: Rulebook): Destination | null {
  const department = book.departments.find((d) => d.code === code)
  if (department) return { kind: 'department', code: department.code }
  const unit = book.units.find((u) => u.code === code)
  if (!unit) return null
  switch (unit.kind) {
    case 'grid':
    case 'street':
      return { kind: unit.kind, code: unit.code }
    case 'community':
    case 'village':
      return { kind: 'community', code: unit.code }
    case 'household_group':
      return parentGrid(unit.parent, book)
  }
}

const parentGrid = (code: UnitCode | null, book: Rulebook): Destination | null =>
  code === null ? null : destinationOf(code, book)
