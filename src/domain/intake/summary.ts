import type { Heard } from './heard.ts'
import { masked } from './mask.ts'
import type { Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { surname } from './surnames.ts'
import { aboutnessOf } from './topics-of.ts'

const longest = 30
const person = new RegExp(
  `(?:\\d{3,4}(?:的)?)?${surname}[\\u4e00-\\u9fa5]?(?:奶奶|爷爷|大爷|大妈|阿姨|叔叔?|师傅|老师|先生|女士|婆婆|娭毑|经理|主任|书记)|我(?:叫|姓)[\\u4e00-\\u9fa5]{1,3}|(?<=网格员|保安|保洁|书记|主任|经理|邻居)[小老]?${surname}(?![\\u4e00-\\u9fa5]{2})`,
  'g',
)
const fillers =
  /^(?:那个|就是|然后|我想|想|请问|你好|您好|大家好|各位邻居|跟(?:大家|社区|村里)?(?:说|反映)(?:个|一下)?事?(?:啊|呀|情)?|说(?:个|两个)事|(?:一|二|三)是|另外|还有(?:个事)?|顺便(?:说下|问下)?|[ ,!?.、:])+/

/** One line of at most 30 characters: place and the clause that says most; never a name or a number of a person. */
export function summaryOf(said: readonly Heard[], place: Place, names: readonly string[]): string {
  const where = shortPlace(place)
  const danger = said.find(({ emergency }) => emergency)?.emergency?.because ?? null
  const spoken = said.flatMap((heard, nth) =>
    heard.text
      .split(/[,，。;；!！?？\n ]+/)
      .map((clause) => ({ clause: withoutPlace(tidy(clause, names), place), nth })),
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
  const after = clauses[top.order + 1]
  const before = top.order > 0 ? clauses[top.order - 1] : undefined
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

const tidy = (clause: string, names: readonly string[]) =>
  names
    .reduce((text, name) => (name.length > 1 ? text.replaceAll(name, '') : text), masked(clause))
    .replace(person, '住户')
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
  return rest === clause ? clause : rest.replace(/^(?:我们|咱们?|俺们?|在|是|就|的|这|,)+/, '')
}

function scoreOf(clause: string, danger: string | null): number {
  const about = aboutnessOf(clause)
  const long = clause.length >= 4 && clause.length <= 22 ? 0.5 : 0
  return (
    (danger !== null && (danger.includes(clause) || clause.includes(danger)) ? 3 : 0) +
    (about.complete ? 2 : 0) +
    Math.min(2, about.things.size) * 0.7 +
    Math.min(2, about.faults) * 0.6 +
    long
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
