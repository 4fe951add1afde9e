import { z } from 'zod'
import { no, ok, type Result } from '../domain/result.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { dangerNames } from './prompts.ts'

/** The form of an answer. */
export interface Form<Answer> {
  /** As the server is told it. */
  readonly schema: unknown
  /** Holds the whole answer to the form, to the last key; else what is wrong with it. */
  readonly strictly: (said: unknown) => Result<Answer, readonly string[]>
  /** What is left of an answer that does not hold: every field by itself, null where it is wrong. */
  readonly leniently: (said: unknown) => Answer
}

export type PlaceAnswer = z.infer<ReturnType<typeof shapesFor>['place']>
export type MatterAnswer = z.infer<ReturnType<typeof shapesFor>['matter']>
export type RulingAnswer = z.infer<ReturnType<typeof shapesFor>['ruling']>
export interface MattersAnswer {
  readonly matters: readonly MatterAnswer[]
}

const mostMatters = 8
const maybe = z.string().nullable()
const refs = z.array(z.string()).max(40)

/** What the model may choose from is all that the rulebook has. */
function shapesFor({ categories, places }: Rulebook) {
  const place = z.strictObject({
    name: z.enum([...new Set(places.map(({ name }) => name))]).nullable(),
    building: maybe,
    unit: maybe,
    floor: maybe,
    room: maybe,
    number: maybe,
    group: maybe,
  })
  const fields = {
    category: z.enum(categories.map(({ code }): string => code)).nullable(),
    category_evidence: maybe,
    place: place.nullable(),
    place_evidence: maybe,
  }
  const matter = z.strictObject({
    messages: refs.min(1),
    reporter: maybe,
    supporters: refs,
    ...fields,
    urgency: z.enum(['normal', 'urgent', 'emergency']).nullable(),
    urgency_evidence: maybe,
    danger: z.enum(dangerNames).nullable(),
    on_behalf_of: maybe,
    vulnerable: z.boolean().nullable(),
    vulnerable_evidence: maybe,
    since: maybe,
    since_evidence: maybe,
    duplicate_of: maybe,
  })
  const ruling = z.strictObject({ is_matter: z.boolean().nullable(), ...fields })
  return { place, matter, ruling }
}

/** The forms of a rulebook's two kinds of answers. */
export function formsFor(book: Rulebook): {
  readonly matters: Form<MattersAnswer>
  readonly ruling: Form<RulingAnswer>
} {
  const { place, matter, ruling } = shapesFor(book)
  const matters = z.strictObject({ matters: z.array(matter).max(mostMatters) })
  const salvaged = (shape: z.ZodRawShape, said: unknown) => {
    const where = isRecord(said) && isRecord(said.place) ? fieldsOf(place.shape, said.place) : null
    return fieldsOf(shape, isRecord(said) ? { ...said, place: where } : {})
  }
  return {
    matters: {
      schema: z.toJSONSchema(matters),
      strictly: (said) => heldTo(matters, said),
      leniently: (said) => {
        const all = isRecord(said) && Array.isArray(said.matters) ? said.matters : []
        const held = all.map((one) => matter.safeParse(salvaged(matter.shape, one)))
        return { matters: held.flatMap(({ data }) => data ?? []).slice(0, mostMatters) }
      },
    },
    ruling: {
      schema: z.toJSONSchema(ruling),
      strictly: (said) => heldTo(ruling, said),
      leniently: (said) => ruling.parse(salvaged(ruling.shape, said)),
    },
  }
}

function heldTo<Answer>(type: z.ZodType<Answer>, said: unknown): Result<Answer, readonly string[]> {
  const read = type.safeParse(said)
  return read.success
    ? ok(read.data)
    : no(read.error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.')} ${code}`))
}

/** Each field that holds; where one does not, nothing. Numbers count as their digits. */
const fieldsOf = (shape: z.ZodRawShape, said: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(shape).map(([key, type]) => {
      const value = said[key]
      const held = [value, String(value)].find((one) => z.safeParse(type, one).success)
      return [key, held ?? (z.safeParse(type, null).success ? null : [])]
    }),
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
