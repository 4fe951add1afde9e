import { numeral } from './numerals.ts'
import { sieveOf } from './sieve/sieve.ts'

const hanNumber = '[一二两三四五六七八九十百几]{1,6}'
/** `三次`, `5个人`, `13度`. */
const measures = [
  '个|天(?!天)|日|次|条|回|趟|遍|倍|点|折|份|周(?!$)|级|届|(?<!\\d{3})把|件|块|本|两|年|小时|分钟|分|秒|岁|人',
  '辆|台|斤|公斤|米|度|平方?|口|只|袋|车|亩|寸|瓦|安|层楼高',
].join('|')

/**
 * What has numbers but is no door: money, dates, times of day, telephones, amounts. Each is blanked out
 * (same length, so that positions stay) before doors are looked for.
 */
const notDoors: readonly RegExp[] = [
  /[几两二三四五六七八九十]{1,3}栋楼(?![下道上顶门梯里内前后])|(?<=[共管])\d{1,2}栋楼?/g,
  /(?<!\d)1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4}(?!\d)/g, // mobile
  /(?<!\d)0\d{2,3}[ -]?\d{7,8}/g, // land line
  /\d{7,}[\dx]?/gi, // card, identity
  /(?<!\d)\d{1,8}(?:\.\d{1,4})?\s*(?:元|块|万|毛|角|rmb|¥)/gi,
  /[¥$]\s*\d{1,8}/g,
  /(?<!\d)\d{1,8}(?:\.\d{1,4})?\s*%|(?<![\d.])\d{1,4}\.\d{1,4}(?!\.\d{3})/g,
  /(?:19|20)\d\d年/g,
  new RegExp(`${numeral}月(?:份|底|初)?(?:${numeral}[日号]?)?`, 'g'),
  new RegExp(`${numeral}(?:点(?:半|钟|多)?|时)(?:${numeral}分?)?`, 'g'),
  /\d{1,2}[:：]\d{2}/g,
  new RegExp(`${numeral}(?:多|来|几)?(?:${measures})(?!元|楼)`, 'g'),
  new RegExp(`(?<!\\d)\\d{1,2}(?:张|户|家|位|名)|${hanNumber}(?:张|户|家|位|名)`, 'g'),
  /第[一二三四五六七八九十\d]{1,3}[排个](?=.{0,12}[\d一二三四五六七八九十][号栋幢座])/g,
  // how far one climbs is not where it is
  new RegExp(
    `(?:爬|(?<!楼)[上下]到?|[走跑背扛搬抬提推]到)了?${numeral}[楼层](?![的那有口])|从${numeral}[楼层][爬走跑]|住(?:在)?${numeral}[楼层](?=.{0,12}(?:爬|膝|腿|走|上下))`,
    'g',
  ),
  // several floors, those above one, where somebody lives who speaks of other things
  new RegExp(
    `${numeral}[楼层](?:还是|或者?是?|[和跟、到至])?${numeral}[楼层]|从${numeral}[楼层][到至往一贴]|${numeral}[楼层](?:半|(?:往|以)[上下])(?!那|的?窗)|[同住]一?[一1][楼层]`,
    'g',
  ),
  new RegExp(
    `(?:[追冲蹦码贴堆熏飘]到|按[了亮]?)${numeral}[楼层]|我们?家?住(?:在)?${numeral}[楼层](?!的|[\\d一二三四五六七八九])`,
    'g',
  ),
  /(?:尾号|车牌|订单|编号|单号|工号)\s*[a-z]?\d{1,20}/gi,
  /(?<!\d)(?:110|119|120|12345|12319|315)(?!\d)/g,
]

const sieve = sieveOf(notDoors)

/** The text with everything blanked out that looks like a door and is none. */
export function withoutFalseDoors(text: string): string {
  if (!/[\d一二两三四五六七八九十百]/.test(text)) return text
  // 9一2一301: a dash written as the character that looks like it
  let clean = text.replace(/(?<=\d)一(?=\d)/g, '-')
  if (formal.test(clean)) clean = clean.replace(formalNumeral, (char) => plainOf(char))
  // B区2座 is B2座
  if (clean.includes('区')) clean = clean.replace(/(?<![A-Za-z])([A-Za-z])区(?=\d)/g, ' $1')
  for (const number of sieve.sift(clean)) clean = clean.replace(notDoors[number] ?? '', blank)
  return clean
}

const formal = /[壹贰叁肆伍陆柒捌玖]/
/** 贰单元; 陆 and 伍 alone are surnames. */
const formalNumeral = /[壹贰叁肆伍陆柒捌玖](?=单元|栋|幢|号楼|座|楼|层)/g
const plainOf = (char: string): string =>
  '一二三四五六七八九'.charAt('壹贰叁肆伍陆柒捌玖'.indexOf(char))

const blank = (found: string) => '＿'.repeat(found.length)
