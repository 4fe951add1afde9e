import { type RouteConfig, z } from '@hono/zod-openapi'
import type { Context } from 'hono'

const statusOf = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  notNow: 409,
  tooLarge: 413,
  invalid: 422,
  tooMany: 429,
  fault: 500,
} as const
type ProblemCode = keyof typeof statusOf

const titles: Readonly<Record<ProblemCode, string>> = {
  malformed: 'The request cannot be read',
  unauthorized: 'A valid token is needed',
  forbidden: 'This token may not do that',
  notFound: 'There is nothing here, or nothing that this token may see',
  notNow: 'It does not stand as you think any more',
  tooLarge: 'The request is too large',
  invalid: 'Some of what was sent is not allowed',
  tooMany: 'Too many requests',
  fault: 'A fault of ours: try again',
}

const fieldFault = z
  .object({
    field: z.string().openapi({ description: 'Where: `body.reason`, `query.status`.' }),
    message: z.string(),
    allowed: z.array(z.string()).optional().openapi({ description: 'All values it may have.' }),
  })
  .openapi('FieldFault')
export type FieldFault = z.infer<typeof fieldFault>

const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:linli:problem:notNow' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** Why the rules of the house refuse an action. */
    reason: z.string().optional().openapi({ example: 'notYours' }),
    errors: z.array(fieldFault).optional(),
  })
  .openapi('Problem', { description: 'What went wrong, as RFC 9457 has it.' })

interface More {
  readonly detail?: string
  readonly reason?: string
  readonly errors?: FieldFault[]
}

/** An answer that says what is wrong, by RFC 9457. */
export function problem<Code extends ProblemCode>(c: Context, code: Code, more: More = {}) {
  const status = statusOf[code]
  const body: z.infer<typeof problemSchema> = {
    type: `urn:linli:problem:${code}`,
    title: titles[code],
    status,
    ...more,
  }
  return c.json(body, status, {
    'Content-Type': 'application/problem+json',
    ...(code === 'unauthorized' && { 'WWW-Authenticate': 'Bearer realm="linli"' }),
  })
}

type Answer = RouteConfig['responses'][number]

const answer = (description: string): Answer => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** What any request may be answered instead. */
export const refusals: Readonly<Record<401 | 403 | 404 | 422 | 429, Answer>> = {
  401: answer(titles.unauthorized),
  403: answer(titles.forbidden),
  404: answer(titles.notFound),
  422: answer(titles.invalid),
  429: answer(titles.tooMany),
}

/** The same of requests that change something. */
export const refusalsOfWrites = {
  ...refusals,
  400: answer(titles.malformed),
  409: answer(titles.notNow),
  413: answer(titles.tooLarge),
}

/** What is wrong with the fields of a request, with the values that are allowed. */
export const faultsOf = (target: string, { issues }: z.ZodError): FieldFault[] =>
  issues.map((issue) => ({
    field: [target === 'json' ? 'body' : target, ...issue.path].join('.'),
    message: issue.message,
    ...('values' in issue &&
      Array.isArray(issue.values) && { allowed: issue.values.map((value) => String(value)) }),
  }))
