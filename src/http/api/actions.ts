import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { actorOf } from '../../domain/cards/task-view.ts'
import type { PetitionEvent } from '../../domain/petition/event.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Refusal } from '../../domain/petition/refusal.ts'
import { actOnPetition } from '../../flows/act-on-petition.ts'
import { bookFor } from '../../flows/understand.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { actionSchema, commandOf, photosOf } from './action.ts'
import type { ApiEnv, Caller } from './caller.ts'
import { petitionJson, viewOf } from './petition-json.ts'
import { seenBy } from './petitions.ts'
import { keepPhotos, photosIn } from './photos.ts'
import { type FieldFault, problem, refusalsOfWrites } from './problem.ts'
import * as schemas from './schemas.ts'

const act = createRoute({
  method: 'post',
  path: '/petitions/{number}/actions',
  tags: ['Petitions'],
  summary: 'Do something with it',
  description:
    'In the name of the person of this token, by the rules that hold for them; the timeline says that it came by the API. `mayDo` of the petition tells what is possible now. With a result, progress or a return come photos, before and after. The same `Idempotency-Key` with the same body again does nothing twice and is answered as the first time; what was refused may be sent again.',
  request: {
    params: z.object({ number: z.coerce.number().int().min(1).max(999_999_999) }),
    headers: z.object({
      'idempotency-key': z.string().min(1).max(200).openapi({ example: '0b6f1d52-1' }),
    }),
    body: { required: true, content: { 'application/json': { schema: actionSchema } } },
  },
  responses: {
    200: {
      description: 'Done, now or when this key came first.',
      content: {
        'application/json': {
          schema: z.object({
            done: z.object({ kind: schemas.eventKind, at: schemas.moment }),
            again: z.boolean().openapi({ description: 'It was done when this key came before.' }),
            petition: schemas.petition.openapi({ description: 'As it stands now.' }),
          }),
        },
      },
    },
    ...refusalsOfWrites,
  },
})

/** Doing something with petitions. */
export function petitionWrites(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(act, async (c) => {
    const caller = c.get('caller')
    if (caller.token.power !== 'act')
      return problem(c, 'forbidden', { detail: 'this token only reads' })
    const seen = await seenBy(caller, c.req.valid('param').number, desk)
    if (!seen) return problem(c, 'notFound')
    if (!seen.isFull)
      return problem(c, 'forbidden', {
        detail: 'only those who handle it or stand above act on it',
      })
    const { petition, book } = seen
    const body = c.req.valid('json')
    const key = `api/${caller.token.id}/${hashOf(c.req.valid('header')['idempotency-key'])}`
    const through = { token: caller.token.id, key, asked: hashOf(JSON.stringify(body)) }

    const answered = async (done: PetitionEvent, again: boolean, now: Petition) => {
      if (done.through?.asked !== through.asked) return otherUse()
      const view = viewOf(now, [], caller, book)
      const shown = petitionJson(now, view, caller, book)
      return c.json(
        { done: { kind: done.kind, at: done.at.toISOString() }, again, petition: shown },
        200,
      )
    }
    const otherUse = () =>
      problem(c, 'invalid', {
        errors: [{ field: 'header.idempotency-key', message: 'was used for something else' }],
      })
    const before = await doneBy(key, petition, desk)
    if (before) return answered(before, true, petition)

    const shown = photosIn(photosOf(body))
    if ('faults' in shown) return problem(c, 'invalid', { errors: shown.faults })
    const taken = await keepPhotos(shown.photos, desk)
    if ('faults' in taken) return problem(c, 'invalid', { errors: taken.faults })
    const command = commandOf(body, taken.kept, book)
    if (!command)
      return problem(c, 'invalid', { errors: [unknownDestination(petition, caller, book)] })
    const by = actorOf(caller.staff.id, book)
    const cause = { kind: 'press', key } as const
    const version = body.version === undefined ? {} : { version: body.version }
    const done = await actOnPetition(
      { petition: petition.id, command, by, cause, through, ...version },
      desk,
    )
    const now = (await desk.petitions.find(petition.id)) ?? petition
    const event = await doneBy(key, now, desk)
    if (event) return answered(event, !done.ok, now)
    if (done.ok) throw new Error('what was done is not in the timeline')
    const { kind } = done.problem
    if (kind === 'alreadyDone') return otherUse()
    if (kind === 'notYours') return problem(c, 'forbidden', { reason: kind })
    if (kind === 'notFound') return problem(c, 'notFound')
    if (kind === 'notNow')
      return problem(c, 'notNow', { reason: kind, detail: `version ${now.version}, ${now.status}` })
    const errors =
      kind === 'destinationUnknown'
        ? [unknownDestination(now, caller, await bookFor(now, desk))]
        : faultsIn(kind)
    return problem(c, 'invalid', { reason: kind, ...(errors.length > 0 && { errors }) })
  })
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a request of this key did. */
const doneBy = async (key: string, { id }: Petition, desk: ConsoleDesk) =>
  (await desk.petitions.timeline(id)).find(({ through }) => through?.key === key)

function unknownDestination(petition: Petition, caller: Caller, book: Caller['book']): FieldFault {
  const view = viewOf(petition, [], caller, book)
  return {
    field: 'body.to',
    message: 'no destination that it can go to',
    allowed: (view?.destinations ?? []).map(({ code }) => code),
  }
}

const fieldOf: Partial<Record<Refusal['kind'], string>> = {
  ...{ reasonMissing: 'reason', checkMissing: 'reason', resultMissing: 'result' },
  ...{ tooManyDays: 'days', daysMissing: 'days', dayMissing: 'day' },
}

function faultsIn(kind: Refusal['kind']): FieldFault[] {
  const field = fieldOf[kind]
  return field === undefined ? [] : [{ field: `body.${field}`, message: kind }]
}
