import { z } from 'zod'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Fault } from './answer.ts'

const dayMs = 24 * 3_600_000
/** By the specification: at most 90 days, the first 1000 requests. */
const longestMs = 90 * dayMs

/** Before it nothing was registered, and dates of the first centuries are none that a database knows. */
const earliest = new Date('2000-01-01T00:00:00Z')
/** Each is looked for by itself. */
const mostNumbers = 20

const listed = z
  .string()
  .max(4_000, 'at most 4000 characters')
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter((one) => one !== ''))

const moment = z.iso
  .datetime({ offset: true, error: 'like 2026-03-02T09:00:00+08:00 or 2026-03-02T01:00:00Z' })
  .transform((text) => new Date(text))
  .refine((date) => date >= earliest, { error: 'not before the year 2000' })

const whole = (most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most, {
      error: `a whole number from 1 to ${most}`,
    })
    .transform(Number)

const status = z.enum(['open', 'closed'])

const fields = z.object({
  service_request_id: listed
    .refine((all) => all.length <= mostNumbers, { error: `at most ${mostNumbers} numbers` })
    .default([]),
  service_code: listed.default([]),
  status: listed
    .refine((all) => all.every((one) => status.safeParse(one).success), {
      error: 'open, closed or both, with a comma between',
    })
    .default([]),
  start_date: moment.optional(),
  end_date: moment.optional(),
  page: whole(1_000).default(1),
  page_size: whole(1_000).default(100),
})

/** Which requests are looked up. */
export interface Query {
  /** These, whatever else is asked; empty: those that fit the rest. */
  readonly numbers: readonly number[]
  readonly services: readonly string[]
  readonly statuses: readonly string[]
  readonly from: Date
  readonly to: Date
  readonly page: number
  readonly pageSize: number
}

/** Reads what is asked of GET requests; refuses with a fault for each field that is wrong. */
export function readQuery(
  asked: URLSearchParams,
  now: Date,
): Result<Query, readonly [Fault, ...Fault[]]> {
  const given = [...asked].filter(([, value]) => value !== '')
  const read = fields.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const [first, ...more] = read.error.issues.map(({ path, message }) =>
      wrong(path.join('.'), message),
    )
    return no([first ?? wrong('(query)', 'cannot be read'), ...more])
  }
  const { start_date: start, end_date: end, page, page_size: pageSize } = read.data
  const to = end ?? (start ? new Date(Math.min(now.getTime(), start.getTime() + longestMs)) : now)
  const from = start ?? new Date(to.getTime() - longestMs)
  if (from > to) return no([wrong('start_date', 'not after end_date')])
  if (to.getTime() - from.getTime() > longestMs)
    return no([wrong('start_date, end_date', 'at most 90 days apart')])
  const numbers = read.data.service_request_id.map(numberIn)
  return ok({
    ...{ numbers, services: read.data.service_code, statuses: read.data.status },
    ...{ from, to, page, pageSize },
  })
}

/** The number that a request is called by; -1, which none has, for what is no number. */
export const numberIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1)

const wrong = (field: string, allowed: string): Fault => ({
  ...{ code: 400, description: `${field}: ${allowed}` },
})
