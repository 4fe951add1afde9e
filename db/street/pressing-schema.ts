import { z } from 'zod'
import { momentOf } from '../../src/domain/deadlines/calendar.ts'
import type { DailyHours } from '../../src/domain/deadlines/limit.ts'
import { isWithinHours } from '../../src/domain/deadlines/quiet-hours.ts'
import type { PressingPolicies } from '../../src/domain/street/pressing-policy.ts'
import { duration, time } from './times.ts'

const pings = z
  .strictObject({
    per_day: z.int().min(1).max(9_999),
    digest_at: z
      .array(time)
      .refine(
        (times) => times.every((at, i) => i === 0 || at > (times[i - 1] ?? '')),
        '应从早到晚写，不能重复',
      )
      .default([]),
    brief_at: time.default('08:30'),
  })
  .superRefine(({ per_day, digest_at }, { addIssue }) => {
    if (digest_at.length > per_day)
      addIssue({
        code: 'custom',
        path: ['per_day'],
        message: `每天至少要够发 ${digest_at.length} 次汇总（digest_at）`,
        input: per_day,
      })
  })

/** What `policies.yaml` may say of pressing. */
export const pressingLines = {
  pings: pings.optional(),
  urging: z.strictObject({ within: duration }).optional(),
  approval: z.strictObject({ press_after: duration, raise_after: duration }).optional(),
}

interface Lines {
  readonly pings?: z.output<typeof pings> | undefined
  readonly urging?: z.output<typeof pressingLines.urging>
  readonly approval?: z.output<typeof pressingLines.approval>
  readonly quiet_hours: DailyHours
}

/** A digest in the quiet hours would wake people, or never be one. */
export function checkPings({ pings, quiet_hours }: Lines, context: z.RefinementCtx): void {
  const isQuiet = (at: `${number}:${number}`) =>
    isWithinHours(momentOf('2026-01-01', at), quiet_hours)
  const fault = (path: PropertyKey[]) =>
    context.addIssue({ code: 'custom', path, message: '落在免打扰时段（quiet_hours）里' })
  pings?.digest_at.forEach((at, i) => {
    if (isQuiet(at)) fault(['pings', 'digest_at', i])
  })
  if (pings && isQuiet(pings.brief_at)) fault(['pings', 'brief_at'])
}

export const toPressing = ({ pings, urging, approval }: Lines): PressingPolicies => ({
  ...(pings && {
    pings: { perDay: pings.per_day, digestAt: pings.digest_at, briefAt: pings.brief_at },
  }),
  ...(urging && { urging: { within: urging.within } }),
  ...(approval && {
    approval: { pressAfter: approval.press_after, raiseAfter: approval.raise_after },
  }),
})
