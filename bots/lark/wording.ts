import type { MessageKind } from './gateway.ts'

/** A message ready to be sent. */
export interface Wording {
  readonly kind: MessageKind
  readonly content: object
}

/** Lark takes 30 KB as `post` and 150 KB as `text`; the JSON around it counts, too. */
const longestPost = 25_000
const longestText = 45_000

/**
 * Words with a mention and pictures as one message, so that one idempotency key serves for all of it. What residents say
 * stands in our words: a plain text would turn `<at user_id="all">` into a call to everybody, a `post` shows it as it is.
 */
export function wordingOf(
  words: string,
  mention: string | null,
  images: readonly string[],
): Wording {
  const isPlain = mention === null && images.length === 0 && !/[<[*_~`]/.test(words)
  if (isPlain) return { kind: 'text', content: { text: words.slice(0, longestText) } }
  const lines = words.length > longestPost ? `${words.slice(0, longestPost)}……` : words
  const text = lines.split('\n').map((line) => (line === '' ? [] : [{ tag: 'text', text: line }]))
  const [first = [], ...others] = words === '' ? [] : text
  const called = mention === null ? first : [{ tag: 'at', user_id: mention }, space, ...first]
  const pictures = images.map((image_key) => [{ tag: 'img', image_key }])
  const paragraphs = [...(called.length > 0 || others.length > 0 ? [called] : []), ...others]
  return { kind: 'post', content: { zh_cn: { title: '', content: [...paragraphs, ...pictures] } } }
}

const space = { tag: 'text', text: ' ' }

/** Without phones, long numbers and mail addresses, which the data protection of an office may refuse (230028). */
export const masked = (words: string) =>
  words
    .replace(/\d[\d -]{5,}\d/g, (digits) => `${digits.slice(0, 3)}****${digits.slice(-2)}`)
    .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '（邮箱已隐去）')
