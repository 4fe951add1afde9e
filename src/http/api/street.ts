import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { windowMs } from '../../domain/hot-spots/hot-spot.ts'
import { hotSpotPolicyOf } from '../../domain/street/policy.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { type ApiEnv, isInScope } from './caller.ts'
import { refusals } from './problem.ts'
import * as schemas from './schemas.ts'

const listOf = <Name extends string, Item extends z.ZodType>(
  name: Name,
  item: Item,
  summary: string,
) =>
  createRoute({
    method: 'get',
    path: `/${name}`,
    tags: ['Street'],
    summary,
    responses: {
      200: {
        description: summary,
        content: {
          'application/json': {
            schema: z.object({ [name]: z.array(item) } as { [K in Name]: z.ZodArray<Item> }),
          },
        },
      },
      ...refusals,
    },
  })

const units = listOf('units', schemas.unit, 'Communities, villages, grids and household groups')
const departments = listOf(
  'departments',
  schemas.department,
  'Departments and companies that handle petitions',
)
const categories = listOf(
  'categories',
  schemas.categoryLine,
  'What petitions are about, and who leads',
)
const hotSpots = createRoute({
  method: 'get',
  path: '/hot-spots',
  tags: ['Figures'],
  summary: 'Bursts of similar petitions that go on, the latest first',
  responses: {
    200: {
      description: 'Of the units that this token may read.',
      content: { 'application/json': { schema: z.object({ hotSpots: z.array(schemas.hotSpot) }) } },
    },
    ...refusals,
  },
})

/** What the street has agreed on, by the codes that are used everywhere else; and what is hot in it. */
export function streetReads(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(units, (c) => {
    const { book } = c.get('caller')
    return c.json(
      { units: book.units.map(({ code, parent, kind, name }) => ({ code, parent, kind, name })) },
      200,
    )
  })
  app.openapi(departments, (c) => {
    const { book } = c.get('caller')
    const shown = book.departments.map(({ code, name, kind, estate }) => ({
      code,
      name,
      kind,
      estate,
    }))
    return c.json({ departments: shown }, 200)
  })
  app.openapi(categories, (c) => {
    const { book } = c.get('caller')
    const shown = book.categories.map(
      ({ code, level1, level2, kind, confidential, leadHandler }) => ({
        ...{ code, level1, level2, kind, confidential, leadHandler },
      }),
    )
    return c.json({ categories: shown }, 200)
  })
  app.openapi(hotSpots, async (c) => {
    const caller = c.get('caller')
    const { book, now } = caller
    const since = new Date(now.getTime() - windowMs(hotSpotPolicyOf(book.policies)))
    const spots = (await desk.hotSpots.since(since)).filter(({ grid }) => isInScope(grid, caller))
    const shown = spots.map(({ grid, trade, level, numbers, households, beganAt, lastAt }) => ({
      ...{ grid, category: trade, level, petitions: [...numbers], households },
      ...{ beganAt: beganAt.toISOString(), lastAt: lastAt.toISOString() },
    }))
    return c.json({ hotSpots: shown }, 200)
  })
}
