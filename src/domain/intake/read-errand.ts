import { masked } from './mask.ts'
import { titled } from './people-words.ts'
import { surname } from './surnames.ts'

/** Something that a household head is asked to do, or says that they do. */
export interface SaidErrand {
  /** For whom, as it is said; null: for the speaker. */
  readonly neighbour: string | null
  readonly words: string
  /** It needs money, a card or a password: nothing for a volunteer. */
  readonly needsMoney: boolean
}

/** What heads may be asked to run for. To report, to mediate, to repair are matters of the office. */
const deed =
  '代(?:办|取|买|购|领|交|缴|送|寄|拿|收|跑|填|充)|(?:跑|走)一?(?:趟|腿)|(?:买|取|拿|领|交|缴|送|寄|收|填|打印|复印|挂|预约|充|换|捎|带|跑|量|抓|配|捎|盖|念|读|接送|照看|照顾|陪|开(?=[^,，。]{0,4}(?:药|证|信)))(?:一?[下些点个]|[份张袋瓶盒桶趟次回])?(?!应|题|映|诉|走|来看|人来)'
const asks =
  '请|麻烦|烦请|劳烦|劳驾|拜托|想请|求|托|让|叫|喊|找|辛苦|能不能|能否|可不可以|可以|方便|有空|有没有空|帮'
const from =
  '(?:我们?|咱们?|俺们?|本|这)?(?:这|[一二三四五六七八九十\\d]+)?(?:[组楼栋幢]里?|号楼|单元|村)?的?'
const title = `(?:${surname}|老${surname})?户长(?:[,，、:：!！\\s]|您好|你好|[他她您你]|户长|在吗|在不在|(?:大姐|大哥|阿姨|叔|老师)){0,6}`
const polite =
  '(?:(?:麻烦|请|辛苦|劳烦|能不能|能否|可不可以|可以|能|方便的?话?|有空的?话?|有时间|抽空|明天|今天|下午|上午|晚上|哪天|这两天|再|来|去|也|有空的时候)[您你]?){0,5}'

/** `请户长帮我取药`, `户长，能不能帮王奶奶买点菜`. */
const asked = new RegExp(
  `(?:^|[\\s,，。;；!！@]|(?:${asks})(?:一下|下)?)${from}${title}${polite}(?:帮|代|替|给|为)[^。;；!！?？\\n]{0,24}?(?:${deed})`,
)
/** `户长，我在外地，能不能帮我爸送袋米`. */
const afterWhy = new RegExp(
  `^[@\\s]*${from}${title}[^。;；!！?？\\n]{2,24}[,，\\s](?:想|就|能不能|可不可以|可以|麻烦[您你]?|请[您你]?)(?:帮|代|替)[^。;；!！?？\\n]{0,24}?(?:${deed})`,
)
/** `请户长代办：取药`, `请户长代办给王奶奶取药`. */
const directly = new RegExp(
  `(?:${asks}|由|转|交)(?:一下|下)?(?:给)?${from}${title}${polite}代(?:办|取|买|购|领|交|缴|送)`,
)
/** `请户长拿我的卡取点钱`: said any other way, it still must not go to a head. */
const withMoney = new RegExp(
  `(?:请|麻烦|拜托|求|想请|托|让|叫)(?:一下|下)?${from}${title}[^。;；!！?？\\n]{0,24}`,
)
/** Done already, thanked for, not wanted, told of others, or only whether there is such a thing. */
const noWish =
  /(?:谢谢|多谢|谢了|感谢)[^,，。]{0,6}户长|多亏|大家|各位|有需要|有意愿|以后(?:可以|有事)|的照片|表扬|点赞|送(?:面|了)?锦旗|(?:不用|不要|不必|甭|别|没)(?:再)?(?:请|麻烦|让|叫|找|劳烦)|(?:已经?|刚才?|昨天|前天|上次|上周|上回|那天|去年|前几天|每次|总是|一直|经常)[^,，。]{0,8}(?:户长|帮|代)|户长[^,，。]{0,4}(?:帮人(?!家)|不肯|不帮|不给|没帮|没给|拒绝|收(?:了|费|钱)|乱)|(?:帮|代|替)[^,，。]{0,14}(?:取|买|拿|领|交|办|送)(?:了(?!$)|过|来了|回来了|好了|错)/
const onlyAsks =
  /(?:什么|哪些|哪里|怎么|怎样|多少|收费|要钱|是不是|有没有|谁)[^,，。]{0,12}(?:代办|代买|代取|户长)|(?:代办|代买|代取|户长)[^,，。:：]{0,12}(?:什么|哪些|怎么|怎样|多少|收费|要钱吗|是不是|算不算|管不管|包不包)|能(?:帮忙)?代办(?:吗|么)[?？]?$/
/** Firms and counters. */
const trade =
  /中介|专业代办|全程代办|代办(?:公司|点|处|员|中心|机构|服务|窗口|费|营业执照|资质|信用卡|贷款|签证|大学|文凭|驾照|年检|过户)|政务服务|帮代办|加(?:我)?微信|私聊|低价|包过|诚信|量大从优/
/** What the office is asked for, though the head may pass it on. */
const ofOffice =
  /户长[^,，。]{0,8}(?:帮|代|替)?[^,，。]{0,6}(?:反映|上报|报修|投诉|举报|协调|调解|催|说说|问问|管管|看看|评评)/
const money =
  /信用卡|取[一二两三四五六七八九十百千\d]+(?:块|元|百|千|万)|银行卡|存折|存单|密码|验证码|工资卡|社保卡取|取(?:点|些|一下|下|一?[两三]?百|\d+)?(?:钱|款|现金|养老金|工资|低保|退休金|补贴)|(?:转|汇|打|还|借|垫|付|存|凑)(?:点|些|一下|下|个)?(?:钱|款|账|资|帐)|贷款|(?:水|电|气|煤|话|网|物业|医药|住院|有线|宽带|取暖|停车|学|医保|社保|保险)费|[缴充][^,，。]{0,6}(?:费|钱|值|电卡|气卡|话费|公交卡)|代[缴充]|医保(?:缴|续)|领(?:一下|下|点)?(?:养老金|低保|工资|退休金|补贴|钱|救助金)|房产证|理财|买(?:彩票|基金|保险)/

const called = `[^,，。:：\\s]{0,12}?(?:(?:${surname}[\\u4e00-\\u9fa5]?|[老小])(?:${titled})|(?<!养)[老小]${surname})`
const someone = new RegExp(`(?:帮|代|替|给|为)(?:一下|下|忙)?(${called})`)
const nameOnly = new RegExp(
  `(?:(?:${surname}[\\u4e00-\\u9fa5]?|[老小])(?:${titled})|(?<!养)[老小]${surname})$`,
)

const longest = 200

/** What somebody asks of a household head; null where the words ask for nothing that a head runs for. */
export function readErrand(text: string): SaidErrand | null {
  const words = text.replace(/@\S+\s*/g, (found) => (found.includes('户长') ? '户长 ' : '')).trim()
  if (!words.includes('户长') || [...words].length > longest) return null
  if (noWish.test(words) || onlyAsks.test(words) || trade.test(words) || ofOffice.test(words))
    return null
  const isMoney = money.test(withMoney.exec(words)?.[0] ?? '')
  const isAsked = [asked, afterWhy, directly].some((way) => way.test(words))
  if (!isAsked && !isMoney) return null
  return saidOf(words)
}

const doing =
  /^(?:我|我来|我去|我要|现在|今天|明天|下午|上午)?(?:帮|替|给|代|为)(?<who>[^,，。:：]{1,20}?)(?:去|来)?(?:代(?:办|取|买|购|领|交|缴|送|寄|拿)|跑腿)(?:一下|下)?(?:了)?[\s:：,，]*(?<what>[^\n]+)$/

/** `帮3栋的王奶奶代办：取降压药`, as a head writes it down; null for anything else. */
export function readHeadsErrand(text: string): SaidErrand | null {
  const words = text.trim()
  if ([...words].length > longest || trade.test(words) || /[?？]$/.test(words)) return null
  const { who } = doing.exec(words)?.groups ?? {}
  if (who === undefined || /^(?:我|大家|各位|谁|你)/.test(who)) return null
  const said = saidOf(words)
  return { ...said, neighbour: said.neighbour ?? nameOnly.exec(who)?.[0] ?? who.replace(/的$/, '') }
}

/** `请户长代办：给3栋独居的王奶奶取药`, as somebody in office passes on; null for anything else. */
export function readPassedOn(text: string): SaidErrand | null {
  const words = text.replace(/@\S+\s*/g, '').replace(/^\s*#?\d{4,7}号?[\s,，:：]*/, '')
  if ([...words].length > longest || trade.test(words) || onlyAsks.test(words)) return null
  const found =
    /(?:请|麻烦|让|由|转|交给?)[^,，。:：]{0,8}户长(?:帮忙|帮着|来|去)?代办[\s:：,，]*([^\n]*)$/.exec(
      words,
    )
  if (!found) return null
  return { ...saidOf(words), words: masked(found[1]?.trim() ?? '') }
}

function saidOf(words: string): SaidErrand {
  const phrase = someone.exec(words)?.[1]
  const neighbour = phrase === undefined ? null : (nameOnly.exec(phrase)?.[0] ?? phrase)
  return { neighbour, words: masked(words), needsMoney: money.test(words) }
}
