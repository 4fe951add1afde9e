import type { Context } from 'hono'
import { z } from 'zod'
import { momentOf } from '../../../../domain/deadlines/calendar.ts'
import type { Day, TimeOfDay } from '../../../../domain/deadlines/limit.ts'
import type { Photo, PhotoRefused } from '../../../../flows/take-photos.ts'
import { pictureType } from '../../../pictures.ts'
import type { Field } from './fields.ts'

/** What stood in a form, as it was typed. */
export type Typed = Readonly<Record<string, readonly string[]>>
/** What is wrong with it, a sentence beside each field. */
export type Faults = Readonly<Record<string, string>>

/** Longer texts are no report any more. */
const longest = 2_000
const mostPhotos = 9

/** The form that was sent; one without anything where it cannot be read. */
export const formSent = (c: Context): Promise<FormData> =>
  c.req.formData().catch(() => new FormData())

/** The text fields of a form. */
export function typedIn(form: FormData): Typed {
  const typed: Record<string, string[]> = Object.create(null) // a field may be called `constructor`
  for (const [name, value] of form)
    if (typeof value === 'string') {
      typed[name] ??= []
      typed[name].push(value)
    }
  return typed
}

/** Whatever is typed into a control, in its own terms; the fault is what is said beside it. */
export function faultsIn(fields: readonly Field[], typed: Typed): Faults {
  const faults: Record<string, string> = {}
  for (const field of fields) {
    const read = schemaOf(field)?.safeParse(valueIn(field, typed))
    if (read && !read.success) faults[field.name] = read.error.issues[0]?.message ?? '请再看一下'
  }
  return faults
}

const valueIn = ({ kind, name }: Field, typed: Typed): unknown =>
  kind === 'choices' ? (typed[name] ?? []) : (typed[name]?.[0] ?? '').trim()

function schemaOf({ kind, required, label, options = [] }: Field): z.ZodType | null {
  const values = options.map(({ value }) => value)
  const isOption = (value: string) => values.includes(value)
  const orEmpty = (schema: z.ZodType) => (required ? schema : z.union([z.literal(''), schema]))
  switch (kind) {
    case 'text':
    case 'words':
      return z
        .string()
        .min(required ? 1 : 0, `请填“${label}”`)
        .max(longest, `最多${longest}个字，请写短一些`)
    case 'days':
      return orEmpty(z.string().regex(/^[1-9]\d{0,2}$/, '请填天数，例如 3'))
    case 'day':
      return orEmpty(z.string().refine(isDay, '请选一个日期'))
    case 'moment':
      return orEmpty(z.string().refine((text) => momentIn(text) !== null, '请选日期和钟点'))
    case 'choice':
      return orEmpty(z.string().refine(isOption, `请选“${label}”`))
    case 'choices':
      return z
        .array(z.string())
        .min(required ? 1 : 0, `请选“${label}”`)
        .refine((chosen) => chosen.every(isOption), `请重新选“${label}”`)
    case 'check':
    case 'photos':
      return null
  }
}

/** 2026-03-02, and a day that there is. */
const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

export const dayIn = (text: string): Day | null => (isDay(text) ? (text as Day) : null)

/** 2026-03-02T15:00, Beijing time. */
export function momentIn(text: string): Date | null {
  const [day = '', time = ''] = text.split('T')
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  return isDay(day) && isTime ? momentOf(day as Day, time as TimeOfDay) : null
}

/** The photos of a form by their first bytes, or what is wrong with them. */
export async function photosIn(
  form: FormData,
): Promise<{ readonly photos: readonly Photo[] } | { readonly fault: string }> {
  const files = form.getAll('photos').filter((file) => file instanceof File && file.size > 0)
  if (files.length > mostPhotos) return { fault: `一次最多${mostPhotos}张照片` }
  const photos: Photo[] = []
  for (const file of files) {
    if (!(file instanceof File)) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    const mime = pictureType(bytes)
    if (!mime) return { fault: photoFaults.unknownFormat }
    photos.push({ bytes, mime })
  }
  return { photos }
}

/** Why nothing of a form is kept, for who sent it. */
export const photoFaults: Readonly<Record<PhotoRefused['because'], string>> = {
  tooLarge: '有的照片太大，超过 4000 万像素。请缩小了再发',
  damaged: '有的照片损坏了，打不开。请重新拍一张',
  unknownFormat: '有的文件不是照片。请选 JPEG、PNG、WebP 或 GIF 图片',
}
