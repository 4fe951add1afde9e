import { z } from 'zod'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Fault } from './answer.ts'
import { attributeCodes } from './services.ts'

const longestDescription = 20_000

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `at most ${most} characters`)
    .transform((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
    .transform((text) => text || null)
    .default(null)

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^-?\d{1,3}(\.\d{1,15})?$/.test(text) && Math.abs(Number(text)) <= most, {
      error: `decimal degrees from -${most} to ${most}, WGS84`,
    })
    .or(z.literal('').transform(() => null))
    .default(null)

const fields = z.object({
  service_code: z.string('needed: a service_code of GET services').trim().min(1, 'needed'),
  jurisdiction_id: line(100),
  description: z
    .string()
    .max(longestDescription, `at most ${longestDescription} characters`)
    .default(''),
  address_string: line(300),
  lat: degrees(90),
  long: degrees(180),
  email: z
    .email('one e-mail address, of at most 200 characters')
    .max(200, 'at most 200 characters')
    .or(z.literal('').transform(() => null))
    .default(null),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{5,24}$/, 'digits, with a + before them if wanted')
    .or(z.literal('').transform(() => null))
    .default(null),
  first_name: line(64),
  last_name: line(64),
  device_id: line(200),
  account_id: line(200),
  media_url: z
    .string()
    .trim()
    .max(2_000, 'at most 2000 characters')
    .refine((text) => text === '' || /^https?:$/.test(protocolOf(text)), {
      error: 'an address that begins with https:// or http://',
    })
    .transform((text) => text || null)
    .default(null),
  'attribute[place_detail]': line(200),
  'attribute[since]': line(100),
  'attribute[confidential]': z
    .enum(['yes', 'no', ''], 'yes or no')
    .transform((said) => said === 'yes')
    .default(false),
})

/** A request as an app brings it. */
export type Brought = z.output<typeof fields>

/** Reads a form or a JSON object; refuses with a fault for each field that is wrong. What is not known is passed over. */
export function readRequest(
  form: ReadonlyMap<string, string>,
): Result<Brought, readonly [Fault, ...Fault[]]> {
  const read = fields.safeParse(Object.fromEntries(form))
  const faults = read.success ? [] : read.error.issues.map(said)
  const given = (name: string) => (form.get(name) ?? '').trim() !== ''
  const place = given('address_string') || given('attribute[place_detail]')
  if (given('lat') !== given('long'))
    faults.push(wrong('lat, long', 'both of them, or none where address_string says the place'))
  else if (!place && !given('lat'))
    faults.push(
      wrong(
        'address_string',
        `needed, or lat and long${given('address_id') ? '; address_id is not known here' : ''}`,
      ),
    )
  for (const name of form.keys()) {
    const code = /^attribute\[(.*?)\]/.exec(name)?.[1]
    if (code !== undefined && !attributeCodes.some((known) => `attribute[${known}]` === name))
      faults.push(wrong('attribute', `one of ${attributeCodes.join(', ')}, each once`))
  }
  const [first, ...more] = faults
  if (first) return no([first, ...more.slice(0, 19)])
  return read.success ? ok(read.data) : no([wrong('(form)', 'cannot be read')])
}

const wrong = (field: string, allowed: string): Fault => ({
  ...{ code: 400, description: `${field}: ${allowed}` },
})

const said = ({ path, message }: z.core.$ZodIssue): Fault => wrong(path.join('.'), message)

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol
  } catch {
    return ''
  }
}
