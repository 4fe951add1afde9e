/** In a pattern `~`: what may stand between groups of digits. */
const numbers = (pattern: string): RegExp =>
  new RegExp(`(?<!\\d)${pattern.replaceAll('~', '[ .·・•‐–—-]')}(?!\\d)`, 'g')

/** What identifies people by number, and what is written in its stead; found in half-width text. */
const masks: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // a plate of the province, and the longer one of electric cars
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·. -]?(?=[A-Za-z\d]{0,5}\d)[A-Za-z\d]{5,6}(?![A-Za-z\d])/g,
    '[车牌]',
  ],
  [
    numbers(String.raw`(?<![A-Za-z])\d{6}~?(?:19|20)\d{2}~?\d{2}~?\d{2}~?\d{3}[\dXx](?![A-Za-z])`),
    identity,
  ],
  // the groups are long: doors or dates one after the other are no card
  [numbers(String.raw`\d{4}~?\d{2}(?:\d{2}~?\d{4}~?\d{4}|~\d{10})(?:~?\d{1,3})?`), '[卡号]'],
  [numbers(String.raw`[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}`), '[身份证号]'],
  [numbers(String.raw`(?:(?:\+|00)?86~?)?1[3-9]\d(?:~{0,3}\d{4}){2}`), '[电话]'],
  [numbers(String.raw`1[3-9]\d~\d{3}~\d{5}`), '[电话]'],
  [numbers(String.raw`[(]?0\d{2,3}[)]?~?\d{3,4}~?\d{4}`), '[电话]'],
  [numbers(String.raw`[2-9]\d{6,7}`), '[电话]'],
  [
    /[一幺][三四五六七八九3-9][零〇一二三四五六七八九幺两\d]{9}(?![零〇一二三四五六七八九幺])/g,
    '[电话]',
  ],
]

const mayIdentify =
  /\d{4}|[\d)][ .·・•‐–—-]\d{3}|[零〇一二三四五六七八九幺两]{7}|\p{Script=Han}[A-Za-z]/u

/** The text with telephone, identity and card numbers and number plates replaced, however wide they are written. */
export function masked(text: string): string {
  const form = halfWidth(text)
  if (!mayIdentify.test(form)) return text
  return masks.reduce(replaced, { text, form }).text
}

/** Character for character: what is found in it stands at the same place of the text. */
const halfWidth = (text: string): string =>
  text.replace(/[^\0-\x7f\u4e00-\u9fff]/g, (char) => {
    const form = char.normalize('NFKC')
    return form.length === 1 ? form : char
  })

interface Written {
  readonly text: string
  readonly form: string
}

function replaced({ text, form }: Written, [pattern, instead]: (typeof masks)[number]): Written {
  let clean = ''
  let cleanForm = ''
  let from = 0
  for (const { 0: found, index } of form.matchAll(pattern)) {
    const sign = typeof instead === 'string' ? instead : instead(found)
    clean += text.slice(from, index) + sign
    cleanForm += form.slice(from, index) + sign
    from = index + found.length
  }
  return { text: clean + text.slice(from), form: cleanForm + form.slice(from) }
}

/** Eighteen digits are an identity number when their date or their check digit says so, else those of a card. */
function identity(found: string): string {
  const digits = found.replace(/[^\dXx]/g, '')
  const isDate = /^\d{6}\d{4}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/.test(digits)
  return isDate || isChecked(digits) ? '[身份证号]' : '[卡号]'
}

/** Weights and check digits of GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isChecked(digits: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase()
}
