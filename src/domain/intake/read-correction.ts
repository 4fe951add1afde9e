import { saidNumber } from './said-number.ts'
import { normalise } from './text.ts'

/** What staff say was understood wrongly. `said`: what they say instead, as they say it. */
export type SaidCorrection =
  | { readonly kind: 'category'; readonly said: string }
  | { readonly kind: 'place'; readonly said: string }
  /** Category or place, whichever it names; `not`: what it is not, '' when that is not said. */
  | { readonly kind: 'either'; readonly said: string; readonly not: string }
  | { readonly kind: 'dismiss'; readonly reason: string }
  | { readonly kind: 'reinstate' }

/** Longer texts tell what was done. */
const longest = 60
const longestReason = 200

const asks = /[?？]|是不是|算不算|怎么|为什么|哪[里个]|什么|吗$|呢$/
/** Other orders, whatever they mention. */
const orders = /退回|退单|转派?给?(?!换)|改派|移交|交给|办结|签收|协助|延期/

const none =
  '(?:不是|不算|不属于|不能算|算不上|不作为|不构成|不成)(?:一?[件个条])?(?:有效)?(?:的)?诉求(?:范围)?'
const byMistake = '(?:是|属于?)?(?:误登记|错误登记|登记错误|登记错|登错)'
const needless = '不(?:该|应该?|必|予|用|需要?)(?:再)?登记'
/** The whole of what is said, but for the reason: news of a task mentions registers too. */
const dismissing = (what: string) =>
  new RegExp(
    `^(?:[这那该][件个条]?)?(?:${what})[了的啊吧呀哦哈]*(?:$|[ ,，。.:：;；!！、(（](.*)$)`,
  )
const noMatter = dismissing(none)
/** Said of many things: only with the number of a petition is it said of that. */
const noMatterOfNumber = dismissing(`${byMistake}|${needless}`)
/** What else is registered wrongly: a detail, not the petition. */
const detail =
  /^.{0,5}?(?:电话|手机|号码|门牌|房号|楼栋|楼号|名字|姓名|地址|地点|位置|小区|类别|分类|类型|时间)|应(?:该|当)?[是为]|实际(?:上)?[是在]|改[成为]|(?:^|[,，。 ])是[a-zA-Z\d一二三四五六七八九十]+(?:[栋幢座号室组层户]|单元)/
const again =
  /^(?:请)?(?:恢复|重新|补)登记|^(?:撤|删)错了[,，。 ]*(?:恢复|还是要办)?|^恢复(?:办理)?$/

const right =
  '(?:改(?:成|为|到|作)|更正(?:为|成|到)|换(?:成|到)|调整?(?:为|成|到)|应(?:该|当)?(?:是|为|在|属于?)|是|为|在|归(?:到|为)?|选|[:：])'
const wrong = '(?:(?:不对|错了?|有误|写错了?|分错了?)[,，。 ]*)?'
const category = new RegExp(
  `^(?:这件的?|把)?(?:诉求)?(?:类别|分类|类型|归类)${wrong}${right}[ ]*([^,，。?？]{2,24})[。!！]?$`,
)
const place = new RegExp(
  `^(?:这件的?|把)?(?:地点|地址|位置|地方)${wrong}${right}[ ]*([^,，。?？]{2,40})[。!！]?$`,
)
const either: readonly RegExp[] = [
  /^(?:这件?|这个)?(?:不是|不属于?)(?<not>[^,，。;；]{1,16}?)[,，。;； ]+(?:而)?(?:应(?:该|当)?)?(?:是|为|属于?|在)(?<said>[^,，。?？]{2,30})[。!！]?$/,
  /^(?:这件?|这个)?(?:应(?:该|当)?(?:是|为|在|属于?|算|归(?:到|类为)?)|改(?:成|为)|更正(?:为|成)|属于|归到)(?<said>[^,，。?？]{2,30})[。!！]?$/,
]

/** Takes what somebody in office says of a task, with or without its number; null when nothing is put right. */
export function readCorrection(words: string): SaidCorrection | null {
  const { number, rest } = saidNumber(words)
  const text = normalise(rest)
    .replace(/^[ ,，。:：]+|\s+$/g, '')
    .trim()
  if (asks.test(text) || text.length > longestReason) return null
  const reason = orders.test(text) ? null : dismissalIn(text, number !== null)
  if (reason !== null) return { kind: 'dismiss', reason }
  if (text.length > longest || orders.test(text)) return null
  if (again.test(text)) return { kind: 'reinstate' }
  const ofCategory = category.exec(text)?.[1]
  if (ofCategory) return { kind: 'category', said: ofCategory }
  const ofPlace = place.exec(text)?.[1]
  if (ofPlace) return { kind: 'place', said: ofPlace }
  for (const way of either) {
    const { said, not = '' } = way.exec(text)?.groups ?? {}
    if (said) return { kind: 'either', said, not }
  }
  return null
}

/** Why a petition is no matter, '' where no reason is said; null when nothing is dismissed. */
function dismissalIn(text: string, isNumbered: boolean): string | null {
  const plain = noMatter.exec(text)
  if (plain) return trimmed(plain[1] ?? '')
  const registered = isNumbered ? noMatterOfNumber.exec(text) : null
  if (!registered) return null
  const reason = trimmed(registered[1] ?? '')
  return detail.test(reason) ? null : reason
}

const trimmed = (text: string) => text.replace(/^[ ,，。:：;；!！、]+|[ ,，。:：;；!！)）]+$/g, '')
