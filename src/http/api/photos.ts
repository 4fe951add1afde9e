import { z } from '@hono/zod-openapi'
import type { MediaId } from '../../domain/ids.ts'
import type { UnreadableReason } from '../../flows/ports/senses.ts'
import { type Photo, takePhotos } from '../../flows/take-photos.ts'
import type { ConsoleDesk } from '../console/console-desk.ts'
import { pictureType } from '../pictures.ts'
import type { FieldFault } from './problem.ts'

/** As many as the console's form takes, and together as large. */
const mostPhotos = 9
const mostBytes = 10 * 1024 * 1024
/** Of a whole request: base64 makes a third more of its photos, and words come on top. */
export const longestBody = Math.ceil((mostBytes * 4) / 3) + 256 * 1024

export const photosField = z
  .array(z.string().min(1).openapi({ format: 'byte', example: '/9j/4AAQSkZJRg==' }))
  .max(mostPhotos)
  .default([])
  .openapi({
    description: `At most ${mostPhotos} pictures (JPEG, PNG, WebP or GIF), base64 with padding, together ${mostBytes} bytes.`,
  })

/** The pictures, or what is wrong with which of them. */
export function photosIn(
  sent: readonly string[],
): { readonly photos: readonly Photo[] } | { readonly faults: FieldFault[] } {
  const photos: Photo[] = []
  const faults: FieldFault[] = []
  sent.forEach((text, i) => {
    const bytes = Buffer.from(text, 'base64')
    const field = `body.photos.${i}`
    const mime = pictureType(bytes)
    // a regular expression over megabytes can exhaust the stack
    if (bytes.toString('base64') !== text)
      faults.push({ field, message: 'is no base64 with padding and without line breaks' })
    else if (!mime)
      faults.push({
        ...{ field, message: 'is no picture' },
        allowed: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      })
    else photos.push({ bytes, mime })
  })
  if (photos.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes)
    faults.push({ field: 'body.photos', message: `together more than ${mostBytes} bytes` })
  return faults.length > 0 ? { faults } : { photos }
}

const unreadable: Readonly<Record<UnreadableReason, string>> = {
  tooLarge: 'has more than 40 megapixels',
  damaged: 'is damaged',
  unknownFormat: 'is no picture',
}

/** Looks at pictures and keeps them, so that the same one is known again; none where one is not to be looked at. */
export async function keepPhotos(
  photos: readonly Photo[],
  desk: ConsoleDesk,
): Promise<{ readonly kept: readonly MediaId[] } | { readonly faults: FieldFault[] }> {
  const taken = await takePhotos(photos, desk)
  if (taken.ok) return { kept: taken.value }
  const { at, because } = taken.problem
  return { faults: [{ field: `body.photos.${at}`, message: unreadable[because] }] }
}
