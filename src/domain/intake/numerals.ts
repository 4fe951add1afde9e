const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Source of a pattern for a number as people write it: `12`, `十二`, `一百零八`, `三零一`. */
export const numeral = '(?:\\d{1,4}|[零〇一二两三四五六七八九十百]{1,6})'

/** Reads `12`, `十二`, `二十三`, `一百零八`, `三〇一`, 甲乙丙丁; null for anything else. */
export function readNumeral(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  const stem = '甲乙丙丁戊'.indexOf(text)
  if (text.length === 1 && stem >= 0) return stem + 1
  if (text === '半') return 0.5
  if (!/[十百]/.test(text)) return readDigits(text)
  let sum = 0
  let current = 0
  for (const char of text) {
    if (char === '百') {
      sum += (current || 1) * 100
      current = 0
    } else if (char === '十') {
      sum += (current || 1) * 10
      current = 0
    } else {
      const digit = digits[char]
      if (digit === undefined) return null
      current = digit
    }
  }
  return sum + current
}

/** `三零一` is read out digit by digit. */
function readDigits(text: string): number | null {
  if (text.length === 0 || text.length > 6) return null
  let value = 0
  for (const char of text) {
    const digit = digits[char]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** The number as a plain string (`十二` → `12`), or null. */
export function plain(text: string): string | null {
  const value = readNumeral(text)
  return value === null ? null : String(value)
}
