import { setTimeout } from 'node:timers/promises'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { MessageId } from '../../domain/ids.ts'
import { emergencyIn } from '../../domain/intake/emergency.ts'
import { understand } from '../../flows/understand.ts'
import { apiWords } from '../../texts/api-words.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { broughtSchema, heardOf } from './brought.ts'
import type { ApiEnv } from './caller.ts'
import { outOfUnit } from './out-of-unit.ts'
import { keepPhotos, photosIn } from './photos.ts'
import { problem, refusalsOfWrites } from './problem.ts'
import * as schemas from './schemas.ts'

const registration = z
  .object({
    petitions: z
      .array(
        z.object({
          number: z.int().openapi({ example: 1027 }),
          status: schemas.status,
          joined: z.boolean().openapi({
            description: 'It was open before: somebody else had told of the same.',
          }),
        }),
      )
      .openapi({ description: 'Several where several matters were told. Empty: not read yet.' }),
    again: z.boolean().openapi({ description: 'This number of this system came before.' }),
    advice: z
      .string()
      .openapi({ description: 'To tell at once, where danger to life was told; else empty.' }),
  })
  .openapi('Registration')

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: registration } },
})

const register = createRoute({
  method: 'post',
  path: '/petitions',
  tags: ['Petitions'],
  summary: 'Register something for somebody',
  description:
    'It is read like what residents write themselves: what is not said here, the text says; it joins an open petition of the same matter. The same number of the same system again registers nothing twice and tells how it stands: ask so after a lost answer, and after a 202. Letters to who said it are yours to tell: see `/events`.',
  request: {
    body: { required: true, content: { 'application/json': { schema: broughtSchema } } },
  },
  responses: {
    201: answer('Registered.'),
    202: answer('Kept, and not read yet: ask again in a moment.'),
    ...refusalsOfWrites,
  },
})

/** So long a request waits for what it brought to be read: usually a second. */
const readWithinMs = 5_000
const lookEveryMs = 100

/** Registering for others: the same way as what is said to us. */
export function registerForOthers(app: OpenAPIHono<ApiEnv>, desk: ConsoleDesk): void {
  app.openapi(register, async (c) => {
    const caller = c.get('caller')
    if (caller.token.power !== 'act')
      return problem(c, 'forbidden', { detail: 'this token only reads' })
    const brought = c.req.valid('json')
    const { categories } = caller.book
    const category = categories.find(({ code }) => code === brought.category) ?? null
    const shown = photosIn(brought.photos)
    const errors = [
      ...(brought.category !== undefined && !category
        ? [
            {
              ...{ field: 'body.category', message: 'no category of the street' },
              allowed: categories.map(({ code }) => code),
            },
          ]
        : []),
      ...('faults' in shown ? shown.faults : []),
    ]
    if ('faults' in shown || errors.length > 0) return problem(c, 'invalid', { errors })
    const [words] = heardOf(brought, category, [], caller)
    const where = [brought.place, brought.door].filter(Boolean).join('')
    const outside = outOfUnit(words, where, caller, await understand(desk))
    if (outside) return problem(c, 'invalid', { errors: [outside] })
    const taken = await keepPhotos(shown.photos, desk)
    if ('faults' in taken) return problem(c, 'invalid', { errors: taken.faults })
    const messages = heardOf(brought, category, taken.kept, caller)
    const [said] = messages
    const isNew = (await desk.inbox.keep(messages, desk.clock())).includes(said.id)
    if (!isNew) {
      const [before] = await desk.inbox.find([said.id])
      if (before && (before.text !== said.text || before.sender.id !== said.sender.id))
        return problem(c, 'invalid', {
          errors: [{ field: 'body.source.number', message: 'was used for something else' }],
        })
    }
    const petitions = await readWithin(readWithinMs, said.id, desk)
    const told = {
      petitions: petitions.map(({ number, status, messages: [first] }) => ({
        ...{ number, status, joined: first !== said.id },
      })),
      again: !isNew,
      advice: emergencyIn(brought.text) === null ? '' : apiWords.callFirst,
    }
    return petitions.length > 0 ? c.json(told, 201) : c.json(told, 202)
  })
}

/** What a message led to, as soon as it is read. */
async function readWithin(ms: number, message: MessageId, desk: ConsoleDesk) {
  const until = performance.now() + ms
  for (;;) {
    const found = await desk.petitions.findByMessages([message])
    if (found.length > 0 || performance.now() >= until) return found
    await setTimeout(lookEveryMs)
  }
}
