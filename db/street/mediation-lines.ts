import { departmentCode } from '../../src/domain/ids.ts'
import type { MediationPolicy } from '../../src/domain/mediation/mediation-policy.ts'
import type { PolicyLines } from './policy-schema.ts'

/** The clock of a quarrel, as its policy's lines say it; nothing where none of them is written. */
export function mediationOf({
  meet_parties,
  sessions,
  hand_over,
  report_same_day_if,
  follow_up,
}: PolicyLines): { readonly mediation?: MediationPolicy } {
  if (!meet_parties && !sessions && !hand_over && !report_same_day_if && !follow_up) return {}
  return {
    mediation: {
      ...(meet_parties && { meetParties: meet_parties }),
      ...(sessions && { sessions: { atLeast: sessions.at_least, within: sessions.within } }),
      ...(hand_over && {
        handOver: {
          afterFailedSessions: hand_over.after_failed_sessions,
          within: hand_over.within,
          to: departmentCode(hand_over.to),
        },
      }),
      majorSameDay: report_same_day_if === 'major',
      followUp: follow_up ?? [],
    },
  }
}
