import { dayNames, partOfDay } from './day-words.ts'
import { holidayNames } from './holidays.ts'
import { numeral } from './numerals.ts'
import {
  afterMeal,
  besideHoliday,
  clock,
  date,
  dayOfMonth,
  dayOfNamedMonth,
  daysBack,
  daysOn,
  holiday,
  hours,
  lastWeekday,
  lunarDate,
  minutes,
  relative,
  thisWeekday,
  today,
} from './since-reckoning.ts'

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
/** 端午前, 清明那几天: near it, but no day. */
const notThereabouts =
  '(?!节?(?:的?那几天|期间|左右|之?前(?!后|天|一|[面头]?一?[天日晚])|[前头][两几三]天|以前|过完|过后|完了))'
const weeksBack = '大上个?|上上个?|上个?|头个?'
const particle = '(?:了|没|冇|无|不|都|还|以来|来|啦|咯|喽|哒|哩|嘞|咗|嘅|唔|喇|噜|哦|哎)'

const weekdayName = '([一二三四五六日天末1-7])'

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
const solarDate = `(?<!\\d)(${n})月份?(${n})(?![月个\\d一二三四五六七八九十])[日号]?(?![前头][头面]|之前|以前)`
const lunarEnd = '(?![一二三四五六七八九日号])(?![前头]头|之前|以前)'
/** 八月二十 is a day of the sun, unless it is said to be none. */
const lunarDay = `(?:农历|阴历|旧历)?(?:(?<=[农阴旧]历)([二三四五六七八九十])月(?=[十二三])|([正冬腊])月|([二三四五六七八九十])月(?=初|廿|十五))(初[一二三四五六七八九十]|廿[一二三四五六七八九]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|三十)${lunarEnd}`

const bareParts =
  '(一大早|一早|大清早|清早|清晨|凌晨|后半夜|早上|早晨|早起|早晌|上午|头晌|晌午|中午|下午|后晌|傍晚)'

/** In order of trust: said beginnings, then durations, then days on which it happened. */
export const sayings: readonly Saying[] = [
  say(
    '清明头一天',
    `(?<![二三四五])(${holidayNames})节?的?([前头]一?[天日晚]|第二天|次日|转天|后一天|过后一天)`,
    besideHoliday,
    0.95,
  ),
  say('从昨天', `${from}(${dayNames})`, relative, 0.95),
  say('昨天开始', `(${dayNames})${begins}`, relative, 0.9),
  say('从正月初八', `${from}${lunarDay}`, lunarDate, 0.95),
  happened('正月初八', lunarDay, lunarDate, 0.8),
  say(
    '从大雪前一天',
    `${from}([大小]雪)(?=那天|前一?[天日晚]|[起开就])(前一?[天日晚]|)`,
    besideHoliday,
    0.95,
  ),
  say('从元旦', `${from}(${holidayNames})${notThereabouts}(?![号楼栋幢点个路月单])`, holiday, 0.95),
  say(
    '元旦那天',
    `(?<![二三四五])(${holidayNames})(?:节)?(?:那天|当天|那晚|第一天|前后|放假)*(?:那天|第一天|${soFar})(?!还|我|说|去)`,
    holiday,
    0.9,
  ),
  mentioned(
    '元旦',
    `(?<![二三四五])(${holidayNames})${notThereabouts}(?![号楼栋幢点个路月单])${on}`,
    holiday,
    0.7,
  ),
  say('从3月5号', `${from}${solarDate}`, date, 0.95),
  say('3月5号起', `${solarDate}${on}${part}${soFar}`, date, 0.9),
  say('(9月6号)起', `[(（]${solarDate}[)）][^,，。\\n]{0,4}(?:开始|起|到现在|至今)`, date, 0.9),
  mentioned('3月5号', solarDate, date, 0.8),
  say(
    '上个月15号起',
    `(上上个?|上个?|这个?|本|当)月(${n})[日号]?${part}(?:开始|起|到现在|至今|就|以来)`,
    dayOfNamedMonth,
    0.95,
  ),
  happened('上个月15号', `(上上个?|上个?|这个?|本|当)月(${n})[日号]`, dayOfNamedMonth, 0.85),
  say(
    '8.20开始',
    `(?<![\\d.])(\\d{1,2})[./](\\d{1,2})(?:那天|当天)?${part}(?:开始|起|到现在|到今天|至今)`,
    date,
    0.85,
  ),
  mentioned(
    '4.2日',
    `(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[日号](?!楼|线|院|门|店|铺|栋)`,
    date,
    0.8,
  ),
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
    `(?<![\\d一二三四五六七八九十月])(${n})[日号](?:那天|当天|那晚|那场|那阵)`,
    dayOfMonth,
    0.8,
  ),
  say(
    '10号开张到现在',
    `(?<![\\d一二三四五六七八九十月-])(${n})[日号](?!楼|线|院|门|店|铺|栋)[^,，。\\n]{0,10}到现在`,
    dayOfMonth,
    0.85,
  ),
  say('起始:3月2号', `(?:起始|开始|时间|日期)[:：] ?${solarDate}`, date, 0.9),
  mentioned(
    '5号晚上',
    `(?<![\\d一二三四五六七八九十月-])(${n})[日号](?=${partOfDay})`,
    dayOfMonth,
    0.75,
  ),
  say('从上周四', `${from}(${weeksBack})(?:周|星期|礼拜)${weekdayName}`, lastWeekday, 0.95),
  say(
    '上周四开始',
    `(${weeksBack})(?:周|星期|礼拜)${weekdayName}(?:那天|${begins}|${part}(?:开始|起|就))`,
    lastWeekday,
    0.9,
  ),
  happened('上周四', `(${weeksBack})(?:周|星期|礼拜)${weekdayName}`, lastWeekday, 0.8),
  say('从周五', `${from}(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}`, thisWeekday, 0.9),
  say(
    '周五开始',
    `(?<![每下上到])(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}(?:那天)?${part}(?:那天|就|开始|起|到现在|至今)`,
    thisWeekday,
    0.85,
  ),
  happened(
    '周五',
    `(?<![每下上到说约定等])(?:这个?|本)?(?:周|星期|礼拜)${weekdayName}`,
    thisWeekday,
    0.7,
  ),
  say('三天前', `(?<!第)(${n})天(?:前|之前|以前)`, daysBack(1, 60), 0.9),
  say(
    '第三天了',
    `(?:今天|今儿|这|已经|都|是)*第(${n})天(?:了|啦|咯|哒|嘞|还[没冇]|[没冇])`,
    daysBack(1, 60, 1),
    0.9,
  ),
  say(
    '停水第三天',
    `(?:[停断坏堵漏淹困]|[没冇无]得?[水电气暖网热人])[^,，。\\n]{0,4}第(${n})天`,
    daysBack(1, 60, 1),
    0.85,
  ),
  say('都第三个晚上了', `第(${n})个?(?:晚上?|夜|宿)(?:了|啦|咯|没)`, daysBack(1, 60, 1), 0.85),
  say(
    '到今天是第三天',
    `(?:到|今天|今儿|今日|现在|如今)[^,，。\\n]{0,4}第(${n})天(?!的)`,
    daysBack(1, 60, 1),
    0.9,
  ),
  say(
    '三天了',
    `${notCounted}(?:整整|足足|都|已经|有)?(${n})${days}(?:多|有余|半)?${particle}`,
    daysOn,
    0.9,
  ),
  say(
    '已经三天',
    `(?<![还只就没])(?:已经|都|快|有|连续|连着|连到|连|整整|足足|持续|一连|断断续续)(?:有|快|了|都)?(${n})${days}(?!前|后|内|之内|多)`,
    daysBack(1, 60),
    0.85,
  ),
  say(
    '到现在五天',
    `(?:到|至)(?:今天|今儿|现在|今)(?:整整|足足|都|有|是|已经)*(${n})${days}(?!前|后|内)`,
    daysBack(1, 60),
    0.85,
  ),
  say(
    '断了三天',
    `[了哒咗着](?:整整?|足足)?(${n})${days}(?=$|[ ,，。!！?？])`,
    daysBack(1, 60),
    0.8,
  ),
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
  happened(
    '半小时前',
    `(?<![几第每\\d])(半|${n})(?:来|多)?个?(?:多)?(小时|钟头|分)(?:多)?钟?(?:之前|以前|前)`,
    minutes,
    0.75,
  ),
  say(
    '二十多分钟了',
    `(?<![几第每\\d])(半|${n})(?:来|多)?个?(?:多)?(小时|钟头|分)(?:多)?钟?(?:了|没人|还没)(?!又|才|就)`,
    minutes,
    0.6,
  ),
  say(
    '今天上午的事',
    `(${dayNames})${part}(?:才|刚|发生)?的(?:事情|事儿|事(?=[,，。!！ 了啊呀吧]|$))`,
    relative,
    0.8,
  ),
  say(
    '上礼拜三的事',
    `(${weeksBack})(?:周|星期|礼拜)${weekdayName}(?:才|刚|发生)?的(?:事情|事儿|事(?=[,，。!！ 了啊呀吧]|$))`,
    lastWeekday,
    0.8,
  ),
  happened('昨晚', `(?<!从)(${dayNames})`, relative, 0.75),
  say(
    '从中午',
    `${from}${bareParts}[^,，。\\n]{0,8}(?:开始|起|就|到现在|到这会儿?|到而家|至今)`,
    today,
    0.75,
  ),
  mentioned(
    '吃过晚饭',
    `(?<![每天日])(?:吃[过完了罢]([早中午晚夜黑]?)饭|([早中午晚夜]饭)(?:以?后|过后))(?:以?后|过后)?`,
    afterMeal,
    0.65,
  ),
  say('今天第三次', `(${dayNames})[^,，。\\n]{0,4}第${n}[次回]`, relative, 0.75),
  say('八点就停了', `${from}(${part})(${n})点[多半钟]?(?:开始|起|就|到现在|到而家)`, clock, 0.7),
  say(
    '八点突然停的',
    `(?<![每到])(${part})(${n})点[多半钟]?[^,，。\\n]{0,3}(?:突然|忽然|一下子)[^,，。\\n]{0,3}[没停断黑冇熄]`,
    clock,
    0.7,
  ),
  happened(
    '早上六点就开始',
    `(?<![每到天日晚前儿个])(${partOfDay})(${n})点[多半钟]?(?:来钟)?(?:就|便)?(?=开始|[没断停跳]|[响吵闹敲钻锯割震漏滴淌臭])`,
    clock,
    0.65,
  ),
  mentioned('早上停的', `(?<![天日晚前儿个每到周星期礼拜一二三四五六])${bareParts}`, today, 0.6),
  say('刚停的', '刚(?=[停断倒塌爆炸撞砸掉丢漏]|被(?!子)|着火)', (_, day) => day, 0.65),
]
