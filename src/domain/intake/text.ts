import { simplify } from './lexicon/traditional.ts'

/**
 * One form for what is written in many ways: half-width, simplified, circled digits as digits, emoji and WeChat's
 * `[捂脸]` as a space, nothing invisible, no broken surrogates. Letter case and punctuation stay.
 */
export function normalise(text: string): string {
  let out = ''
  const untagged = text.replace(wechatEmoji, ' ')
  for (let i = 0; i < untagged.length; i++) {
    const code = untagged.charCodeAt(i)
    if (isHan(code)) {
      out += simplify(code)
    } else if (code >= 0xd800 && code <= 0xdfff) {
      const low = untagged.charCodeAt(i + 1)
      if (code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) continue
      const isRareHan = code >= 0xd840 && code <= 0xd8bf
      out += isRareHan ? untagged.slice(i, i + 2) : ' '
      i++
    } else {
      out += plain(code)
    }
  }
  return out.replace(/\s+/g, ' ').trim()
}

/**
 * What n-grams are taken from: lower case, every run of digits one `0`, every run of anything but Han and letters
 * one space. Takes normalised text.
 */
export function coded(normalised: string): string {
  let out = ''
  let last = ''
  for (let i = 0; i < normalised.length; i++) {
    const code = normalised.charCodeAt(i)
    const next = isHan(code) ? normalised.charAt(i) : coarse(code)
    if ((next === '0' || next === ' ') && next === last) continue
    out += next
    last = next
  }
  return out.trim()
}

export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)

const wechatEmoji = /\[[一-鿿A-Za-z]{1,6}\]/g

function coarse(code: number): string {
  if (code >= 48 && code <= 57) return '0'
  if (code >= 97 && code <= 122) return String.fromCharCode(code)
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32)
  return ' '
}

function plain(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0)) return ' '
  if (code < 0x7f) return String.fromCharCode(code)
  if (isInvisible(code)) return ''
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code >= 0x2460 && code <= 0x2473) return String(code - 0x245f)
  if (code === 0x3000 || code === 0xfffd || isSymbol(code)) return ' '
  return String.fromCharCode(code)
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
