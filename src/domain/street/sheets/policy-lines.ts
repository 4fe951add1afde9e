import type { Limit } from '../../deadlines/limit.ts'
import type { Escalation, Policies, Policy } from '../policy.ts'
import { manners, policyColumns, toCell } from './policy-cells.ts'
import type { Cells } from './sheet.ts'

/** A rulebook's policies as the lines of two tables: limits by name, and everything else, one item a line. */
export function policyLines(policies: Policies): {
  readonly policies: readonly Cells[]
  readonly manners: readonly Cells[]
} {
  const others = othersOf(policies)
  return {
    policies: Object.values(policies.byName).map((policy) => {
      const lines = linesOf(policy)
      const cells = Object.entries(policyColumns).map(
        ([column, { path, kind }]) => [column, toCell(at(lines, path), kind)] as const,
      )
      return { name: policy.name, ...Object.fromEntries(cells) }
    }),
    manners: manners.map(({ item, path, kind }) => ({
      item,
      value: toCell(at(others, path), kind),
    })),
  }
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, key) => (within as Record<string, unknown> | undefined)?.[key],
    value,
  )

const units = {
  minutes: 'm',
  hours: 'h',
  workingHours: 'wh',
  days: 'd',
  workingDays: 'wd',
} as const

/** `4wh` */
const text = ({ amount, unit }: Limit): string => `${amount}${units[unit]}`
const maybe = (limit: Limit | undefined) => limit && text(limit)
const steps = (escalate: readonly Escalation[]) =>
  escalate.map(({ after, to }) => ({ after: text(after), to }))

function linesOf(policy: Policy) {
  const { extension, mediation } = policy
  return {
    source: policy.source,
    accept: text(policy.accept),
    resolve: text(policy.resolve),
    around_the_clock: policy.aroundTheClock,
    remind_at: policy.remindAt,
    escalate: steps(policy.escalate),
    when: policy.when,
    extension: extension && {
      times: extension.times,
      at_most: text(extension.atMost),
      approved_by: extension.approvedBy,
    },
    meet_parties: maybe(mediation?.meetParties),
    sessions: mediation?.sessions && {
      at_least: mediation.sessions.atLeast,
      within: text(mediation.sessions.within),
    },
    hand_over: mediation?.handOver && {
      after_failed_sessions: mediation.handOver.afterFailedSessions,
      within: text(mediation.handOver.within),
      to: mediation.handOver.to,
    },
    report_same_day_if: mediation?.majorSameDay ? 'major' : undefined,
    follow_up: mediation?.followUp.map(({ after, by }) => ({ after: text(after), by })),
  }
}

const alwaysWords = {
  negative: 'negative',
  unratedEmergency: 'unrated_emergency',
  doubted: 'doubted',
}

function othersOf(policies: Policies) {
  const { survey, pings, urging, approval, hotSpot, inRooms, joint, assessment } = policies
  const { catalogueLearning, aftercare, errands, retention } = policies
  return {
    survey: {
      remind_after: text(survey.remindAfter),
      close_after: text(survey.closeAfter),
      reopen_within: text(survey.reopenWithin),
    },
    quiet_hours: policies.quietHours,
    office_hours: policies.officeHours,
    place_answer_within: text(policies.placeAnswerWithin),
    pings: pings && { per_day: pings.perDay, digest_at: pings.digestAt, brief_at: pings.briefAt },
    urging: urging && { within: text(urging.within) },
    approval: approval && {
      press_after: text(approval.pressAfter),
      raise_after: text(approval.raiseAfter),
    },
    hot_spot: hotSpot && {
      petitions: hotSpot.petitions,
      households: hotSpot.households,
      within_hours: hotSpot.withinHours,
    },
    in_rooms: inRooms && {
      greet_newcomers: inRooms.greetsNewcomers,
      ask_to_repeat: inRooms.asksToRepeat,
    },
    joint: joint && {
      limit: text(joint.limit),
      by_department: Object.fromEntries(
        Object.entries(joint.byDepartment).map(([code, limit]) => [code, text(limit)]),
      ),
      remind_at: joint.remindAt,
      escalate: steps(joint.escalate),
      conclude_within: text(joint.concludeWithin),
    },
    catalogue_learning: catalogueLearning && {
      petitions: catalogueLearning.petitions,
      within_days: catalogueLearning.withinDays,
    },
    ...(aftercare && {
      head_checks: aftercare.headChecks,
      callback: {
        share: aftercare.callBack.share,
        within: text(aftercare.callBack.within),
        always: aftercare.callBack.always.map((reason) => alwaysWords[reason]),
      },
      lasting: {
        after: text(aftercare.lasting.after),
        answer_within: text(aftercare.lasting.answerWithin),
        of: aftercare.lasting.of,
        categories: aftercare.lasting.categories,
      },
      survey_notes: { before: text(aftercare.noteBefore), within: text(aftercare.noteWithin) },
    }),
    errands: errands && {
      accept: text(errands.accept),
      done: text(errands.done),
      answer: text(errands.answer),
      source: errands.source,
    },
    assessment: assessment && {
      response: assessment.response,
      on_time: assessment.onTime,
      resolution: assessment.resolution,
      satisfaction: assessment.satisfaction,
      not_returned: assessment.notReturned,
      not_repeated: assessment.notRepeated,
    },
    public_page: policies.publicPages === 'all' ? ['all'] : policies.publicPages,
    retention: Object.fromEntries(
      Object.entries(retention ?? {}).map(([of, keep]) => [
        of === 'closedPetitions' ? 'closed_petitions' : of,
        { keep: text(keep.for), source: keep.source },
      ]),
    ),
  }
}
