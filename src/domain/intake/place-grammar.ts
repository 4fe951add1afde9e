import { numeral, plain } from './numerals.ts'
import { withoutFalseDoors } from './place-guards.ts'

/** One door as it is said in one go: `5栋2单元301`, `三单元`, `16楼`, `108号`, `三组`. */
export interface Door {
  readonly building: string | null
  readonly unit: string | null
  readonly floor: string | null
  readonly room: string | null
  readonly number: string | null
  readonly group: string | null
  /** Several buildings at once (`1-3栋`): none of them is the place. */
  readonly several: boolean
  /** `我是5栋的`: where the speaker lives, perhaps not what the matter is about. */
  readonly introduces: boolean
  readonly from: number
  readonly text: string
}

const n = numeral
const tower = `(?:号楼|楼栋|栋楼?|幢楼?|座(?![位谈机椅])|#楼?|排(?![队水污烟气位练查骨除风出放列名序])|号(?=\\s*(?:${n}|[甲乙丙丁])\\s*单元))`
const stem = '[甲乙丙丁戊]'
const unitWord = `(?:单元|门(?=[\\s\\d,，。.!！;；的里栋一二三四五六七八九]|$))`
const digitsRead = '[零〇一二三四五六七八九]{3,4}'
const storey = '(?:楼(?!栋|群|盘|市)|层)'
const dash = '\\s*[-—–_~]\\s*'
/** First characters of names. */
export const surname =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方俞任袁柳鲍史唐费薛雷贺倪汤罗毕郝安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪毛成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝季贾江童颜郭梅林徐邱骆高夏蔡田樊胡凌霍万柯卢莫房丁邓石崔龚程邢陆翁段侯全焦刘叶白蒲卓温庄阎易廖耿关欧利桂牛边]'
const title =
  '(?:家|奶奶|爷爷|大爷|大妈|大娘|阿姨|叔|婶|姐|哥|老师|先生|女士|婆|伯|师傅|老太|老头|嫂|娭毑)'

/** How doors are written, most specific first; the first that fits at a place wins. */
const spellings: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'several buildings', // 1-3栋, 5、6号楼, 三栋和四栋
    pattern: new RegExp(
      `(?<several>${n}\\s*${tower}?\\s*(?:[-—–~、到至和跟与,，]|以及)\\s*${n}\\s*(?:号楼|栋|幢|座|#楼?))(?!\\s*[-—–])`,
      'gu',
    ),
  },
  {
    name: 'three numbers', // 5-2-301, A3-1-1902, 5/2/301, 5 2 301, 6#3-1102, 5幢2-601
    pattern: new RegExp(
      `(?<![\\w.-])(?<building>[A-Za-z]?\\d{1,2}|[A-Za-z])(?:\\s*${tower}\\s*[-—–]?\\s*|\\s*[-—–_/.·~ ]\\s*)(?<unit>\\d{1,2})\\s*[-—–_/.·~ ]\\s*(?<room>\\d{3,4})(?!\\d)`,
      'gu',
    ),
  },
  {
    name: 'building first', // 5栋2单元301, 五号楼, A3座, 11#4门, 3栋5楼, 2号楼2204
    pattern: new RegExp(
      `(?<![\\w])(?<building>[A-Za-z]\\d{0,2}|${n})\\s*${tower}(?:\\s*[-—–]?\\s*(?:的|第)?(?<unit>${n}|${stem}|[A-D])\\s*(?:单元|门(?![口禁诊面牌框外前卫课])))?(?:\\s*[-—–]?\\s*(?<floor>${n})\\s*${storey})?(?:\\s*[-—–]?\\s*(?<room>\\d{3,4}|${digitsRead})(?!\\d)(?!\\s*(?:${tower}|元|块))(?:室|号房|房|户|号)?)?`,
      'gu',
    ),
  },
  {
    name: 'a floor that is a building', // 5楼2单元
    pattern: new RegExp(
      `(?<building>${n})\\s*楼\\s*(?<unit>${n}|${stem})\\s*单元(?:\\s*(?<room>\\d{3,4}))?`,
      'gu',
    ),
  },
  {
    name: 'unit first', // 2单元301, 甲单元, 3单元一楼
    pattern: new RegExp(
      `(?<unit>${n}|${stem}|[A-D])\\s*${unitWord}(?:\\s*[-—–]?\\s*(?<floor>${n})\\s*${storey})?(?:\\s*[-—–]?\\s*(?<room>\\d{3,4})(?!\\d)(?:室|号房|房|户)?)?`,
      'gu',
    ),
  },
  {
    name: 'building and room', // 3-606
    pattern: new RegExp(`(?<![\\w.-])(?<pair>[A-Za-z]?\\d{1,2}${dash}\\d{3,4})(?![\\d-])`, 'gu'),
  },
  {
    name: 'letter and number', // A3, B1
    pattern: /(?<![A-Za-z\d])(?<lettered>[A-Da-d]\d{1,2})(?![A-Za-z\d])/gu,
  },
  {
    name: 'group', // 三组, 5组, 二队
    pattern: new RegExp(
      `(?<![小班哪每])(?<group>${n})\\s*(?:组(?![织成合装员长图])|队(?![长员伍友]))`,
      'gu',
    ),
  },
  {
    name: 'house number', // 52号
    pattern: new RegExp(
      `(?<!月\\s?|第)(?<number>${n})\\s*号(?!\\s*(?:楼|线|院|桌|机|电池|车|门(?![口前外面店市脸])|出口|码|开始|动身|之前|以前|之后|以后|起|停|来电|晚上?|早上|上午|下午|中午|凌晨|到现在))`,
      'gu',
    ),
  },
  {
    name: 'floor', // 16楼, 六层
    pattern: new RegExp(
      `(?<![\\d一二三四五六七八九十到至负往爬每有共从几]|地下|下了?)(?<floor>${n})\\s*${storey}(?:\\s*(?<room>\\d{3,4})(?!\\d)(?:室|房|户)?)?`,
      'gu',
    ),
  },
  {
    name: 'room of somebody', // 302张奶奶, 301室, 202的窗户
    pattern: new RegExp(
      `(?<![\\w.-])(?<room>\\d{3,4})(?=室|号?房(?![租价产贷])|户|屋|家|的?(?:窗|住户|业主|那家|那户|阳台|租客|邻居|房东)|的?${surname}${title})`,
      'gu',
    ),
  },
]

/** All doors of a text, in the order in which they are said. Money, dates and telephones are none. */
export function doorsIn(text: string): Door[] {
  if (!/[\dA-Da-d一二三四五六七八九十甲乙丙丁]/.test(text)) return []
  let rest = withoutFalseDoors(text)
  const doors: Door[] = []
  for (const { pattern } of spellings) {
    const found = [...rest.matchAll(pattern)]
    for (const match of found) doors.push(asDoor(match, text))
    if (found.length > 0) rest = rest.replace(pattern, (door) => '＿'.repeat(door.length))
  }
  return doors.sort((a, b) => a.from - b.from)
}

function asDoor(match: RegExpMatchArray, text: string): Door {
  const said = match.groups ?? {}
  const from = match.index ?? 0
  const [first, second] = said.pair?.split(/\s*[-—–_~]\s*/) ?? []
  const value = (part: string | undefined) => (part === undefined ? null : named(part))
  return {
    building: value(said.building ?? said.lettered ?? first),
    unit: value(said.unit),
    floor: value(said.floor),
    room: value(said.room ?? second),
    number: value(said.number),
    group: value(said.group),
    several: said.several !== undefined,
    introduces: /(?:我|俺|咱)(?:是|住|家住|住在|家在|家是)[^,，。\s]{0,6}$/.test(
      text.slice(0, from),
    ),
    from,
    text: match[0].trim(),
  }
}

/** `a3` → `A3`, `十二` → `12`, `乙` → `2`. */
const named = (part: string) => (/^[A-Za-z]/.test(part) ? part.toUpperCase() : plain(part))
