import { z } from '@hono/zod-openapi'
import { taskActions } from '../../domain/cards/card-view.ts'
import { channelNames } from '../../domain/people/channel-name.ts'
import { staffRoles } from '../../domain/people/roles.ts'
import { statuses } from '../../domain/petition/petition.ts'
import { matterKinds, unitKinds } from '../../domain/street/rulebook.ts'
import { eventLabels } from '../../texts/timeline.ts'
import { keysOf } from './keys-of.ts'

export const moment = z.iso.datetime().openapi({ example: '2026-03-02T01:00:00.000Z' })
/** One that somebody asks from: of a year that the database can write. */
export const momentAsked = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear()
  return year >= 1900 && year <= 9999
}, 'is not between the years 1900 and 9999')
export const status = z.enum(statuses).openapi('Status')
const destinationKind = z.enum(['grid', 'community', 'street', 'department'])

const destination = z
  .object({ kind: destinationKind, code: z.string(), name: z.string() })
  .openapi('Destination', {
    description: 'Who handles it: a grid, a community, the street or a department.',
  })

const category = z
  .object({ code: z.string().openapi({ example: '0301' }), name: z.string() })
  .openapi('CategoryName')

const lineDetails = z
  .object({
    kind: z.enum(matterKinds),
    urgency: z.enum(['normal', 'urgent', 'emergency']),
    place: z.string().openapi({
      description:
        'Down to the building; with the door for tokens that may act, as far as their person needs it.',
    }),
    confidential: z.boolean(),
    vulnerable: z.boolean().openapi({ description: 'Somebody frail is concerned.' }),
    households: z.int(),
  })
  .openapi('PetitionOutlineDetails')

const outline = {
  number: z.int().openapi({ description: 'The number that people say.', example: 1027 }),
  version: z.int().openapi({ description: 'Counts up with every step; name it when you act.' }),
  status,
  category,
  unit: z.string().nullable().openapi({ description: 'The unit it lies in; null: not known yet.' }),
  handler: destination
    .nullable()
    .openapi({ description: 'In whose hands it is, or was last; null: nobody’s.' }),
  registeredAt: moment,
  acceptDueAt: moment.nullable(),
  resolveDueAt: moment.nullable(),
  overdue: z.boolean(),
}

export const petitionLine = z
  .object({
    ...outline,
    details: lineDetails.nullable().openapi({
      description: 'null: the person of this token sees only where it went and by when.',
    }),
  })
  .openapi('PetitionLine')

const result = z
  .object({ text: z.string(), photos: z.array(z.string()), at: moment, inTime: z.boolean() })
  .openapi('Result')

const part = z
  .object({
    office: z.string(),
    task: z.string(),
    isCall: z.boolean(),
    state: z.enum(['open', 'done', 'sentBack']),
    dueAt: moment,
    overdue: z.boolean(),
    result: z.string(),
  })
  .openapi('Part', { description: 'What another office owes to it.' })

const details = z
  .object({
    ...lineDetails.shape,
    since: z.string().nullable().openapi({ example: '2026-02-28' }),
    words: z
      .array(z.string())
      .openapi({ description: 'What was said, without doors and numbers of people.' }),
    withheld: z
      .boolean()
      .openapi({ description: 'The words are kept from the person of this token.' }),
    photos: z
      .array(z.string())
      .openapi({ description: 'See `/petitions/{number}/photos/{photo}`.' }),
    parts: z.array(part),
    result: result.nullable(),
    ratings: z.array(
      z.object({
        solved: z.boolean().nullable(),
        score: z.int().min(1).max(5).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    ended: z
      .string()
      .openapi({ description: 'Why it ended without a result; empty where not told.' }),
    mayDo: z
      .array(z.enum(taskActions))
      .openapi({ description: 'What the person of this token may do now.' }),
    mayGoTo: z.array(z.object({ code: z.string(), name: z.string() })).openapi({
      description: 'Where it can be transferred to; empty where that is not allowed.',
    }),
  })
  .openapi('PetitionDetails')

export const petition = z.object({ ...outline, details: details.nullable() }).openapi('Petition')

export const who = z
  .object({
    kind: z.enum(['clock', 'reporter', 'supporter', 'resident', 'staff']),
    role: z.enum(staffRoles).optional(),
    office: z.string().optional(),
  })
  .openapi('Who', { description: 'People by their part in it and by their office, never by name.' })

export const eventKind = z.enum(keysOf(eventLabels)).openapi('EventKind')

export const happening = z
  .object({
    kind: eventKind,
    label: z.string().openapi({ example: '派单' }),
    at: moment,
    by: who,
    throughApi: z.boolean().openapi({ description: 'By a program in their name.' }),
    words: z
      .string()
      .openapi({ description: 'What was said or decided with it; empty where it is kept quiet.' }),
  })
  .openapi('TimelineLine')

export const letter = z
  .object({
    about: z.string().openapi({ example: '登记回执' }),
    to: z.object({
      kind: z.enum(['petitioner', 'resident', 'staff', 'group']),
      role: z.enum(staffRoles).optional(),
      office: z.string().optional(),
    }),
    state: z.enum(['pending', 'sent', 'given_up']),
    sendAt: moment,
    sentAt: moment.nullable(),
    via: z.enum(channelNames).nullable().openapi({ description: 'By what it was sent.' }),
    seenAt: moment.nullable().openapi({
      description:
        'When its reader first had it before their eyes. Told for private messages on Lark only: null does not mean unread.',
    }),
  })
  .openapi('Letter', { description: 'What was written to somebody about it, without its words.' })

export const unit = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    kind: z.enum(unitKinds),
    name: z.string(),
  })
  .openapi('Unit')

export const department = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    estate: z
      .string()
      .nullable()
      .openapi({ description: 'The estate that a property company serves.' }),
  })
  .openapi('Department')

export const categoryLine = z
  .object({
    code: z.string(),
    level1: z.string(),
    level2: z.string(),
    kind: z.enum(matterKinds),
    confidential: z.boolean(),
    leadHandler: z
      .string()
      .openapi({ description: 'GRID, COMMUNITY, PROPERTY or the code of a department.' }),
  })
  .openapi('Category')

export const hotSpot = z
  .object({
    grid: z.string(),
    category: z.string(),
    level: z
      .int()
      .openapi({ description: '1 when first raised, one more each time it has doubled.' }),
    petitions: z.array(z.int()),
    households: z.int(),
    beganAt: moment,
    lastAt: moment,
  })
  .openapi('HotSpot', { description: 'A burst of similar petitions in a grid.' })
