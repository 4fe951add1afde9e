import { z } from 'zod'
import { type Answer, refuse } from './answers.ts'
import { cardProblems } from './card-rules.ts'
import { textsOf } from './card-walk.ts'
import type { Mention, World } from './world.ts'

/** What is in a message that our bot sends. */
export interface Content {
  readonly content: string
  readonly mentions: readonly Mention[]
  readonly files: readonly string[]
}

const longestText = 150 * 1024
const longestCard = 30 * 1024
const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/
const mail = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i

const shapes = {
  text: z.object({ text: z.string().min(1) }),
  post: z.record(
    z.string(),
    z.object({
      title: z.string().optional(),
      content: z.array(z.array(z.looseObject({ tag: z.string() }))).min(1),
    }),
  ),
  image: z.object({ image_key: z.string() }),
  file: z.object({ file_key: z.string() }),
  audio: z.object({ file_key: z.string() }),
  media: z.object({ file_key: z.string(), image_key: z.string().optional() }),
} as const

const postTags = ['text', 'a', 'at', 'img', 'media', 'emotion', 'code_block', 'hr', 'md']

/** Checks the content of a message as the platform does, and reads who and what is in it. */
export function readContent(type: string, content: string, world: World): Content | Answer {
  const size = Buffer.byteLength(content)
  if (size > (type === 'text' ? longestText : longestCard)) return refuse(230025)
  const body = parsed(content)
  if (body === undefined) return refuse(230001, 'content is not a string of JSON')
  if (world.app.audit && (phone.test(content) || mail.test(content))) return refuse(230028)
  if (type === 'interactive') {
    const [problem] = cardProblems(body)
    if (problem !== undefined) return refuse(230099, problem)
    const files = [...content.matchAll(/"img_key":"([^"]+)"/g)].flatMap(([, key]) => key ?? [])
    return uploaded(
      { content, mentions: mentionsOf(textsOf(body).join('\n'), world), files },
      world,
    )
  }
  if (!Object.hasOwn(shapes, type)) return refuse(230001, `msg_type ${type} is not known here`)
  const read = shapes[type as keyof typeof shapes].safeParse(body)
  if (!read.success) return refuse(230001, `content is no ${type}`)
  if (type === 'post') {
    const tags = [...content.matchAll(/"tag":"([^"]*)"/g)].map(([, tag]) => tag ?? '')
    const strange = tags.find((tag) => !postTags.includes(tag))
    if (strange !== undefined) return refuse(230001, `no ${strange} in a post`)
  }
  const files = [...content.matchAll(/"(?:image|file)_key":"([^"]+)"/g)].flatMap(
    ([, key]) => key ?? [],
  )
  return uploaded({ content, mentions: mentionsOf(atsOf(body), world), files }, world)
}

function uploaded(content: Content, world: World): Content | Answer {
  const strange = content.files.find((key) => world.shelves.file(key) === undefined)
  return strange === undefined ? content : refuse(230001, `no such key ${strange}`)
}

/** The `at` parts of a text or post, as a text has them. */
function atsOf(body: unknown): string {
  const text = z.object({ text: z.string() }).safeParse(body)
  if (text.success) return text.data.text
  const ats = [...JSON.stringify(body).matchAll(/"user_id":"([^"]+)"/g)]
  return ats.map(([, id]) => `<at user_id="${id}"></at>`).join('')
}

const at = /<at (?:user_)?id="?([\w-]+)"?>(.*?)<\/at>/g

function mentionsOf(text: string, world: World): Mention[] {
  return [...text.matchAll(at)].map(([, id = ''], i) => ({
    ...{ key: `@_user_${i + 1}`, id, name: world.users.get(id)?.name ?? id },
  }))
}

/** What people read of a message: mentions as `@name`, all texts of a post or card, one a line. */
export function readable(type: string, content: string, mentions: readonly Mention[]): string {
  const body = parsed(content)
  if (type === 'interactive') return textsOf(body).join('\n')
  const named = new Map(mentions.map(({ key, name }) => [key, name]))
  const byId = new Map(mentions.map(({ id, name }) => [id, name]))
  const text = z.object({ text: z.string() }).safeParse(body)
  const plain = text.success ? text.data.text : type === 'post' ? postTexts(body) : ''
  return plain
    .replaceAll(at, (_, id: string) => `@${byId.get(id) ?? id}`)
    .replaceAll(/@_user_\d+/g, (key) => `@${named.get(key) ?? key}`)
}

function postTexts(node: unknown): string {
  if (Array.isArray(node)) return node.map(postTexts).filter(Boolean).join('\n')
  if (node === null || typeof node !== 'object') return ''
  const { text, title, user_name } = node as Record<string, unknown>
  if (typeof text === 'string') return text
  if (typeof user_name === 'string') return `@${user_name}`
  const inner = Object.values(node).filter((value) => typeof value === 'object')
  return [...(typeof title === 'string' && title ? [title] : []), ...inner.map(postTexts)].join(
    '\n',
  )
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
