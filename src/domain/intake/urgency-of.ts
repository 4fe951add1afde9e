import type { Category } from '../street/rulebook.ts'
import type { Danger, Field, Urgency } from './matter.ts'
import { anyOf } from './sayings.ts'

/** What raises a matter to urgent whatever its category: violence or its near threat, danger to or need of the frail. */
const raises: readonly {
  readonly name: string
  readonly words: RegExp
  readonly frailOnly: boolean
}[] = [
  {
    name: '动手',
    words: anyOf({
      beaten:
        /动了?手|打了?(?:我|人|老婆|孩子|妈|她|媳妇|(?:小|他|她|自己)?(?:孩|娃|伢|崽)|儿子|闺女|女儿|小姑娘)|[抽扇踹踢]了?(?:我|她|孩子|娃)|家暴|喊救命|掐(?:脖|着|住)/,
      bruised:
        /胳膊[^,。]{0,4}(?:青|印)|(?:脖子|脸|身|手|腿)上?[^,，。]{0,3}印子|鼻青脸肿|(?:眼睛|眼圈|脸)[^,，。]{0,3}[乌青肿]/,
      armed:
        /(?:锄头|菜刀|刀|棍子?|铁锹|扁担)[^,。]{0,8}[拿抄提扛]|[拿抄提扛][^,。]{0,8}(?:锄头|刀|棍|铁锹|扁担)/,
      threatened:
        /威胁|扬言|要[打砍弄](?:我|他|死|断)|打断[他你]?的?腿|(?:要|又|还|会)[^,，。]{0,3}搞起来|拼命|见血/,
    }),
    frailOnly: false,
  },
  {
    name: '房屋危险',
    words:
      /(?:墙|房|屋(?!里|头)|楼(?!上|下)|梁|屋顶|瓦|土坯)[^,。 ]{0,8}[歪裂塌倒垮掉斜]|危房|要倒|快倒/,
    frailOnly: true,
  },
  {
    name: '坑洞',
    words: /(?:井盖|坑|洞|化粪池|盖子?|窨井)[^,。]{0,8}[塌没破敞掉开断缺]|踩空|敞起|栽(?:进|下)去/,
    frailOnly: true,
  },
  {
    name: '上下楼危险',
    words: /(?:扶手|栏杆|护栏|台阶|楼梯)[^,。]{0,8}[掉断松塌脱缺]/,
    frailOnly: true,
  },
  {
    name: '冷饿',
    words: anyOf({
      cold: /不热|[^怕]冷(?!库|柜|静|气机|漠)|冻(?!品|肉|库)|没(?:有)?(?:炭|煤|暖)|冇得?(?:烧|炭)/,
      hungry:
        /没(?:有)?(?:饭|吃|米|水喝|正经吃)|冇得?(?:吃|饭)|饿|断粮|揭不开锅|(?:不能|不会|没法|没人|冇人|冇得人|没得人|无人)(?:给[他她])?[做煮弄烧热送]饭|[做煮弄烧热]不(?:了|得|成)饭|[米面粮][缸袋桶][^,。]{0,4}(?:空|光|见底|没)|做不了饭|吃不上饭?|冷锅冷灶/,
      bare: /一[滴口]水(?:都|也)?[没冇]|[掐断停]了?(?:我们?家)?的?[水电暖气]|水都?烧不开|连[^,。]{0,4}都(?:冇得|没)/,
    }),
    frailOnly: true,
  },
  { name: '被骗正在转账', words: /还(?:要|在)转(?:账|钱)|现在还信/, frailOnly: false },
]

/** How urgent: danger to life, else the policy of its category, raised by violence and by need of the frail. */
export function urgencyOf(
  text: string,
  category: Category | undefined,
  danger: { readonly danger: Danger; readonly because: string } | null,
  vulnerable: boolean,
): Field<Urgency> {
  if (danger) return { value: 'emergency', confidence: 0.9, because: danger.because }
  if (category?.policy === 'emergency')
    return { value: 'urgent', confidence: 0.6, because: `${category.level2}，但看不出眼下有危险` }
  for (const { name, words, frailOnly } of raises) {
    const found = words.exec(text)
    if (found && (vulnerable || !frailOnly))
      return { value: 'urgent', confidence: 0.75, because: `${name}：${found[0]}` }
  }
  const value = category?.policy === 'urgent' ? 'urgent' : 'normal'
  return { value, confidence: 0.85, because: `时限：${category?.policy ?? '无'}` }
}
