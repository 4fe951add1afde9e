import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { actorOf } from '../../domain/cards/task-view.ts'
import { deskView } from '../../domain/console/desk-view.ts'
import { mediaId } from '../../domain/ids.ts'
import { isWithin } from '../../domain/numbers/scope.ts'
import { unitOf } from '../../domain/people/in-charge.ts'
import {
  isInHand,
  isOpen,
  type Petition,
  petitioners,
  statuses,
} from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Letter } from '../../flows/ports.ts'
import { bookFor } from '../../flows/understand.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { serveMedia } from '../media.ts'
import { letterLabels } from '../petitions/letters.ts'
import { type ApiEnv, type Caller, lookAt } from './caller.ts'
import { cursorOf, placeOf } from './cursor.ts'
import { historyJson, lineJson, petitionJson, viewOf } from './petition-json.ts'
import { problem, refusals } from './problem.ts'
import * as schemas from './schemas.ts'

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const query = z.object({
  status: z.enum(statuses).optional(),
  open: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'Not answered yet, or answered.' }),
  overdue: z.enum(['true']).optional(),
  unit: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'Code of a unit: all that lies in it.' }),
  handler: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'Code of the unit or department that has it.' }),
  category: z.string().max(40).optional(),
  registeredSince: schemas.momentAsked.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(60).optional().openapi({ description: '`next` of the page before.' }),
})
type Query = z.infer<typeof query>

const list = createRoute({
  method: 'get',
  path: '/petitions',
  tags: ['Petitions'],
  summary: 'Petitions, the newest first',
  description:
    'What the person of this token sees, within its unit. A page may hold fewer than `limit`, even none, while `next` goes on: long stretches that the filters leave out are passed over in steps.',
  request: { query },
  responses: {
    200: json(
      z.object({ petitions: z.array(schemas.petitionLine), next: z.string().nullable() }),
      'A page of petitions; `next` null: that was all.',
    ),
    ...refusals,
  },
})

const number = z.object({
  number: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999_999)
    .openapi({ param: { name: 'number', in: 'path' } }),
})

const one = createRoute({
  method: 'get',
  path: '/petitions/{number}',
  tags: ['Petitions'],
  summary: 'One petition',
  request: { params: number },
  responses: { 200: json(schemas.petition, 'As it stands now.'), ...refusals },
})

const timeline = createRoute({
  method: 'get',
  path: '/petitions/{number}/timeline',
  tags: ['Petitions'],
  summary: 'What happened to it, oldest first',
  request: { params: number },
  responses: {
    200: json(z.object({ timeline: z.array(schemas.happening) }), 'Its timeline.'),
    ...refusals,
  },
})

const letters = createRoute({
  method: 'get',
  path: '/petitions/{number}/letters',
  tags: ['Petitions'],
  summary: 'What was written to whom about it',
  request: { params: number },
  responses: {
    200: json(z.object({ letters: z.array(schemas.letter) }), 'Its letters.'),
    ...refusals,
  },
})

const photo = createRoute({
  method: 'get',
  path: '/petitions/{number}/photos/{photo}',
  tags: ['Petitions'],
  summary: 'A photo of it or of its result',
  request: { params: number.extend({ photo: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: {
      description: 'The picture.',
      content: { 'image/*': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals,
  },
})

/** So many are looked through for one page: who sees little does not make us read everything. */
const mostLookedThrough = 1_000
const atOnce = 200

/** Reading petitions. */
export function petitionReads(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(list, async (c) => {
    const asked = c.req.valid('query')
    const after = asked.cursor === undefined ? undefined : placeOf(asked.cursor)
    if (after === null)
      return problem(c, 'invalid', {
        errors: [{ field: 'query.cursor', message: 'no cursor of ours' }],
      })
    return c.json(await pageOf(asked, after, c.get('caller'), desk), 200)
  })

  app.openapi(one, async (c) => {
    const caller = c.get('caller')
    const seen = await seenBy(caller, c.req.valid('param').number, desk)
    if (!seen) return problem(c, 'notFound')
    const { petition, isFull, book } = seen
    const view = isFull ? viewOf(petition, [], caller, book) : null
    return c.json(petitionJson(petition, view, caller, book), 200)
  })

  app.openapi(timeline, async (c) => {
    const view = await fullView(c, c.req.valid('param').number, desk)
    if (!('kind' in view)) return view
    return c.json({ timeline: view.history.map((line) => historyJson(line, view.book)) }, 200)
  })

  app.openapi(letters, async (c) => {
    const view = await fullView(c, c.req.valid('param').number, desk)
    if (!('kind' in view)) return view
    const petition = await desk.petitions.find(view.petition)
    if (!petition) return problem(c, 'notFound')
    const { staff, now } = c.get('caller')
    const standing = { petition, timeline: [], book: view.book, at: now }
    if (!deskView(standing, actorOf(staff.id, view.book))?.readsLetters)
      return problem(c, 'forbidden', { detail: 'what others were told is kept from this person' })
    const written = await desk.outbox.letters({ petition: petition.id })
    const shown = written.map((letter) => ({
      about: letterLabels[letter.notice.kind],
      to: readerJson(letter, petition, view.book),
      state: letter.state,
      sendAt: letter.sendAt.toISOString(),
      sentAt: letter.sentAt?.toISOString() ?? null,
      via: letter.via,
      seenAt: letter.seenAt?.toISOString() ?? null,
    }))
    return c.json({ letters: shown }, 200)
  })

  app.openapi(photo, async (c) => {
    const view = await fullView(c, c.req.valid('param').number, desk)
    if (!('kind' in view)) return view
    const id = mediaId(c.req.valid('param').photo)
    const isShown = view.photos.includes(id) || view.result?.photos.includes(id)
    const served = isShown ? await serveMedia(id, c.req.header('Range'), desk) : null
    return served ?? problem(c, 'notFound')
  })
}

async function pageOf(
  asked: Query,
  from: ReturnType<typeof placeOf> | undefined,
  caller: Caller,
  desk: ConsoleDesk,
) {
  const { status, handler, registeredSince, limit } = asked
  const lines: z.infer<typeof schemas.petitionLine>[] = []
  let after = from ?? undefined
  for (let looked = 0; looked < mostLookedThrough; looked += atOnce) {
    const some = await desk.petitions.list({
      ...(status && { statuses: [status] }),
      ...(handler !== undefined && { to: handler.replaceAll('\0', '') }),
      ...(registeredSince !== undefined && { registeredSince: new Date(registeredSince) }),
      ...(after && { after }),
      limit: atOnce,
    })
    for (const petition of some) {
      after = petition
      const look = fits(petition, asked, caller) ? lookAt(petition, caller) : 'none'
      if (look === 'none') continue
      lines.push(lineJson(petition, caller, look === 'full'))
      if (lines.length === limit) return { petitions: lines, next: cursorOf(petition) }
    }
    if (some.length < atOnce) return { petitions: lines, next: null }
  }
  return { petitions: lines, next: after ? cursorOf(after) : null }
}

function fits(
  petition: Petition,
  { open, overdue, unit, category }: Query,
  { book, now }: Caller,
): boolean {
  const lies = book.units.find(({ code }) => code === unit)?.code
  return (
    (open === undefined || isOpen(petition) === (open === 'true')) &&
    (overdue === undefined || (isInHand(petition) && petition.resolveDueAt < now)) &&
    (unit === undefined || (lies !== undefined && isWithin(unitOf(petition, book), lies, book))) &&
    (category === undefined || petition.category === category)
  )
}

/** A petition as far as the caller may see it; null: none for them. */
export async function seenBy(caller: Caller, said: number, desk: ConsoleDesk) {
  const petition = await desk.petitions.findByNumber(said)
  const look = petition ? lookAt(petition, caller) : 'none'
  if (!petition || look === 'none') return null
  return { petition, isFull: look === 'full', book: await bookFor(petition, desk) }
}

async function fullView(c: Context<ApiEnv>, said: number, desk: ConsoleDesk) {
  const caller = c.get('caller')
  const seen = await seenBy(caller, said, desk)
  if (!seen) return problem(c, 'notFound')
  const { petition, isFull, book } = seen
  const view = isFull
    ? viewOf(petition, await desk.petitions.timeline(petition.id), caller, book)
    : null
  return (
    view ?? problem(c, 'forbidden', { detail: 'only those who handle it or stand above read it' })
  )
}

/** Whoever asked for it stays a petitioner, whatever office they hold: a colleague who complained is named to nobody. */
function readerJson(
  { to }: Letter,
  petition: Petition,
  book: Rulebook,
): z.infer<typeof schemas.letter>['to'] {
  if (to.kind !== 'person') return { kind: 'group' }
  if (petitioners(petition).some(({ person }) => person === to.person))
    return { kind: 'petitioner' }
  const staff = book.staff.find(({ id }) => id === to.person)
  if (!staff || staff.role === 'household_head') return { kind: 'resident' }
  const office = [...book.departments, ...book.units].find(
    ({ code }) => code === (staff.department ?? staff.unit),
  )?.name
  return { kind: 'staff', role: staff.role, office: office ?? '' }
}
