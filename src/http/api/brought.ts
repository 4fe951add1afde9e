import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type MediaId, messageId } from '../../domain/ids.ts'
import { headingOf } from '../../domain/intake/filed-under.ts'
import type { Category } from '../../domain/street/rulebook.ts'
import { broughtAccount } from '../../flows/brought-account.ts'
import type { HeardMessage } from '../../flows/ports.ts'
import { apiWords } from '../../texts/api-words.ts'
import type { Caller } from './caller.ts'
import { photosField } from './photos.ts'

const line = (most: number) => z.string().trim().min(1).max(most)

/** What a program registers for somebody. */
export const broughtSchema = z
  .object({
    source: z
      .object({
        system: z
          .string()
          .regex(/^[\w.-]{1,40}$/)
          .openapi({ example: 'district-12345' }),
        number: line(120).openapi({
          description: 'Its number there. The same one again is the same petition.',
          example: 'GD20260302-0017',
        }),
      })
      .openapi({ description: 'Where it comes from.' }),
    text: line(10_000).openapi({
      description: 'What was said, in the words of who said it.',
      example: '楼道灯坏了三天了，老人晚上不敢下楼',
    }),
    place: line(200)
      .optional()
      .openapi({ description: 'Absent: as the text says.', example: '幸福里小区5栋' }),
    door: line(60).optional().openapi({ description: 'Stair and room.', example: '2单元301' }),
    category: z
      .string()
      .max(40)
      .optional()
      .openapi({ description: 'A code of `/categories`. Absent: as the text says.' }),
    contact: z
      .object({
        phone: z
          .string()
          .regex(/^\+?\d{5,15}$/)
          .optional(),
        name: line(40).optional(),
      })
      .optional()
      .openapi({
        description:
          'Who said it. The same phone from the same system is the same person. Kept, and never answered to any program.',
      }),
    photos: photosField,
  })
  .openapi('NewPetition')
type Brought = z.infer<typeof broughtSchema>

/** Ids of our messages begin so, and of no other channel's. */
const idsBegin = 'api-'

/**
 * What was brought as messages of its person: the words under an id made of the source and its number, the photos after
 * them under `id/1`, `id/2`. Two members of staff whose programs use one number have two petitions: neither learns of
 * the other's.
 */
export function heardOf(
  brought: Brought,
  category: Category | null,
  photos: readonly MediaId[],
  { token, now }: Pick<Caller, 'token' | 'now'>,
): readonly [HeardMessage, ...HeardMessage[]] {
  const { source, contact } = brought
  const from = [token.person, source.system]
  const id = idsBegin + hashOf([...from, source.number]).slice(0, 40)
  const account = broughtAccount({ by: token.person, ...source, phone: contact?.phone })
  const plain = {
    ...({ channel: 'api', room: null, mentionsUs: false, quotes: null, recalls: null } as const),
    sender: { id: account, name: wellFormed(contact?.name ?? ''), alias: '' },
    sentAt: now,
  }
  const said: HeardMessage = {
    ...{ ...plain, id: messageId(id), type: 'text', media: null },
    text: wellFormed(textOf(brought, category)),
  }
  const shown = photos.map(
    (media, i): HeardMessage => ({
      ...{ ...plain, id: messageId(`${id}/${i + 1}`), type: 'image', text: '', media },
    }),
  )
  return [said, ...shown]
}

function textOf({ text, place, door }: Brought, category: Category | null): string {
  const where = [place, door].filter(Boolean).join('')
  const heading = category ? headingOf(category) : ''
  return [`${heading}${text}`, ...(where === '' ? [] : [apiWords.place(where)])].join('\n')
}

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
