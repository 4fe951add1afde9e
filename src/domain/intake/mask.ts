/** What identifies people by number, and what is written in its stead. */
const masks: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // a plate of the province, and the longer one of electric cars
  [
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·. -]?(?=[A-Za-z\d]{0,5}\d)[A-Za-z\d]{5,6}(?![A-Za-z\d])/g,
    '[车牌]',
  ],
  [/(?<![\dA-Za-z])\d{6}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g, identity],
  [/(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g, '[卡号]'],
  [/(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)/g, '[身份证号]'],
  [/(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, '[电话]'],
  [/(?<!\d)1[3-9]\d[ -]\d{3}[ -]\d{5}(?!\d)/g, '[电话]'],
  [/(?<!\d)[(（]?0\d{2,3}[)）]?[ -]?\d{3,4}[ -]?\d{4}(?!\d)/g, '[电话]'],
  [/(?<!\d)[2-9]\d{6,7}(?!\d)/g, '[电话]'],
  [
    /[一幺][三四五六七八九3-9][零〇一二三四五六七八九幺两\d]{9}(?![零〇一二三四五六七八九幺])/g,
    '[电话]',
  ],
]

const mayIdentify = /\d{4}|[\d)）][ -]\d{3}|[零〇一二三四五六七八九幺两]{7}|\p{Script=Han}[A-Za-z]/u

/** The text with telephone, identity and card numbers and number plates replaced. */
export function masked(text: string): string {
  if (!mayIdentify.test(text)) return text
  let clean = text
  for (const [pattern, instead] of masks) {
    clean =
      typeof instead === 'string'
        ? clean.replace(pattern, instead)
        : clean.replace(pattern, (found) => instead(found))
  }
  return clean
}

/** Eighteen digits are an identity number when their date or their check digit says so, else those of a card. */
function identity(found: string): string {
  const digits = found.replace(/[ -]/g, '')
  const isDate = /^\d{6}\d{4}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/.test(digits)
  return isDate || isChecked(digits) ? '[身份证号]' : '[卡号]'
}

/** Weights and check digits of GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isChecked(digits: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0)
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase()
}
