import { z } from 'zod'
import type { MessageType } from '../../src/domain/intake/message.ts'
import type { mention } from './events.ts'

/** What a message says, before anything is asked of Lark. */
export interface Content {
  readonly type: MessageType
  readonly text: string
  /** Its files, in order: those after the first become messages of their own. */
  readonly files: readonly { readonly key: string; readonly type: 'image' | 'file' }[]
}

type Mention = z.infer<typeof mention>

const run = z.object({
  tag: z.string(),
  text: z.string().nullish(),
  href: z.string().nullish(),
  user_id: z.string().nullish(),
  user_name: z.string().nullish(),
  image_key: z.string().nullish(),
  file_key: z.string().nullish(),
})
const post = z.object({ title: z.string().nullish(), content: z.array(z.array(run)) })
const forms = {
  text: z.object({ text: z.string() }),
  post: z.union([post, z.record(z.string(), post)]),
  image: z.object({ image_key: z.string() }),
  file: z.object({ file_key: z.string(), file_name: z.string().nullish() }),
  location: z.object({ name: z.string().nullish() }),
} as const

/** Reads the JSON of a message. What people did not say (stickers, shared contacts, cards) is `system` without words. */
export function contentOf(kind: string, json: string): Content {
  const body = parsed(json)
  switch (kind) {
    case 'text': {
      const read = forms.text.safeParse(body)
      return read.success ? words(read.data.text) : nothing
    }
    case 'post': {
      const read = forms.post.safeParse(body)
      return read.success ? ofPost(read.data) : nothing
    }
    case 'image': {
      const read = forms.image.safeParse(body)
      return file('image', read.data?.image_key, 'image')
    }
    case 'audio':
    case 'media':
    case 'file': {
      const read = forms.file.safeParse(body)
      const type = kind === 'audio' ? 'voice' : kind === 'media' ? 'video' : 'link'
      const name = kind === 'file' ? (read.data?.file_name ?? '') : ''
      return file(isPicture.test(name) ? 'image' : type, read.data?.file_key, 'file', name)
    }
    case 'location':
      return { ...nothing, type: 'location', text: forms.location.safeParse(body).data?.name ?? '' }
    default:
      return nothing
  }
}

/** Photos are often sent as files, to keep them sharp. */
const isPicture = /\.(jpe?g|png|webp|gif|bmp)$/i
const nothing: Content = { type: 'system', text: '', files: [] }
const words = (text: string): Content => ({ type: 'text', text, files: [] })

function file(
  type: MessageType,
  key: string | undefined,
  as: 'image' | 'file',
  name = '',
): Content {
  const text = type === 'link' ? name : ''
  return { type, text, files: key === undefined ? [] : [{ key, type: as }] }
}

function ofPost(read: z.infer<typeof forms.post>): Content {
  const { title, content } = post.safeParse(read).data ?? post.parse(Object.values(read)[0])
  const lines = content.map((runs) => runs.map(inWords).join(''))
  const files = content.flat().flatMap(({ image_key, file_key }): Content['files'] => {
    if (file_key) return [{ key: file_key, type: 'file' }]
    return image_key ? [{ key: image_key, type: 'image' }] : []
  })
  const text = [title ?? '', ...lines].filter((line) => line !== '').join('\n')
  return { type: text === '' && files.length > 0 ? 'image' : 'text', text, files }
}

/** A mention is written by its key, as in a plain text. */
const inWords = ({ tag, text, href, user_id, user_name }: z.infer<typeof run>): string => {
  if (tag === 'at') return user_id?.startsWith('@_') ? user_id : `@${user_name ?? ''}`
  if (tag === 'a' && href && href !== text) return `${text ?? ''} ${href}`
  return text ?? ''
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The words with people by their names, and without us, who are named by `isUs`. */
export function withNames(
  text: string,
  mentions: readonly Mention[],
  isUs: (mention: Mention) => boolean,
): string {
  let rest = text
  let calledUs = false
  // `@_user_1` begins `@_user_10`
  for (const one of [...mentions].sort((a, b) => b.key.length - a.key.length)) {
    if (one.key === '' || !rest.includes(one.key)) continue
    calledUs ||= isUs(one)
    rest = isUs(one)
      ? rest.replaceAll(`${one.key} `, '').replaceAll(one.key, '')
      : rest.replaceAll(one.key, () => `@${one.name ?? ''}`)
  }
  rest = rest.replaceAll('@_all', '@所有人')
  return calledUs ? rest.trim() : rest
}

/** Half a character, and NUL, cannot be stored: U+FFFD stands for each. All else stays as it was said. */
export const wellFormed = (text: string) => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD')
