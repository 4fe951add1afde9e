import type { Heard } from './heard.ts'
import { masked } from './mask.ts'
import { titled } from './people-words.ts'
import type { Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { anyOf } from './sayings.ts'
import { surname } from './surnames.ts'
import { aboutnessOf } from './topics-of.ts'

const longest = 30
const office = '(?:经理|主任|书记|网格员|队长|医生|老师|师傅|校长|院长|站长|所长|村长|组长)'
const person = new RegExp(
  `(?:\\d{3,4}(?:的)?)?${surname}[\\u4e00-\\u9fa5]?(?:${titled}|${office})(?!属院)|我(?:叫|姓)[\\u4e00-\\u9fa5]{1,3}|(?<=网格员|保安|保洁|书记|主任|经理|邻居|户长|户主)[小老]?${surname}(?:[\\u4e00-\\u9fa5]{1,2}(?=$|[ ,，来在家]))?(?![\\u4e00-\\u9fa5]{2})|${surname}[\\u4e00-\\u9fa5]{2}(?=${office}|[ ,，]?\\d{1,2}岁|老人)`,
  'g',
)
const callers = anyOf({
  sounds:
    /哎呀妈?|唉呀?|哎|诶|那个|那啥|就是|然后|但是|还有(?:个事|一个)?|另外|顺便(?:说下|问下|问一嘴)?|我想|想|请问|问下/,
  greetings:
    /你好|您好|大家好|大家|各位(?:邻居|业主|铲屎官)?(?:注意)?|孩子啊|老大妹子|同志|领导好?/,
  opening:
    /(?:我)?(?:跟|同|和)(?:你们?|大家|社区|村里|上头)?(?:说|讲|反映)(?:一下|下|个)*(?:事|情况)?[啊呀情]?|说[个两]+事|讲一下/,
  asides:
    /打个岔|插[个播队一嘴句]*|我户长|有没有一种可能|[一二三]是|第[一二三]个?(?=[,，])|[ ,!?.、啊呀]/,
})
const fillers = new RegExp(`^(?:${callers.source})+`)
/** What was tried, and for whom one speaks: true, but not what the matter is. */
const beside =
  /打了?[^,，。]{0,8}(?:电话|热线)|电话占线|打不通|报修|报了物业|客服|(?:代|替|帮)[^,，。]{0,10}(?:讲|说|报|问|反映|登记)|问下大家|我要(?:表扬|反映)一|送了|没接到通知|什么意思|谁设计/
/** Voice messages come without a stop: they are read in pieces. */
const breath =
  /(?=你说|然后|结果|我寻思|我说|我拿|我看|但是|还有|上礼拜|昨[天儿晚])|(?<=[啊呢嘛呀了的])(?=[我你他她这那家上去就还])/
const piecesOf = (clause: string): readonly string[] =>
  clause.length > 24 ? clause.split(breath).filter((piece) => piece.length > 3) : [clause]

/** One line of at most 30 characters: place and the clause that says most; never a name or a number of a person. */
export function summaryOf(said: readonly Heard[], place: Place, names: readonly string[]): string {
  const where = shortPlace(place)
  const danger = said.find(({ emergency }) => emergency)?.emergency?.because ?? null
  const spoken = said.flatMap((heard, nth) =>
    heard.text
      .replace(/^【[^【】]{1,30}】/, '')
      .split(/[,，。;；!！?？\n ]+/)
      .flatMap(piecesOf)
      .map((clause) => ({ clause: withoutPlace(tidy(clause, place, names), place), nth })),
  )
  const scored = spoken
    .filter(({ clause }) => clause.length > 1)
    .map(({ clause, nth }, order) => ({
      clause,
      order,
      score: scoreOf(clause, danger) - (nth > 0 ? 0.8 : 0) - order * 0.05,
    }))
  const clauses = scored.map(({ clause }) => clause)
  const top = scored.reduce<(typeof scored)[number] | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  )
  if (!top) return cut(where || '未说明')
  const telling = (clause: string | undefined) =>
    clause && !beside.test(clause) ? clause : undefined
  const after = telling(clauses[top.order + 1])
  const before = top.order > 0 ? telling(clauses[top.order - 1]) : undefined
  const lead = where !== '' && !top.clause.includes(where) ? where : ''
  const body =
    before && top.clause.length < 8 && lead.length + before.length < 14
      ? `${before}，${top.clause}`
      : top.clause
  const line = lead === '' ? body : `${lead} ${body}`
  return cut(after && [...line].length + [...after].length < longest ? `${line}，${after}` : line)
}

const cut = (line: string) => {
  const chars = [...line]
  return chars.length <= longest ? line : `${chars.slice(0, longest - 1).join('')}…`
}

/** 李家湾 is nobody's name: what is called so is kept. */
const tidy = (clause: string, { name: known }: Place, names: readonly string[]) =>
  names
    .reduce((text, name) => (name.length > 1 ? text.replaceAll(name, '') : text), masked(clause))
    .split(known ?? '\n')
    .map((piece) => piece.replace(person, '住户'))
    .join(known ?? '\n')
    .replace(/(?:五保户|独居|老人)住户/, (found) => found.slice(0, -2))
    .replace(fillers, '')
    .trim()

/** The place stands before the line: in the line it would be said twice. */
function withoutPlace(clause: string, place: Place): string {
  let rest = place.name === null ? clause : clause.replace(place.name, '')
  for (const { text, building, unit, number } of doorsIn(rest)) {
    const said =
      (building !== null && building === place.building) ||
      (building === null && unit !== null && unit === place.unit) ||
      (number !== null && number === place.number)
    if (said) rest = rest.replace(text.replace(/楼$/, ''), '')
  }
  return rest === clause
    ? clause
    : rest
        .replace(/^(?:我们|咱们?|俺们?|在|是|就|的|这|,)+/, '')
        .replace(/^楼(?![道梯顶上下倒里门前后板宇])/, '')
}

function scoreOf(clause: string, danger: string | null): number {
  const about = aboutnessOf(clause)
  const long = clause.length >= 4 && clause.length <= 22 ? 0.5 : 0
  return (
    (danger !== null && (danger.includes(clause) || clause.includes(danger)) ? 3 : 0) +
    (about.complete ? 2 : 0) +
    Math.min(2, about.things.size) * 0.7 +
    Math.min(2, about.faults) * 0.6 +
    long -
    (beside.test(clause) ? 1.8 : 0)
  )
}

function shortPlace({ name, building, unit, number, group }: Place): string {
  const door = [
    building && `${building}栋`,
    unit && `${unit}单元`,
    number && `${number}号`,
    group && `${group}组`,
  ]
  return `${name ?? ''}${door.filter(Boolean).join('')}`
}
