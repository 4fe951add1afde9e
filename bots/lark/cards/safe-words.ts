import { masked } from '../../../src/domain/intake/mask.ts'

const tail = /[\w.@+ -]+$/
const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Invisible, and up to six bytes each in JSON. */
const invisible = /[^\P{C}\n]/gu

/**
 * What somebody said, for an element that shows it as it is: without numbers of phones, identity cards and mail addresses,
 * for which an office's data protection refuses the whole card (230028), and cut to some bytes of JSON.
 */
export function safe(text: string, mostBytes: number): string {
  // what is cut off anyway need not be looked at; half a number at the end would not be known as one
  const looked = text.length > mostBytes ? text.slice(0, mostBytes).replace(tail, '') : text
  const clean = masked(looked).replace(mail, '[邮箱]').replace(invisible, '')
  return cut(clean, mostBytes)
}

/** The same on one line of `markdown`, where a `<at id=all></at>` would call everybody. */
export function safeMarkdown(text: string, mostBytes: number): string {
  return escaped(safe(text.replace(/\s+/g, ' '), mostBytes))
}

/**
 * Lark's markdown wants entities for its signs, not backslashes. From
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/rich-text
 */
const escaped = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const ellipsis = '……'

function cut(text: string, mostBytes: number): string {
  if (bytesOf(text) <= mostBytes) return text
  let bytes = bytesOf(ellipsis)
  let kept = ''
  for (const sign of text) {
    bytes += bytesOf(sign)
    if (bytes > mostBytes) break
    kept += sign
  }
  return kept + ellipsis
}

/** As it counts in a card: JSON, without its quotation marks. */
const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2
