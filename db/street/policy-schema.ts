import { z } from 'zod'
import type { DailyHours, Limit } from '../../src/domain/deadlines/limit.ts'
import { rolesAbove, staffRoles } from '../../src/domain/people/roles.ts'
import type { Policy } from '../../src/domain/street/policy.ts'
import { aftercareFile } from './aftercare-schema.ts'
import { errandLines } from './errand-schema.ts'
import { checkPings, pressingLines } from './pressing-schema.ts'
import { duration, time } from './times.ts'
import { retentionLines } from './to-retention.ts'

const hours = z.strictObject({ from: time, to: time })

const role = z.enum(staffRoles, {
  error: ({ input }) => `“${input}”不是职务，只能是：${staffRoles.join('、')}`,
})

const roleAbove = z.enum(rolesAbove, {
  error: ({ input }) => `“${input}”不能批准延期，只能是承办人以上的职务：${rolesAbove.join('、')}`,
})

const fraction = z
  .number({ error: '应为 0 和 1 之间的小数' })
  .gt(0, '应大于 0')
  .lt(1, '应小于 1，1 就是到期那一刻，由 escalate 管')

const yesNo = z.boolean({ error: '只能是 true 或 false' })

/** What is late is never left to itself, whatever a street writes. */
const usualEscalation = [
  { after: { amount: 0, unit: 'minutes' }, to: 'community_dispatcher' },
] satisfies Policy['escalate']

const policyLines = z.strictObject({
  source: z.string({ error: '应为文字，写清依据哪份文件哪一条' }).trim().min(1).max(120).optional(),
  when: z
    .strictObject({ urgent: z.string().optional(), emergency: z.string().optional() })
    .optional(),
  around_the_clock: yesNo.default(false),
  accept: duration,
  resolve: duration,
  remind_at: z.array(fraction).default([]),
  escalate: z.array(z.strictObject({ after: duration, to: role })).default(usualEscalation),
  extension: z
    .strictObject({
      times: z.int().min(0).max(9).default(1),
      at_most: duration.optional(),
      approved_by: roleAbove.default('street_dispatcher'),
    })
    .optional(),
  meet_parties: duration.optional(),
  sessions: z.strictObject({ at_least: z.int().min(1), within: duration }).optional(),
  hand_over: z
    .strictObject({ after_failed_sessions: z.int().min(1), within: duration, to: z.string() })
    .optional(),
  report_same_day_if: z.enum(['major'], { error: '只能是 major（重大疑难）' }).optional(),
  follow_up: z
    .array(z.strictObject({ after: duration, by: z.enum(['message', 'visit']) }))
    .optional(),
})

/** About how many hours pass; working hours and days are taken with the nights and weekends around them. */
const roughly = ({ amount, unit }: Limit): number =>
  amount * { minutes: 1 / 60, hours: 1, workingHours: 3, days: 24, workingDays: 24 }[unit]

const ascending = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0))

/** What each line may say by itself, but not beside the others. */
const policy = policyLines.superRefine((lines, context) => {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (roughly(lines.accept) > roughly(lines.resolve))
    fault('accept', '签收时限比办结时限（resolve）还长')
  if (!ascending(lines.remind_at)) fault('remind_at', '应从小到大写，不能重复')
  if (lines.escalate.length === 0) fault('escalate', '至少写一级：超期了谁也不知道，就没有人催')
  if (!ascending(lines.escalate.map(({ after }) => 1 + roughly(after))))
    fault('escalate', '各级的 after 应一级比一级晚')
})

/** Offices are open from nine to five with a break at noon where a street says nothing else. */
const usualOfficeHours: readonly DailyHours[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]

const officeHours = z
  .array(hours)
  .min(1, '至少写一段上班时间')
  .refine((spans) => spans.every(({ from, to }) => from < to), 'from 应早于 to')
  .refine(
    (spans) => spans.every(({ from }, i) => from >= (spans[i - 1]?.to ?? from)),
    '各段应从早到晚写，不能重叠',
  )

const weight = z.int().min(0).max(100)

const assessment = z
  .strictObject({
    response: weight,
    on_time: weight,
    resolution: weight,
    satisfaction: weight,
    not_returned: weight,
    not_repeated: weight,
  })
  .superRefine((weights, { addIssue }) => {
    const sum = Object.values(weights).reduce((a, b) => a + b, 0)
    if (sum !== 100)
      addIssue({ code: 'custom', message: `六项相加应为 100，现在是 ${sum}`, input: weights })
  })

const jointLines = z
  .strictObject({
    limit: duration,
    by_department: z.record(z.string(), duration).default({}),
    remind_at: z.array(fraction).default([]),
    escalate: z.array(z.strictObject({ after: duration, to: role })).default([]),
    conclude_within: duration.default({ amount: 1, unit: 'workingDays' }),
  })
  .superRefine((lines, { addIssue }) => {
    if (!ascending(lines.remind_at))
      addIssue({
        code: 'custom',
        path: ['remind_at'],
        message: '应从小到大写，不能重复',
        input: lines,
      })
    if (!ascending(lines.escalate.map(({ after }) => 1 + roughly(after))))
      addIssue({
        ...{ code: 'custom', path: ['escalate'], input: lines },
        message: '各级的 after 应一级比一级晚',
      })
  })
/** What `policies.yaml` may say; every other key on the first level is the name of a policy. */
export const policiesFile = z
  .object({
    survey: z.strictObject({
      send_after: duration.optional(),
      remind_after: duration,
      close_after: duration,
      reopen_within: duration,
    }),
    quiet_hours: hours,
    office_hours: officeHours.default([...usualOfficeHours]),
    hot_spot: z
      .strictObject({
        petitions: z.int().min(2).max(500),
        households: z.int().min(2).max(500),
        within_hours: z.int().min(1).max(720),
      })
      .optional(),
    in_rooms: z
      .strictObject({
        greet_newcomers: yesNo.default(true),
        ask_to_repeat: yesNo.default(false),
      })
      .optional(),
    assessment: assessment.optional(),
    ...pressingLines,
    joint: jointLines.optional(),
    catalogue_learning: z
      .strictObject({ petitions: z.int().min(2).max(50), within_days: z.int().min(7).max(730) })
      .optional(),
    ...aftercareFile,
    ...errandLines,
    retention: retentionLines.optional(),
    public_page: z
      .array(z.string(), { error: '应为社区编码的列表，如 [QS-XF]；[all] 都公开' })
      .optional(),
    place_answer_within: duration.default({ amount: 2, unit: 'hours' }),
  })
  .catchall(policy)
  .superRefine((file, context) => {
    checkPings(file, context)
    for (const [name, lines] of Object.entries(file))
      for (const [urgency, other] of Object.entries((lines as PolicyLines).when ?? {}))
        if (other !== undefined && !('accept' in Object(file[other])))
          context.addIssue({
            code: 'custom',
            path: [name, 'when', urgency],
            message: `没有叫“${other}”的时限`,
          })
  })

export type PolicyLines = z.output<typeof policyLines>

/** What a fault says where the schema itself has no sentence for it. */
export function plainly(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '缺少这一项'
        : `写的是“${show(issue.input)}”，${wanted(issue.expected)}`
    case 'unrecognized_keys':
      return `不认识 ${issue.keys.join('、')}`
    case 'invalid_value':
      return `不能写“${show(issue.input)}”，只能是：${issue.values.join('、')}`
    case 'too_small':
      return `太小，至少 ${issue.minimum}`
    case 'too_big':
      return `太大，至多 ${issue.maximum}`
    default:
      return '看不懂'
  }
}

const show = (input: unknown) => (typeof input === 'object' ? '一组内容' : String(input))

const wanted = (expected: string) =>
  ({
    object: '应为一组“名字: 值”',
    array: '应为一列，如 [0.5, 0.8]',
    int: '应为整数',
    number: '应为数字',
    string: '应为文字',
  })[expected] ?? `应为 ${expected}`
