import { no, ok, type Result } from '../../src/domain/result.ts'

/**
 * The text of a file as people save it: UTF-8 with or without a byte order mark, UTF-16 with or without one in either
 * order, or GB 18030, which Chinese Excel writes as "CSV". Refuses with a sentence for the keeper of the file.
 */
export function decodeText(bytes: Uint8Array): Result<string, string> {
  const encodings =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? ['utf-16le']
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    const text = decodedAs(encoding, bytes)
    if (text !== null && !text.includes('\0')) return ok(text)
  }
  const text = unmarked(bytes)
  return text === null
    ? no('认不出文字编码。请在 Excel 里“另存为”选“CSV UTF-8（逗号分隔）”再导入')
    : ok(text)
}

/** What tables of the street are written in: read in the wrong order a third of it at most is such a character. */
const usual = /[\t\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u2010-\u2030\xb7]/g
const mostLookedAt = 20_000
const leastUsual = 0.9

/** UTF-16 whose mark some program left out, by the order in which it makes sense; null for what makes none. */
function unmarked(bytes: Uint8Array): string | null {
  const read = ['utf-16le', 'utf-16be'].map((encoding) => decodedAs(encoding, bytes))
  return read.find((text) => text !== null && makesSense(text)) ?? null
}

function makesSense(text: string): boolean {
  const looked = text.slice(0, mostLookedAt)
  const isTable = /[,;\t\n]/.test(looked) && !text.includes('\0')
  return isTable && (looked.match(usual)?.length ?? 0) >= leastUsual * looked.length
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What stands between the cells of a table, by its head: Excel writes tabs into "Unicode text", and semicolons in some lands. */
export function delimiterOf(text: string): string {
  const head = text.split(/[\r\n]/, mostLinesBefore).find(isHead) ?? ''
  const count = (delimiter: string) => head.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

const mostLinesBefore = 10_000
const isHead = (line: string): boolean => line.trim() !== '' && !line.trimStart().startsWith('#')
