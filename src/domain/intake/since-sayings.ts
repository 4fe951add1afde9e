import { dayNumber, dayOf, holidayNames, lastHoliday, numberOf, weekday } from './days.ts'
import { numeral, readNumeral } from './numerals.ts'

/** A way to say since when; `day` gives the day number, or null where the words turn out to say none. */
export interface Saying {
  readonly name: string
  readonly pattern: RegExp
  readonly day: (found: RegExpExecArray, today: number, at: Date) => number | null
  readonly confidence: number
  /** Says a day on which something happened: no beginning if the matter is older, recurring or a call for repair. */
  readonly incident: boolean
}

const weekdayName = '([一二三四五六日天末1-7])'
const part =
  '(?:一大早|大清早|清早|清晨|凌晨|早上|早晨|早起|上午|中午|下午|傍晚|晚上|夜里|半夜|后半夜|白天)?'
const begins = `(?:${part}[^,，。;；!！?？\\n]{0,14}?(?:开始|起就|起,|起 |以来|到现在|至今|到今天|就[^,，。\\n]{0,8}(?:了|没|不)))`
const from = '(?:从|打从|自从|自|打|由)'

const ago: Readonly<Record<string, number>> = {
  大前天: 3,
  大前晚: 3,
  前天: 2,
  前日: 2,
  前晚: 2,
  前夜: 2,
  前儿: 2,
  昨天: 1,
  昨日: 1,
  昨晚: 1,
  昨夜: 1,
  昨儿: 1,
  寻日: 1,
  琴日: 1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晨: 0,
  今晚: 0,
  今儿: 0,
  今朝: 0,
  刚才: 0,
  刚刚: 0,
  方才: 0,
  才刚: 0,
  将才: 0,
  头先: 0,
  啱啱: 0,
}
const pointNames = Object.keys(ago)
  .sort((a, b) => b.length - a.length)
  .join('|')

const relative = (found: RegExpExecArray, today: number) => {
  const back = ago[found[1] ?? '']
  return back === undefined ? null : today - back
}

const holiday = (found: RegExpExecArray, today: number) => lastHoliday(found[1] ?? '', today)

const date = (found: RegExpExecArray, today: number) => {
  const year = Number(dayOf(today).slice(0, 4))
  const month = readNumeral(found[1] ?? '')
  const day = readNumeral(found[2] ?? '')
  if (month === null || day === null) return null
  return (
    [numberOf(year, month, day), numberOf(year - 1, month, day)].find(
      (d) => d !== null && d <= today,
    ) ?? null
  )
}

const dayOfMonth = (found: RegExpExecArray, today: number) => {
  const day = readNumeral(found[1] ?? '')
  const [year = 0, month = 0] = dayOf(today).split('-').map(Number)
  if (day === null) return null
  const last = month === 1 ? numberOf(year - 1, 12, day) : numberOf(year, month - 1, day)
  return [numberOf(year, month, day), last].find((d) => d !== null && d <= today) ?? null
}

const wanted = (name: string | undefined) => {
  const index = '一二三四五六日'.indexOf(name ?? '')
  if (name === '天') return 7
  if (name === '末') return 6
  return index >= 0 ? index + 1 : Number(name)
}

const lastWeekday = (found: RegExpExecArray, today: number) => {
  const monday = today - weekday(today) + 1
  const weeks = found[1]?.startsWith('上上') ? 2 : 1
  return monday - 7 * weeks + wanted(found[2]) - 1
}

const thisWeekday = (found: RegExpExecArray, today: number) => {
  const back = (weekday(today) - wanted(found[1]) + 7) % 7
  return today - back
}

const counted = (found: RegExpExecArray, today: number) => {
  const amount = readNumeral(found[1] ?? '')
  return amount === null || amount < 1 || amount > 60 ? null : today - amount
}

const weeks = (found: RegExpExecArray, today: number) => {
  const amount = readNumeral(found[1] ?? '')
  return amount === null || amount < 1 || amount > 8 ? null : today - 7 * amount
}

const hours = (found: RegExpExecArray, _today: number, at: Date) => {
  const amount = readNumeral(found[1] ?? '')
  return amount === null || amount > 96
    ? null
    : dayNumber(new Date(at.getTime() - amount * 3_600_000))
}

const n = numeral
const say = (
  name: string,
  pattern: string,
  day: Saying['day'],
  confidence: number,
  incident = false,
): Saying => ({
  name,
  pattern: new RegExp(pattern, 'g'),
  day,
  confidence,
  incident,
})

/** In order of trust: said beginnings, then durations, then days on which it happened. */
export const sayings: readonly Saying[] = [
  say('从昨天', `${from}(?:是)?(${pointNames})`, relative, 0.95),
  say('昨天开始', `(${pointNames})${begins}`, relative, 0.9),
  say('从元旦', `${from}(?:大年|正月)?(${holidayNames})`, holiday, 0.95),
  say(
    '元旦那天',
    `(${holidayNames})(?:节)?(?:那天|当天|那晚|第一天|前后|开始|起|到现在|至今|就)`,
    holiday,
    0.9,
  ),
  say('从3月5号', `${from}?(${n})月(${n})[日号]?`, date, 0.9),
  say('从5号', `${from}(?:这个?月|本月)?(${n})[日号](?!楼|线|院|桌|门)`, dayOfMonth, 0.9),
  say(
    '5号开始',
    `(?<![\\d一二三四五六七八九十])(${n})[日号](?:晚上|早上|上午|下午)?(?:开始|起|到现在|至今)`,
    dayOfMonth,
    0.85,
  ),
  say('上周四', `(上上个?|上个?)(?:周|星期|礼拜)${weekdayName}`, lastWeekday, 0.9),
  say('从周五', `(?:${from}|这个?|本)(?:周|星期|礼拜)${weekdayName}`, thisWeekday, 0.9),
  say(
    '周五开始',
    `(?<![每下上])(?:周|星期|礼拜)${weekdayName}(?:${part}(?:那天)?(?:就|开始|起|到现在|至今)|那天)`,
    thisWeekday,
    0.85,
  ),
  say('三天前', `(?<!第)(${n})天(?:前|之前|以前)`, counted, 0.9),
  say(
    '三天了',
    `(?<![几第过隔好半这前后每剩差等到有只再就还\\d一二三四五六七八九十])(?:整整|足足|都|已经|有)?(${n})(?:多)?(?:天|日|宿|晚上|夜|晚|个晚上)(?:多)?(?:了|没|冇|不|都|还|以来|来|啦|咯|喽|哒|哩|嘞)`,
    counted,
    0.9,
  ),
  say(
    '已经三天',
    `(?<![还只就没])(?:已经|都|快|有|连续|连着|连|整整|足足|持续|一连|断断续续)(?:有|快|了|都)?(${n})(?:天|日|宿|夜|晚)(?!前|后|内|之内)`,
    counted,
    0.85,
  ),
  say(
    '一周了',
    `(?<![几第好半这前后每\\d上下])(${n})个?(?:周|星期|礼拜)(?:了|没|冇|不|都|还|以来|来|啦|前)`,
    weeks,
    0.8,
  ),
  say(
    '三十个小时',
    `(?<![几第每\\d])(${n})(?:多)?个?(?:小时|钟头|多小时)(?:了|没|冇|还|都|啦)?`,
    hours,
    0.75,
  ),
  say('昨晚', `(?<!从)(${pointNames})`, relative, 0.75, true),
]
