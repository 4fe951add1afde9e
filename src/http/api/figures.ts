import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { mayEnter } from '../../domain/console/areas.ts'
import type { DepartmentCode, UnitCode } from '../../domain/ids.ts'
import { type Figure, shareOf } from '../../domain/numbers/figure.ts'
import { type Figures, measures } from '../../domain/numbers/figures.ts'
import { type GroupedBy, groupsOf } from '../../domain/numbers/groups.ts'
import {
  type Period,
  type PeriodKind,
  periodKinds,
  periodNamed,
  periodOf,
} from '../../domain/numbers/period.ts'
import type { Scope } from '../../domain/numbers/scope.ts'
import { presentNumbers } from '../../flows/present-numbers.ts'
import { besideWords, measureWords } from '../../texts/reports/measure-words.ts'
import { groupName } from '../../texts/reports/names.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { type ApiEnv, type Caller, isInScope } from './caller.ts'
import { keysOf } from './keys-of.ts'
import { type FieldFault, problem, refusals } from './problem.ts'
import * as schemas from './schemas.ts'

const groupings = ['place', 'department', 'category'] as const satisfies GroupedBy[]

const query = z.object({
  period: z.string().max(20).optional().openapi({
    description:
      'A day `2026-03-20`, a week `2026-W12`, a half month `2026-03-1`, a month `2026-03` or a quarter `2026-Q1`; or `day`, `week`, `half`, `month`, `quarter` for the one that is running. Absent: `week`.',
    example: '2026-W12',
  }),
  unit: z.string().max(40).optional().openapi({
    description: 'Code of a unit: what lies in it, whoever handles it. Absent: all of this token.',
  }),
  department: z.string().max(40).optional().openapi({ description: 'What is in its hands.' }),
  by: z.enum(groupings).optional().openapi({
    description: 'Parts of it, too: the units of the next level, departments, or categories.',
  }),
})
type Query = z.infer<typeof query>

const figure = z
  .object({
    measure: z.enum(measures),
    label: z.string().openapi({ example: '满意率' }),
    definition: z.string().openapi({ description: 'What is counted, in Chinese.' }),
    isShare: z.boolean(),
    size: z.int().openapi({ description: 'How many: the numerator of a share.' }),
    outOf: z.int().nullable().openapi({ description: 'The denominator; null: it has none.' }),
    share: z
      .number()
      .nullable()
      .openapi({ description: '0 to 1; null: no share, or nothing to be out of.' }),
    beside: z.array(
      z
        .object({ name: z.enum(keysOf(besideWords)), label: z.string(), size: z.int() })
        .openapi('Beside', {
          description:
            'Not folded into the number: `setAside` withdrawn and the like, `unrated` closed without a rating.',
        }),
    ),
  })
  .openapi('Figure')

const figuresSchema = z
  .object({
    period: z.object({
      ...{ name: z.string().openapi({ example: '2026-W12' }), kind: z.enum(periodKinds) },
      ...{ from: schemas.moment, until: schemas.moment },
    }),
    at: schemas.moment.openapi({ description: 'What happened later is not in it.' }),
    unit: z.string(),
    department: z.string().nullable(),
    figures: z.array(figure),
    parts: z.array(
      z
        .object({
          kind: z.enum(['unit', 'department', 'category', 'unplaced', 'confidential']),
          code: z.string().nullable().openapi({ description: 'Of a unit or department.' }),
          name: z.string(),
          figures: z.array(figure),
        })
        .openapi('FiguresOfPart'),
    ),
  })
  .openapi('Figures')

const figures = createRoute({
  method: 'get',
  path: '/figures',
  tags: ['Figures'],
  summary: 'The three rates and all other numbers of a period',
  description:
    'The same as on the dashboard and in the reports, at most some seconds old. For tokens whose person sees them in the console: dispatchers, managers, supervisors, leaders.',
  request: { query },
  responses: {
    200: {
      description: 'The numbers, and with `by` those of its parts that have any.',
      content: { 'application/json': { schema: figuresSchema } },
    },
    ...refusals,
  },
})

/** Numbers for those whose person sees them in the console. */
export function figureReads(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(figures, async (c) => {
    const caller = c.get('caller')
    if (!mayEnter(caller.staff.role, 'figures'))
      return problem(c, 'forbidden', { detail: 'the person of this token sees no figures' })
    const { by, ...said } = c.req.valid('query')
    const asked = askedBy(said, caller)
    if ('errors' in asked) return problem(c, 'invalid', asked)
    const { period, unit, department } = asked
    const numbers = await presentNumbers(period, desk)
    const until = numbers.at < period.until ? numbers.at : period.until
    const figuresIn = (scope: Scope) => numbers.figures(scope, { from: period.from, until })
    const scope: Scope = { unit, ...(department && { department }) }
    const parts = (by ? groupsOf(scope, by, numbers.book) : []).map((group) => ({
      kind: group.name.kind,
      code: 'code' in group.name ? group.name.code : null,
      name: groupName(group, numbers.book),
      figures: figuresJson(figuresIn(group.scope)),
    }))
    return c.json(
      {
        period: {
          ...{ name: period.name, kind: period.kind },
          ...{ from: period.from.toISOString(), until: period.until.toISOString() },
        },
        ...{ at: numbers.at.toISOString(), unit, department },
        figures: figuresJson(figuresIn(scope)),
        parts: parts.filter((part) => part.figures.some(hasAnything)),
      },
      200,
    )
  })
}

const figuresJson = (of: Figures): z.infer<typeof figure>[] =>
  measures.map((measure) => {
    const { name, definition, isShare } = measureWords[measure]
    return { measure, label: name, definition, isShare, ...figureJson(of[measure], isShare) }
  })

const figureJson = (one: Figure, isShare: boolean) => ({
  size: one.size,
  outOf: one.outOf?.length ?? null,
  share: isShare ? shareOf(one) : null,
  beside: keysOf(besideWords).flatMap((name) => {
    const numbers = one.beside[name]
    return numbers ? [{ name, label: besideWords[name], size: numbers.length }] : []
  }),
})

const hasAnything = ({ size, outOf, beside }: z.infer<typeof figure>): boolean =>
  size > 0 || (outOf ?? 0) > 0 || beside.some((one) => one.size > 0)

interface Asked {
  readonly period: Period
  readonly unit: UnitCode
  readonly department: DepartmentCode | null
}

function askedBy(
  { period: name = 'week', unit: code, department: said }: Omit<Query, 'by'>,
  caller: Caller,
): Asked | { readonly errors: FieldFault[] } {
  const { book, token, staff, now } = caller
  const units = book.units.filter(
    (one) => one.kind !== 'household_group' && isInScope(one.code, caller),
  )
  const widest = [token.unit, staff.unit].find((one) => units.some((unit) => unit.code === one))
  const unit = code === undefined ? widest : units.find((one) => one.code === code)?.code
  const department =
    said === undefined ? null : book.departments.find((one) => one.code === said)?.code
  const period = periodIn(name, now)
  const isPast = period !== null && period.from <= now
  if (isPast && unit !== undefined && department !== undefined) return { period, unit, department }
  const errors = [
    ...(isPast ? [] : [{ field: 'query.period', message: 'no period that has begun' }]),
    ...(unit === undefined
      ? [
          {
            ...{ field: 'query.unit', message: 'no unit that this token may read' },
            allowed: units.map((one) => one.code),
          },
        ]
      : []),
    ...(department === undefined
      ? [
          {
            ...{ field: 'query.department', message: 'no department of the street' },
            allowed: book.departments.map((one) => one.code),
          },
        ]
      : []),
  ]
  return { errors }
}

const periodIn = (name: string, now: Date): Period | null => {
  const running = periodKinds.find((kind: PeriodKind) => kind === name)
  if (running) return periodOf(running, now)
  return periodKinds.flatMap((kind) => periodNamed(kind, name) ?? [])[0] ?? null
}
