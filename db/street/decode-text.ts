import { no, ok, type Result } from '../../src/domain/result.ts'

/**
 * The text of a file as people save it: UTF-8 with or without a byte order mark, UTF-16 with one, or GB 18030, which
 * Chinese Excel writes as "CSV". Refuses with a sentence for the keeper of the file.
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
  return no('认不出文字编码。请在 Excel 里“另存为”选“CSV UTF-8（逗号分隔）”再导入')
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
  const head = /^(?!\s*#).*\S.*$/m.exec(text)?.[0] ?? ''
  const count = (delimiter: string) => head.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
