import { dayNames, daysAgo, partOfDay } from './day-words.ts'
import { dayNumber, dayOf, numberOf, weekday } from './days.ts'
import { holidayNames, lastHoliday, lastLunarDay } from './holidays.ts'
import { numeral, readNumeral } from './numerals.ts'

/** A way to say since when; `day` gives the day number, or null where the words turn out to say none. */
export interface Saying {
  readonly name: string
  readonly pattern: RegExp
  readonly day: (found: RegExpExecArray, today: number, at: Date) => number | null
  readonly confidence: number
  /**
   * What its clause must show: `nothing` when the saying itself says a beginning; `noOther` for a mere day, unless the
   * clause tells of something else on it; `onset` for names that are often said in passing: something must begin then.
   */
  readonly needs: 'nothing' | 'noOther' | 'onset'
}

const n = `(?:${numeral}|[俩仨])`
const part = `${partOfDay}?`
const from = '(?:打从|自打|自从|从|打|自|由|起)(?:的|是)?'
const begins = `(?:(?:那天|那晚|那会儿?)?${part}[^,，。;；!！?？\\n]{0,14}?(?:开始|起就|起头|起,|起 |起$|以来|到现在|到而家|至今|到今天|到今儿|就[^,，。\\n]{0,8}(?:了|没|冇|无|不|这样|这么|那样)))`
const on = '(?:那天|当天|那晚|当晚|第一天|前后|节|放假|晚上|夜里)*'
const soFar = '(?:开始|起|到现在|到今天|至今|就)'
const particle = '(?:了|没|冇|无|不|都|还|以来|来|啦|咯|喽|哒|哩|嘞|咗|嘅|唔)'

const relative = (found: RegExpExecArray, today: number) => {
  const back = daysAgo.get(found[1] ?? '')
  return back === undefined ? null : today - back
}

const holiday = (found: RegExpExecArray, today: number) => lastHoliday(found[1] ?? '', today)

const lunarMonthNames: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

const lunarDate = (found: RegExpExecArray, today: number) => {
  const name = found[1] ?? ''
  const month = lunarMonthNames[name] ?? readNumeral(name)
  const day = readNumeral((found[2] ?? '').replace('初', '').replace('廿', '二十'))
  return month === null || day === null ? null : lastLunarDay(month, day, today)
}

const lastOf = (dates: readonly (number | null)[], today: number) =>
  dates.find((day) => day !== null && day <= today) ?? null

const date = (found: RegExpExecArray, today: number) => {
  const year = Number(dayOf(today).slice(0, 4))
  const month = readNumeral(found[1] ?? '')
  const day = readNumeral(found[2] ?? '')
  if (month === null || day === null) return null
  return lastOf([numberOf(year, month, day), numberOf(year - 1, month, day)], today)
}

const dayOfMonth = (found: RegExpExecArray, today: number) => {
  const day = readNumeral(found[1] ?? '')
  const [year = 0, month = 0] = dayOf(today).split('-').map(Number)
  if (day === null) return null
  const last = month === 1 ? numberOf(year - 1, 12, day) : numberOf(year, month - 1, day)
  return lastOf([numberOf(year, month, day), last], today)
}

const weekdayName = '([一二三四五六日天末1-7])'
const wanted = (name: string | undefined) => {
  if (name === '天') return 7
  if (name === '末') return 6
  const index = '一二三四五六日'.indexOf(name ?? '')
  return index >= 0 ? index + 1 : Number(name)
}

const lastWeekday = (found: RegExpExecArray, today: number) => {
  const monday = today - weekday(today) + 1
  const weeks = found[1]?.startsWith('上上') ? 2 : 1
  return monday - 7 * weeks + wanted(found[2]) - 1
}

const thisWeekday = (found: RegExpExecArray, today: number) =>
  today - ((weekday(today) - wanted(found[1]) + 7) % 7)

/** 三四天, 十来天, 二十多天 are rough: two digits side by side are no number of days. */
const isRough = (amount: string) => /^[一二两三四五六七八九]{2,}$/.test(amount)

const daysBack =
  (per: number, most: number, already = 0) =>
  (found: RegExpExecArray, today: number) => {
    const said = found[1] ?? ''
    const amount = readNumeral(said)
    return amount === null || isRough(said) || amount < 1 || amount > most
      ? null
      : today - per * (amount - already)
  }

const hours = (found: RegExpExecArray, _today: number, at: Date) => {
  const amount = readNumeral(found[1] ?? '')
  return amount === null || amount > 96
    ? null
    : dayNumber(new Date(at.getTime() - amount * 3_600_000))
}

/** An hour that is still to come today was yesterday's. */
const clock = (found: RegExpExecArray, today: number, at: Date) => {
  const said = readNumeral(found[2] ?? '')
  if (said === null || said > 24) return null
  const isLate = /晚|夜|下午|傍|黑/.test(found[1] ?? '') && said < 12
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours()
  return (isLate ? said + 12 : said) > hour ? today - 1 : today
}

const saying =
  (needs: Saying['needs']) =>
  (name: string, pattern: string, day: Saying['day'], confidence: number): Saying => ({
    name,
    pattern: new RegExp(pattern, 'g'),
    day,
    confidence,
    needs,
  })
const say = saying('nothing')
/** Said of a day only: it depends on what happened then. */
const happened = saying('noOther')
const mentioned = saying('onset')

const notCounted = '(?<![几第过隔好半这前后每剩差等到只再就还\\d一二三四五六七八九十])'
const days = '(?:天|日|宿|晚上|夜|晚|个晚上|个夜晚)'
const solarDate = `(?<!\\d)(${n})月份?(${n})(?![月个\\d])[日号]?`
const lunarDay =
  '(?:农历)?([正冬腊二三四五六七八九十])月(初[一二三四五六七八九十]|廿[一二三四五六七八九]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十)'

/** 早上停的 is today's, unless its hour is still to come. */
const today = (found: RegExpExecArray, day: number, at: Date) => {
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours()
  return hour < (/下午|傍|后晌/.test(found[1] ?? '') ? 12 : 4) ? null : day
}
const bareParts =
  '(一大早|一早|大清早|清早|清晨|凌晨|后半夜|早上|早晨|早起|早晌|上午|头晌|晌午|中午|下午|后晌|傍晚)'

/** In order of trust: said beginnings, then durations, then days on which it happened. */
export const sayings: readonly Saying[] = [
  say('从昨天', `${from}(${dayNames})`, relative, 0.95),
  say('昨天开始', `(${dayNames})${begins}`, relative, 0.9),
  say('从正月初八', `${from}${lunarDay}`, lunarDate, 0.95),
  happened('正月初八', lunarDay, lunarDate, 0.8),
  say('从元旦', `${from}(?:大年|正月)?(${holidayNames})(?![号楼栋幢点个路月单])`, holiday, 0.95),
  say(
    '元旦那天',
    `(?<![二三四五])(${holidayNames})(?:节)?(?:那天|当天|那晚|第一天|前后|放假)*(?:那天|第一天|${soFar})(?!还|我|说|去)`,
    holiday,
    0.9,
  ),
  mentioned('元旦', `(?<![二三四五])(${holidayNames})(?![号楼栋幢点个路月单])${on}`, holiday, 0.7),
  say('从3月5号', `${from}${solarDate}`, date, 0.95),
  say('3月5号起', `${solarDate}${on}${part}${soFar}`, date, 0.9),
  mentioned('3月5号', solarDate, date, 0.8),
  say(
    '从5号',
    `${from}(?:这个?月|本月)?(${n})[日号](?!楼|线|院|桌|门|店|铺|栋|摊)`,
    dayOfMonth,
    0.9,
  ),
  say(
    '5号开始',
    `(?<![\\d一二三四五六七八九十月])(${n})[日号](?:那天)?${part}(?:开始|起|到现在|至今|就)`,
    dayOfMonth,
    0.85,
  ),
  happened(
    '5号那天',
    `(?<![\\d一二三四五六七八九十月])(${n})[日号](?:那天|当天|那晚)`,
    dayOfMonth,
    0.8,
  ),
  say('从上周四', `${from}(上上个?|上个?)(?:周|星期|礼拜)${weekdayName}`, lastWeekday, 0.95),
  say(
    '上周四开始',
    `(上上个?|上个?)(?:周|星期|礼拜)${weekdayName}(?:那天|${begins}|${part}(?:开始|起|就))`,
    lastWeekday,
    0.9,
  ),
  happened('上周四', `(上上个?|上个?)(?:周|星期|礼拜)${weekdayName}`, lastWeekday, 0.8),
  say('从周五', `${from}(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}`, thisWeekday, 0.9),
  say(
    '周五开始',
    `(?<![每下上])(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}(?:那天)?${part}(?:那天|就|开始|起|到现在|至今)`,
    thisWeekday,
    0.85,
  ),
  happened('周五', `(?<![每下上到])(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}`, thisWeekday, 0.7),
  say('三天前', `(?<!第)(${n})天(?:前|之前|以前)`, daysBack(1, 60), 0.9),
  say(
    '第三天了',
    `(?:今天|今儿|这|已经|都|是)*第(${n})天(?:了|啦|咯|哒|嘞|还[没冇]|[没冇])`,
    daysBack(1, 60, 1),
    0.9,
  ),
  say(
    '三天了',
    `${notCounted}(?:整整|足足|都|已经|有)?(${n})${days}(?:多|有余|半)?${particle}`,
    daysBack(1, 60),
    0.9,
  ),
  say(
    '已经三天',
    `(?<![还只就没])(?:已经|都|快|有|连续|连着|连到|连|整整|足足|持续|一连|断断续续)(?:有|快|了|都)?(${n})${days}(?!前|后|内|之内|多)`,
    daysBack(1, 60),
    0.85,
  ),
  say('断了三天', `[了哒咗着](${n})${days}(?=$|[ ,，。!！?？])`, daysBack(1, 60), 0.8),
  say(
    '一周了',
    `(?<![几第好半这前后每\\d上下])(${n})个?(?:周|星期|礼拜)(?:${particle}|前)`,
    daysBack(7, 8),
    0.8,
  ),
  say(
    '三十个小时',
    `(?<![几第每\\d])(${n})(?:多)?个?(?:小时|钟头|多小时)(?:${particle}|到现在)`,
    hours,
    0.75,
  ),
  happened('昨晚', `(?<!从)(${dayNames})`, relative, 0.75),
  say('今天第三次', `(${dayNames})[^,，。\\n]{0,4}第${n}[次回]`, relative, 0.75),
  say('八点就停了', `${from}(${part})(${n})点[多半钟]?(?:开始|起|就|到现在|到而家)`, clock, 0.7),
  say(
    '八点突然停的',
    `(?<![每到])(${part})(${n})点[多半钟]?[^,，。\\n]{0,3}(?:突然|忽然|一下子)[^,，。\\n]{0,3}[没停断黑冇熄]`,
    clock,
    0.7,
  ),
  mentioned('早上停的', `(?<![天日晚前儿个每到周星期礼拜一二三四五六])${bareParts}`, today, 0.6),
  say('刚停的', '刚(?=[停断倒塌爆炸撞砸掉丢漏]|被(?!子)|着火)', (_, day) => day, 0.65),
]
