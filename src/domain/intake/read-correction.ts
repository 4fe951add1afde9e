import { saidNumber } from './said-number.ts'
import { anyOf } from './sayings.ts'
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

const noMatter = anyOf({
  none: /(?:不是|不算|不属于|不能算|算不上|不作为|不构成|不成)(?:一?[件个条])?(?:有效)?(?:的)?诉求/,
  byMistake: /(?<!不是|没有)(?:误登记|错误登记|登记错误|登记错了|登错了)/,
  needless: /不(?:该|应该?|必|予|需要?)登记/,
})
const again =
  /^(?:请)?(?:恢复|重新|补)登记|^(?:撤|登|删)错了[,，。 ]*(?:恢复|还是要办)?|^恢复(?:办理)?$/

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
  const text = normalise(saidNumber(words).rest)
    .replace(/^[ ,，。:：]+|\s+$/g, '')
    .trim()
  if (asks.test(text) || text.length > longestReason) return null
  const dismissed = noMatter.exec(text)
  if (dismissed && !orders.test(text))
    return { kind: 'dismiss', reason: trimmed(text.replace(dismissed[0], ' ')) }
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

const trimmed = (text: string) =>
  text
    .replace(/^[ ,，。:：;；!！、这件个条是属于]+(?=[ ,，。:：;；]|$)|[ ,，。:：;；!！]+$/g, '')
    .replace(/^[ ,，。:：;；!！、]+/, '')
    .trim()
