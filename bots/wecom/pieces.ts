import type { MediaId } from '../../src/domain/ids.ts'

/** What goes as a message of its own. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly isFirst: boolean }
  | { readonly kind: 'picture'; readonly picture: MediaId }

/** The longest text of a message, in bytes of UTF-8; WeCom cuts what is longer without a word. */
export const longestText = 2_048

/** Words and pictures as messages that WeCom carries whole. */
export function piecesOf(text: string, pictures: readonly MediaId[]): Piece[] {
  const texts = text === '' ? [] : split(harmless(text), longestText)
  return [
    ...texts.map((part, index) => ({ kind: 'text', text: part, isFirst: index === 0 }) as const),
    ...pictures.map((picture) => ({ kind: 'picture', picture }) as const),
  ]
}

/** What a resident wrote must call nobody (`<@all>`) and hide no link (`<a href=…>`): a wide sign stands there instead. */
const harmless = (text: string) => text.replace(/<(?=[@/a-z])/gi, '＜')

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Parts of at most so many bytes: broken between lines, in a line that is too long after a sentence, else between signs. */
export function split(text: string, most: number): string[] {
  const parts: string[] = []
  let part = ''
  const take = (piece: string, glue: string) => {
    const longer = part === '' ? piece : part + glue + piece
    if (bytesOf(longer) <= most) part = longer
    else {
      if (part !== '') parts.push(part)
      part = piece
    }
  }
  for (const line of text.split('\n')) {
    if (bytesOf(line) <= most) take(line, '\n')
    else {
      if (part !== '') parts.push(part)
      part = ''
      for (const sentence of line.split(/(?<=[。！？；])/)) {
        if (bytesOf(sentence) <= most) take(sentence, '')
        else for (const { segment } of signs.segment(sentence)) take(segment, '')
      }
    }
  }
  if (part !== '') parts.push(part)
  return parts
}

const bytesOf = (text: string) => Buffer.byteLength(text)
