/** What identifies people by number, and what is written in its stead. */
const masks: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\dA-Za-z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
    '[身份证号]',
  ],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, '[电话]'],
  [/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, '[电话]'],
  [/(?<!\d)\d(?:[ -]?\d){15,18}(?!\d)/g, '[卡号]'],
  [/(?<!\d)[2-9]\d{6,7}(?!\d)/g, '[电话]'],
]

/** The text with telephone, identity and card numbers replaced. */
export function masked(text: string): string {
  if (!/\d{4}/.test(text)) return text
  return masks.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text)
}
