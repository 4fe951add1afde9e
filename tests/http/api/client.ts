import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { issueToken } from '../../../src/flows/api-tokens.ts'
import type { TokenPower } from '../../../src/flows/ports/tokens.ts'
import { webApp } from '../../../src/http/app.tsx'
import type { ConsoleDesk } from '../../../src/http/console/console-desk.ts'

type Things = readonly Readonly<Record<string, unknown>>[]

/** What tests look into; whether it is there and fits is checked at each answer. */
interface Answered {
  readonly petitions: readonly { readonly number: number; readonly status: string }[]
  readonly next: string | null
  readonly details: { readonly mayDo: readonly string[]; readonly place: string }
  readonly timeline: Things
  readonly letters: Things
  readonly errors: Things
  readonly reason: string
  readonly again: boolean
  readonly done: Readonly<Record<string, unknown>>
  readonly petition: { readonly status: string; readonly version: number }
  readonly units: Things
  readonly departments: Things
  readonly categories: Things
  readonly hotSpots: Things
  readonly events: readonly { readonly id: string; readonly number: number }[]
  readonly more: boolean
  readonly figures: readonly FigureJson[]
  readonly parts: readonly { readonly name: string; readonly figures: readonly FigureJson[] }[]
  readonly unit: string
}

interface FigureJson {
  readonly measure: string
  readonly label: string
  readonly size: number
  readonly outOf: number | null
  readonly share: number | null
  readonly beside: readonly { readonly name: string; readonly size: number }[]
}

type Json = Readonly<Record<string, unknown>>

/** A token of somebody in office for a unit. */
export async function tokenFor(
  person: string,
  desk: ConsoleDesk,
  {
    unit = 'QS',
    power = 'read',
    days = 30,
  }: { unit?: string; power?: TokenPower; days?: number } = {},
): Promise<string> {
  const wish = { name: '测试', person: personId(person), unit: unitCode(unit), power, days }
  const made = await issueToken(wish, { id: desk.newId(), by: null }, desk)
  if (!made.ok) throw new Error(`no token: ${made.problem}`)
  return made.value.secret ?? ''
}

/**
 * A program at the API of a desk. Every answer is held to the description that the API gives of itself: its status, its
 * media type and its body, in which nothing may stand that is not described.
 */
export function clientOf(desk: ConsoleDesk) {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  const described = Promise.resolve(app.request('/api/v1/openapi.json')).then(
    (answer) => answer.json() as Promise<Json>,
  )
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(`/api/v1${path}`, init)
    await isAsDescribed(path, init.method ?? 'GET', answer.clone(), await described)
    return answer
  }
  const as = (secret: string) => ({
    get: (path: string) => read(path, { headers: { Authorization: `Bearer ${secret}` } }),
    post: (path: string, body: unknown, key: string | null = 'key-1') =>
      read(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          Authorization: `Bearer ${secret}`,
          'Content-Type': 'application/json',
          ...(key !== null && { 'Idempotency-Key': key }),
        },
      }),
  })
  const read = async (path: string, init: RequestInit) => {
    const answer = await ask(path, init)
    const isJson = answer.headers.get('content-type')?.includes('json')
    const body = (isJson ? await answer.json() : {}) as Answered
    return { status: answer.status, headers: answer.headers, body }
  }
  return { ask, as, described }
}

/** Held by somebody else's validator to be OpenAPI 3.1. */
export async function isOpenApi(document: Json): Promise<{ valid: boolean; errors?: unknown }> {
  return new Validator().validate(structuredClone(document) as Record<string, unknown>)
}

async function isAsDescribed(path: string, method: string, answer: Response, document: Json) {
  const operation = operationFor(path.split('?')[0] ?? '', method, document)
  if (!operation) {
    expect([404, 429]).toContain(answer.status)
    return
  }
  const described = (operation.responses as Record<string, Json>)[String(answer.status)]
  expect(described, `${method} ${path} answers ${answer.status}`).toBeDefined()
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const content = (described?.content ?? {}) as Record<string, { schema: Json }>
  const media = content[type] ?? content[type.replace(/\/.*/, '/*')]
  expect(media, `${method} ${path} answers ${type}`).toBeDefined()
  if (!type.includes('json') || !media) return
  const check = checks.get(media.schema) ?? checkOf(media.schema, document)
  checks.set(media.schema, check)
  const fits = check(await answer.json())
  expect(fits ? [] : check.errors, `${method} ${path}`).toEqual([])
}

/** Compiling takes longer than the tests themselves: once for each answer described. */
const checks = new WeakMap<Json, ValidateFunction>()

function checkOf(schema: Json, document: Json): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  return ajv.compile({ ...(closed(schema) as object), components: closed(document.components) })
}

/** The same schemas, in which nothing may stand that is not named. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const fields = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closed(value)]),
  )
  return 'properties' in fields && fields.type === 'object'
    ? { additionalProperties: false, ...fields }
    : fields
}

function operationFor(path: string, method: string, document: Json): Json | undefined {
  const paths = document.paths as Record<string, Record<string, Json>>
  const exact = paths[path]?.[method.toLowerCase()]
  if (exact) return exact
  const [, found] =
    Object.entries(paths).find(([shape]) =>
      new RegExp(`^${shape.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    ) ?? []
  return found?.[method.toLowerCase()]
}
