import { numeral, readNumeral } from './numerals.ts'
import { anyOf } from './sayings.ts'

export type Score = 1 | 2 | 3 | 4 | 5

/** Praise that means its contrary. */
const ironic = anyOf(
  {
    smiling: /🙂{2,}|🙃|(?:开心|高兴|舒服)就好(?!了)|^[ ,，]*呵呵/u,
    quoted: /["“'「](?:快|好|及时|迅速|负责|高效|效率|满意|敬业|专业|热情|给力|解决|办结)["”'」]/,
    admiring:
      /可真(?:是)?(?:行|棒|能|可以|有你们)|(?:真|算)?(?:服|佩服)(?:了|死)(?:你们|你|他们|这)|(?:给|为)(?:我|大家|我们)(?:表演|演|上演|上了一课)|已读不回|长(?:了)?见识/,
    repaired: /[修弄搞整](?:一次|了)坏(?:一次|了)|成功(?:地)?(?:把|让|将)/,
    worse:
      /(?:修|弄|搞|整|处理|换)(?:完|了|过)?(?:还不如|反而|反倒|比没|连)|越(?:修|弄|搞|整|管)越/,
    plain:
      /(?:太|真|真是|非常|好)?(?:满意|感谢|谢谢|好|棒|厉害|敬业|优秀|高效)[^。]{0,4}(?:\[(?:微笑|再见|呵呵)\]|🙂|🙃)|呵呵|(?:满意|好)(?:极了|得很|死了)[ ,，!！]*(?:等了|拖了|又|还是|一个?字|到现在|问题还|还在)|(?:真|好|太)(?:高|快|棒|厉害|及时|负责|敬业|效率)[^。]{0,6}?(?:[一二三两俩仨几半\d]+个?多?(?:月|星期|周|天|年|礼拜)(?:才|了|还)|等了|拖了)|(?:换来|就得到)(?:一)?句|一句(?:已)?转办/,
  },
  'u',
)

/** Words that stand for a score; the first that fits counts, so stronger words stand first. */
const wordScores: readonly { readonly score: Score; readonly words: RegExp }[] = [
  {
    score: 1,
    words:
      /👎|(?:非常|很|极其?|特别|十分|极度|相当|完全|一点(?:都|也)?)不满意|差评|(?:很|太|极|超|真|非常|特别)(?:差|烂|垃圾|糟)(?!不多|点)|垃圾(?!是|清|桶|站|车|没|都|也|还|已)|零分|负分|不及格|烂透|糟透/,
  },
  {
    score: 2,
    words:
      /不(?:太|是很|大|怎么|咋|够|很|甚|算)?满意|不(?:咋|怎么)(?:样|地|的)|差劲|失望|寒心|无语|扯淡|气人|坑人|不负责|态度(?:差|恶劣|不好)|拖拖拉拉|走过场|形式主义|不(?:太|怎么)(?:行|好)(?!说|意思)|唔满意|(?:比较|有点)差|^差[ ,。!]*$|^不好[ ,。!]*$/,
  },
  {
    score: 5,
    words:
      /(?:非常|很|十分|特别|超级?|相当|太|极其?|格外|百分百|100%)(?:的)?满意|满意(?:得很|极了|惨了|加)|满分|好评|(?:太|真|特别|非常|超级?|好|老|贼|可|巨|嘎嘎)(?:给力|棒|得劲|利索|满意|快手|赞|厉害|靠谱|牛)|点赞|杠杠|巴适|安逸|完美|顶呱呱|巴适得板|一百分|100分|没得说|没话说|竖大拇指|五体投地|得劲|利利索索|yyds|绝绝子|^6{1,6}(?![\d分星号栋楼])|(?:老|贼|可|巨|嘎嘎)好了?(?:[ ,，。!！]|$)|秒修|(?:真)?不错(?:不错)+|^(?:很|非常|特别)好|👍|💯|⭐{5}|🌟{5}|★{5}/,
  },
  {
    score: 5,
    words:
      /(?<![不没太够])(?:没得挑|没毛病|没挑|板正|板板正正|麻利|细心|耐心|贴心|暖心|专业|热情|效率高|速度快|神速|[很真挺]快(?!要)|牛[!！ ,，。]|点个赞)/,
  },
  {
    score: 4,
    words:
      /(?:比较|基本|还(?:算|是)?(?:比较)?|挺)(?:满意|不错)|挺(?:好|可以)|比较好|(?<!不|不太|唔)满意|不错|挺好|蛮好|可以的|给力/,
  },
  {
    score: 3,
    words:
      /一般(?:般|吧)?|中等|^行(?:吧)?[ ,。!]*$|^可以[ ,。!]*$|还(?:行|中|可以|成|凑合|过得去|好)|马马虎虎|凑合|将就|凑合吧|差不多|过得去|勉强|中规中矩|及格|不好不坏|麻麻(?:地|哋)|可以(?:吧)?(?:$|[ ,，。])/,
  },
]

const star = new RegExp(`(${numeral})\\s*(?:颗)?(?:星|🌟|⭐)`)
const points = new RegExp(`(?<![\\d.])(${numeral})\\s*分(?!钟|之|开|别|成|析)`)
const overall = new RegExp(
  `(?:综合|总的|总体|整体|最后|总共|就|合计|平均)[^。]{0,6}?(?:给|打|评)?(?:个)?(${numeral})\\s*(?:分|星)`,
)

/** The score that a reply gives, 1 to 5, by number or by word; null when it gives none. */
export function scoreIn(text: string): Score | null {
  if (ironic.test(text)) return 1
  return pointsIn(text) ?? wordScores.find(({ words }) => words.test(text))?.score ?? null
}

/** The score that is given in numbers or stars; null when none is. */
export function pointsIn(text: string): Score | null {
  const bare = /^[ ,，。!！]*([1-5一二三四五])[ ,，。!！分星]*$/.exec(text.trim())
  if (bare?.[1]) return asScore(readNumeral(bare[1]))
  const stars = /(?:⭐|🌟|★){1,5}/u.exec(text)?.[0]
  for (const pattern of [overall, points, star]) {
    const found = pattern.exec(text)
    const score = found?.[1] ? asScore(readNumeral(found[1])) : null
    if (score) return score
  }
  return stars ? asScore([...stars].length) : null
}

/** Out of five; out of ten and out of a hundred are brought down to it. */
function asScore(number: number | null): Score | null {
  if (number === null || number < 0) return null
  const five = number <= 5 ? number : number <= 10 ? number / 2 : number <= 100 ? number / 20 : null
  if (five === null) return null
  return Math.max(1, Math.min(5, Math.round(five))) as Score
}

export const isIronic = (text: string): boolean => ironic.test(text)
