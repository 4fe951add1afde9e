import type { Field } from './matter.ts'
import { kin, olderKin, titled } from './people-words.ts'
import { anyOf } from './sayings.ts'
import { sieveOf } from './sieve/sieve.ts'
import { surname } from './surnames.ts'
import { oneOf } from './vocabulary.ts'

const where =
  '(?:我们?|咱们?|俺们?)?(?:这边|这里|屋边上|屋里|家|隔壁|楼上|楼下|对门|对面|后屋|前屋|旁边|同组|组上|组里|组|村里|村|楼里|楼|单元|栋|院里|小区|那边|那个){0,3}的?'
const doorPart =
  '(?:[一二三四五六七八九十\\d]+(?:号楼|号|栋|幢|楼|单元|门|组|室|户)|[A-Za-z]?\\d{3,4})'
const door = `${doorPart}{0,3}的?(?:那个|那户|这户)?的?`
/** 李家湾二组: a place by name, which begins like somebody's family. */
const village = '(?:[\\u4e00-\\u9fa5]{1,4}?(?:湾|村|庄|屯|坪|沟|寨|小区|花园|新村|家属院))?'
/** A bare name: only where what follows is said of a person. */
const name = `(?:${surname}[\\u4e00-\\u9fa5]{1,2}(?=反[映应]|报|问|说|申请|讲|登记|[他她家,，(]|老人|今年|一个人|\\d))`
/** Somebody by title, nickname or name: 401贺阿姨, 邱家大嫂, 二楼刘姥姥, 老樊, 我组曾令福. */
const called = `[^\\s,，。!！?？;；:：我你您的]{0,4}?的?${titled}(?![湾庄屯坪沟寨])`
const someone = `(?:${village}${where}${door}(?:${called}|[老小阿][\\u4e00-\\u9fa5]|${name}(?:家|屋里)?))`
const pronoun = '(?:[他她佢]们?|人家|别人|老两口|两口子|他俩|她俩)'
const myKin = `(?:(?:我|俺|咱|偶)(?:们)?(?:家)?的?${kin})`

const verbs = oneOf(
  '反映 反应 报 报修 问 说 讲 申请 登记 转达 发 求助 投诉 咨询 打听 喊 提 张罗 跑 办 打字 交 查 评 弄 上报 传 转告 递 报名 预约 催',
)
const speaks = `(?:来|向|跟|给|同|也|在群里|往上|过来|社区|村里|街道|物业|政府|上头|大家|你们|领导)*${verbs}`
const forWhom = '(?:代替|代表|代|替|帮|为)(?:着|忙|下)?'

/** How one says that he speaks for another; the group `who` names him. */
const relays: readonly RegExp[] = [
  new RegExp(
    `${forWhom}(?<who>${myKin}|${someone}|${kin})(?:们)?[^,，。\\n]{0,10}?${speaks}(?!名单)`,
  ),
  new RegExp(`${forWhom}(?<who>${pronoun})${speaks}`),
  new RegExp(`给(?<who>${myKin}|${olderKin})(?:问|咨询|申请|登记|报|查|打听)`),
  new RegExp(
    `(?<who>${myKin}|${someone}|${pronoun})(?:刚才?|刚刚|今天|昨天|昨晚|早上|又|专门|一直)*(?:托|让|叫|请|喊|拜托|委托|要|求)(?:我|俺|咱)[^,，。\\n]{0,6}(?:${verbs}|帮|替|代|来|跟|在群)`,
  ),
  new RegExp(`受(?<who>${myKin}|${someone})的?(?:委托|嘱托|所托|托付)`),
  new RegExp(
    `(?<who>${someone}|${pronoun})(?:自己|又|也|本人)?(?:不会|不识|不认|讲不清|说不清|嘴巴?笨|没有?手机|冇得手机|没微信|不方便)[^。]{0,14}(?:我|俺)(?:帮|替|代|来)`,
  ),
  /(?<who>[他她佢外婆公爷奶妈爸][他她佢婆公爷奶妈爸]?)(?:讲|说|念|打字)的?[,， ]?我(?:帮[他她忙]*)?(?:打字|发|写|转)|(?:她|他)打字发我/,
  new RegExp(
    `(?<who>(?:又|还)?(?:有)?(?:[两几三四五]|好几|\\d)(?:户|家|个人|位)|${someone})(?:都|刚|今天|昨天|昨晚|早上)*(?:找|跟|向|给|对)(?:我|俺)(?:来)?(?:说|讲|反映|诉苦|哭|报)(?!的)`,
  ),
  new RegExp(
    `(?<who>${where}${door}${called})(?:来电|来说|来讲|上门(?:反映|来说)|来找我|打电话给我|向我反映)(?![^。]{0,6}(?:骂|吵|骚扰))`,
  ),
]

/** A report on another by who looks after the group: 报一个情况：六组晏家…. */
const reportOn = new RegExp(
  `(?:报|汇报|反映|跟[^,，。]{0,4}讲)[^,，。:：\\n]{0,6}(?:情况|一下|个事)?[:：,， ]{1,2}(?<who>${door}[^,，。]{0,12}?(?:老人|五保户|独居[^,，。]{0,4}|残疾人|孤儿|孩子))`,
)

/** What a relative lives with who lives elsewhere or cannot speak for himself. */
const theirTrouble = anyOf({
  lives:
    /一个人(?:住|过|在)|独居|自己(?:一个人)?住|住(?:在)?[^,，。我]{0,12}(?:栋|幢|号楼|单元|小区|院|村|组|室|\d)/,
  things: /家(?:的)?(?:灶|水|电|暖|灯|马桶|厨房|下水|房顶|墙)|房顶|屋顶漏/,
  cannot: /不会(?:打|用|弄|写|说|报|搞)|身边没人|没人照|不识字|走不动|下不了/,
  cheated: /被骗|骗了|转了[^,，。]{0,6}[万千块]|公安局|安全账户|医保局/,
  benefits:
    /医保|社保|低保|养老|退休|残疾|申请|报销|补贴|居住证|高龄|异地|直接报|办理|[跑去]了?[三两几]趟/,
})
const relative = new RegExp(
  `(?<who>${myKin}|俺${kin}|(?:家里|家中|屋里)(?:老人|老娘|老爹|老的)|(?:给|帮)(?<given>${olderKin}))`,
)
/** For one's own household one speaks as for himself. */
const ownHome =
  /(?:我|俺|咱)们?(?:家|屋)(?!的?(?:爸|妈|爹|娘|公|婆|爷|奶|姥|老[^,，。]|娭毑|哥|姐|弟|妹))/
const dead = /去世|过世|走了之后|死亡|销户|注销|葬|丧|最后一个月/

/** A neighbour by door or name who has the trouble himself and is helpless. */
const neighbour = new RegExp(
  `(?<who>(?:隔壁|楼上|楼下|对门|对面|屋边上|后屋|旁边|我?们?(?:组|楼|单元|村)(?:里|上)?的?|${doorPart}的?)${someone})`,
)
const needy =
  /一个人(?:住|过|在)?|独居|不会|腿脚|眼睛|看不见|耳朵|[瘫残跛]|走不动|下不了|没(?:有)?(?:手机|儿女|收入|人管)|[七八九]十|[789]\d岁?|孤寡|五保|低保|过世|爸妈|离婚|跟着|摔|怀孕|被(?:狗|骗|打)|咬/
const accused =
  /[吵骂占噪]|打(?:人|我|孩|老婆)|跳舞|音响|装修|[养遛]狗|扔|倒(?:垃圾|水)|停车|堆|漏(?:到|水)|滴|油烟|抽烟|搭|敲(?!门)/

const named = new RegExp(
  `(?:${surname}[\\u4e00-\\u9fa5]?|[老小])${titled}|${myKin}|${doorPart}的?${called}`,
  'g',
)
const onlyPronoun = new RegExp(`^${pronoun}$`)

/** 我替他报: he is the person last named before. */
const namedFor = (who: string, before: string): string =>
  onlyPronoun.test(who) ? ([...before.matchAll(named)].at(-1)?.[0] ?? who) : who

const sieve = sieveOf([...relays, reportOn, relative, neighbour])

/** Who is spoken for, when the speaker is not himself concerned; null when he speaks for himself. */
export function onBehalfIn(text: string): Field<string | null> {
  const words = text.slice(0, 1000)
  const worthTrying = sieve.sift(words)
  for (const number of worthTrying) {
    const found = relays[number]?.exec(words)
    const who = found?.groups?.who
    if (found && who && !everybody.test(who)) {
      return speaksFor(namedFor(who, words.slice(0, found.index)), found[0])
    }
  }
  if (!worthTrying.some((number) => number >= relays.length)) return nobody
  return ofReport(words) ?? ofRelative(words) ?? ofNeighbour(words) ?? nobody
}

const everybody =
  /^(?:大家|我们|咱们|全|各位|你|谁|业主们?|居民们?|邻居们|家里?|我们?家|老板|物业|社区)$|孩子|学生/
const nobody: Field<string | null> = { value: null, confidence: 0.7, because: '没说' }

function ofReport(words: string): Field<string | null> | null {
  const found = reportOn.exec(words)
  return found?.groups?.who ? speaksFor(found.groups.who, found[0]) : null
}

function ofRelative(words: string): Field<string | null> | null {
  const found = relative.exec(words)
  const who = found?.groups?.given ?? found?.groups?.who
  if (!found || !who || dead.test(words)) return null
  const after = words.slice(found.index, found.index + 70)
  if (!theirTrouble.test(after)) return null
  const others = words.replace(found[0], '')
  const together = /跟我(?:一起)?住/.test(words) && !/医保|社保|报销|备案|报/.test(words)
  return ownHome.test(others) || together ? null : speaksFor(who, found[0])
}

function ofNeighbour(words: string): Field<string | null> | null {
  const found = neighbour.exec(words)
  if (!found?.groups?.who) return null
  const after = words.slice(found.index + found[0].length, found.index + 60)
  if (!needy.test(after) || accused.test(after) || ownHome.test(words)) return null
  return speaksFor(found.groups.who, found[0])
}

const speaksFor = (who: string, because: string): Field<string | null> => ({
  value: who.trim().slice(0, 20),
  confidence: 0.85,
  because: because.slice(0, 40),
})
