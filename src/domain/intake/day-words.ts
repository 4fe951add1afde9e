/** Days near today as people of many parts of the country name them, and how many days ago each is. */
const ago: readonly (readonly [number, string])[] = [
  [3, '大前天 大前日 大前儿 大前儿个 大前晚 大前夜 大前个 上前天 上前日 先前天 大钱天 大前填'],
  [2, '前天 前日 前晚 前夜 前儿 前儿个 前个 打前儿个 打前儿 前日子 前暝 前瞑 钱天 前填'],
  [
    1,
    '昨天 昨日 昨晚 昨夜 昨儿 昨儿个 昨个 昨下午 昨半夜 昨早 昨晌午 昨朝 夜儿 夜儿个 夜儿里 夜个 夜来 夜黑 昨暝 昨瞑 坐天 作天 昨填 昨添',
  ],
  [1, '寻日 寻晚 噚日 噚晚 琴日 琴晚 隔夜 头天 头天晚上 头一天'],
  [0, '今天 今日 今早 今晨 今晚 今儿 今儿个 今个 今朝 今夜 今上午 今下午 今中午 今晌午'],
  [0, '刚才 刚刚 刚刚才 方才 才刚 将才 将将 将刚 头先 啱啱 啱先 正正'],
]

/** Names of today's early hours, unless a day is named before them: 周三一大早. */
const early = ['一大早', '一清早', '大清早']

export const daysAgo: ReadonlyMap<string, number> = new Map([
  ...ago.flatMap(([days, names]) => names.split(' ').map((name) => [name, days] as const)),
  ...early.map((name) => [name, 0] as const),
])

/** Slips of the ear that are pieces of other words, too: 乘坐天桥电梯, 7个工作天, 交了钱天还没亮. */
const slips: Readonly<Record<string, string>> = {
  坐天: '(?<![乘骑请静])坐天(?![桥台梯窗井线])',
  作天: '(?<!工)作天',
  钱天: '(?<![了的交花些])钱天(?!还没|没亮)',
}

/** 头天 is the day before, but behind 开学 or 放假 the first one: the pattern below names it itself. */
const named = ago
  .flatMap(([, names]) => names.split(' '))
  .filter((name) => !name.startsWith('头一') && !name.startsWith('头天'))
  .sort((a, b) => b.length - a.length)
  .map((name) => slips[name] ?? name)

/** Source of a pattern for those names, longest first; not inside 以前天天, 头天天, 目前天气, 前个礼拜, 开学头一天. */
export const dayNames = `(?:(?<![学假班业年房家婚工市张]的?)头一?天(?:晚上)?|${named.join('|')}|(?<![天日号末节周期拜][一二三四五六日天]?)(?:${early.join('|')}))(?!天(?![没还不亮黑刚])|气|(?<=个)(?:礼拜|星期|周|月|季度|年))`

/** Source of a pattern for a part of a day, with what dialects call it. */
export const partOfDay =
  '(?:一大早|大清早|清早|清晨|凌晨|早上|早晨|早起|早晌|上午|头晌|晌午|中午|下午|后晌|下晌|傍晚|傍黑|擦黑|断黑|晚上|晚黑|黑了|黑里|夜里|夜头|半夜|后半夜|大半夜|白天)'
