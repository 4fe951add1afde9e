import { simplify } from './lexicon/traditional.ts'

/**
 * One form for what is written in many ways: half-width, simplified, circled digits as digits, emoji and WeChat's
 * `[捂脸]` as a space, nothing invisible, no broken surrogates. Letter case and punctuation stay.
 */
export function normalise(text: string): string {
  const plain = text.includes('[') ? text.replace(wechatEmoji, ' ') : text
  let out = ''
  let from = 0 // what stays as it is written is taken over in one piece
  let last = space
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    let form = forms[code] ?? dropped
    if (form === code && !(code === space && last === space)) {
      last = code
      continue
    }
    if (from < at) out += plain.slice(from, at)
    from = at + 1
    if (form === half) {
      const low = plain.charCodeAt(at + 1)
      if (code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) continue
      at++
      const isRareHan = code >= 0xd840 && code <= 0xd8bf
      from = isRareHan ? at - 1 : at + 1
      form = isRareHan ? dropped : space
      if (isRareHan) last = low
    }
    if (form === dropped || (form === space && last === space)) continue
    out += form < space ? String(form) : String.fromCharCode(form)
    last = form
  }
  if (from < plain.length) out += plain.slice(from)
  return last === space ? out.slice(0, -1) : out
}

/**
 * What n-grams are taken from: lower case, every run of digits one `0`, every run of anything but Han and letters
 * one space. Takes normalised text.
 */
export function coded(normalised: string): string {
  let out = ''
  let from = 0
  let last = space
  for (let at = 0; at < normalised.length; at++) {
    const code = normalised.charCodeAt(at)
    const next = coarse(code)
    if (next === code && next !== last) {
      last = next
      continue
    }
    const isRun = next === last && (next === space || next === zero)
    if (next === code && !isRun) continue
    if (from < at) out += normalised.slice(from, at)
    from = at + 1
    if (isRun) continue
    out += String.fromCharCode(next)
    last = next
  }
  if (from < normalised.length) out += normalised.slice(from)
  return last === space ? out.slice(0, -1) : out
}

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)

const wechatEmoji = /\[[一-鿿A-Za-z]{1,6}\]/g

const zero = 48
const space = 32

function coarse(code: number): number {
  if (isHan(code) || (code >= 97 && code <= 122)) return code
  if (code >= 48 && code <= 57) return zero
  return code >= 65 && code <= 90 ? code + 32 : space
}

/** In `forms`, where no control character stays: what is left out, half of a pair, and from 10 on a number. */
const dropped = 0
const half = 1

function plain(code: number): number {
  if (isHan(code)) return simplify(code)
  if (code >= 0xd800 && code <= 0xdfff) return half
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return space
  if (code < 0x7f) return code
  if (isInvisible(code)) return dropped
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code >= 0x2460 && code <= 0x2473) return code < 0x2469 ? code - 0x245f + zero : code - 0x245f
  return code === 0xfffd || isSymbol(code) || isBlank(code) ? space : code
}

const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0xad

const isSymbol = (code: number): boolean =>
  (code >= 0x2190 && code <= 0x21ff) || (code >= 0x2300 && code <= 0x2bff)

const isBlank = (code: number): boolean =>
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

/** What every code unit is written as. */
const forms = Uint16Array.from({ length: 0x10000 }, (_, code) => plain(code))
