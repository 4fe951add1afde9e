import { unitCode } from '../../src/domain/ids.ts'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { JointPolicy, Policies, Policy } from '../../src/domain/street/policy.ts'
import { toAftercare } from './aftercare-schema.ts'
import { mediationOf } from './mediation-lines.ts'
import { type PolicyLines, plainly, policiesFile } from './policy-schema.ts'
import { toPressing } from './pressing-schema.ts'
import { toRetention } from './to-retention.ts'

/** Who there is in the street: a limit that nobody watches would be missed in silence. */
export interface Offices {
  readonly roles: ReadonlySet<string>
  readonly departments: ReadonlySet<string>
  /** Communities and villages; null: their file cannot be read. */
  readonly communities: ReadonlySet<string> | null
}

/** Where in `policies.yaml` something is wrong. */
export interface PolicyIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/**
 * What the street decides about time, from all that `policies.yaml` says. Refuses with every fault at once; with `offices`
 * also what nobody is there to watch or allow.
 */
export function judgePolicies(
  content: unknown,
  offices: Offices | null,
): Result<Policies, readonly PolicyIssue[]> {
  const read = policiesFile.safeParse(content, { error: plainly })
  if (!read.success) return no(read.error.issues)
  const unwatched = offices ? officeFaults(read.data, offices) : []
  return unwatched.length === 0 ? ok(toPolicies(read.data)) : no(unwatched)
}

function officeFaults(read: ReturnType<typeof policiesFile.parse>, offices: Offices) {
  const unheld = (role: string | undefined, path: PropertyKey[]) =>
    role === undefined || offices.roles.has(role)
      ? []
      : [{ path, message: `没有人担任 ${role}（staff.csv）` }]
  const ofJoint = [
    ...(read.joint?.escalate ?? []).flatMap(({ to }, i) =>
      unheld(to, ['joint', 'escalate', i, 'to']),
    ),
    ...Object.keys(read.joint?.by_department ?? {})
      .filter((code) => !offices.departments.has(code))
      .map((code) => ({
        path: ['joint', 'by_department', code],
        message: `没有编码为 ${code} 的部门（departments.csv）`,
      })),
  ]
  const ofPolicies = Object.entries(toPolicies(read).byName).flatMap(([name, { escalate }]) => {
    const { extension, hand_over } = read[name] as PolicyLines
    const gives = extension && extension.times > 0 ? extension.approved_by : undefined
    return [
      ...escalate.flatMap(({ to }, i) => unheld(to, [name, 'escalate', i, 'to'])),
      ...unheld(gives, [name, 'extension', 'approved_by']),
      ...(hand_over && !offices.departments.has(hand_over.to)
        ? [
            {
              path: [name, 'hand_over', 'to'],
              message: `没有编码为 ${hand_over.to} 的部门（departments.csv）`,
            },
          ]
        : []),
    ]
  })
  const ofPublicPage = (read.public_page ?? []).flatMap((code, i) =>
    code === 'all' || (offices.communities?.has(code) ?? true)
      ? []
      : [{ path: ['public_page', i], message: `没有编码为 ${code} 的社区或村（org_units.csv）` }],
  )
  return [...ofJoint, ...ofPolicies, ...ofPublicPage]
}

function toPolicies(read: ReturnType<typeof policiesFile.parse>): Policies {
  const {
    survey,
    quiet_hours,
    office_hours,
    place_answer_within,
    hot_spot,
    in_rooms,
    assessment,
    pings,
    urging,
    approval,
    joint,
    catalogue_learning,
    head_checks,
    callback,
    lasting,
    survey_notes,
    errands,
    retention,
    public_page,
    ...policies
  } = read
  const aftercare = toAftercare({ head_checks, callback, lasting, survey_notes })
  return {
    byName: Object.fromEntries(
      Object.entries(policies).map(([name, lines]) => [name, toPolicy(name, lines as PolicyLines)]),
    ),
    survey: {
      remindAfter: survey.remind_after,
      closeAfter: survey.close_after,
      reopenWithin: survey.reopen_within,
    },
    quietHours: quiet_hours,
    officeHours: office_hours,
    placeAnswerWithin: place_answer_within,
    ...toPressing(read),
    ...(hot_spot && {
      hotSpot: {
        petitions: hot_spot.petitions,
        households: hot_spot.households,
        withinHours: hot_spot.within_hours,
      },
    }),
    ...(in_rooms && {
      inRooms: { greetsNewcomers: in_rooms.greet_newcomers, asksToRepeat: in_rooms.ask_to_repeat },
    }),
    ...(joint && { joint: toJointPolicy(joint) }),
    ...(catalogue_learning && {
      catalogueLearning: {
        petitions: catalogue_learning.petitions,
        withinDays: catalogue_learning.within_days,
      },
    }),
    ...(aftercare && { aftercare }),
    ...(errands && { errands }),
    ...(assessment && {
      assessment: {
        response: assessment.response,
        onTime: assessment.on_time,
        resolution: assessment.resolution,
        satisfaction: assessment.satisfaction,
        notReturned: assessment.not_returned,
        notRepeated: assessment.not_repeated,
      },
    }),
    ...(retention && { retention: toRetention(retention) }),
    ...(public_page?.length && {
      publicPages: public_page.includes('all') ? 'all' : public_page.map(unitCode),
    }),
  }
}

const toJointPolicy = (
  lines: NonNullable<ReturnType<typeof policiesFile.parse>['joint']>,
): JointPolicy => ({
  limit: lines.limit,
  byDepartment: lines.by_department,
  remindAt: lines.remind_at,
  escalate: lines.escalate,
  concludeWithin: lines.conclude_within,
})

const whenOf = ({ urgent, emergency }: NonNullable<PolicyLines['when']>) => ({
  ...(urgent !== undefined && { urgent }),
  ...(emergency !== undefined && { emergency }),
})

const toPolicy = (name: string, lines: PolicyLines): Policy => ({
  name,
  ...(lines.source !== undefined && { source: lines.source }),
  ...(lines.when && { when: whenOf(lines.when) }),
  aroundTheClock: lines.around_the_clock,
  accept: lines.accept,
  resolve: lines.resolve,
  remindAt: lines.remind_at,
  escalate: lines.escalate,
  extension: lines.extension
    ? {
        times: lines.extension.times,
        atMost: lines.extension.at_most ?? lines.resolve,
        approvedBy: lines.extension.approved_by,
      }
    : null,
  ...mediationOf(lines),
})
