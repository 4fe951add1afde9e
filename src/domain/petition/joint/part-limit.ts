import { deadline } from '../../deadlines/deadline.ts'
import { jointPolicyOf } from '../../street/policy.ts'
import type { Rulebook } from '../../street/rulebook.ts'
import type { Destination } from '../destination.ts'

interface PartLimit {
  readonly dueAt: Date
  readonly provisional: boolean
}

/** Until when an office has to do its part where nobody says it: by its own policy, and never after the lead's limit. */
export function partLimit(
  to: Destination,
  lead: { readonly resolveDueAt: Date; readonly provisional: boolean },
  at: Date,
  { policies, calendar }: Rulebook,
): PartLimit {
  const { limit, byDepartment } = jointPolicyOf(policies)
  const own = byDepartment[to.code] ?? limit
  const due = deadline(own, at, policies.officeHours, calendar)
  if (lead.resolveDueAt > at && lead.resolveDueAt < due.at)
    return { dueAt: lead.resolveDueAt, provisional: lead.provisional }
  return { dueAt: due.at, provisional: due.provisional }
}
