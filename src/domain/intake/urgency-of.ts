import type { Category } from '../street/rulebook.ts'
import type { Danger, Field, Urgency } from './matter.ts'

/** What raises a matter to urgent whatever its category: violence or its near threat, danger to or need of the frail. */
const raises: readonly {
  readonly name: string
  readonly words: RegExp
  readonly frailOnly: boolean
}[] = [
  {
    name: '动手',
    words:
      /动(?:了)?手|打(?:了)?(?:我|人|老婆|孩子|妈|她)|家暴|胳膊[^,。]{0,4}青|(?:锄头|菜刀|刀|棍子|铁锹)[^,。]{0,8}(?:拿|抄)|(?:拿|抄)[^,。]{0,8}(?:锄头|刀|棍|铁锹)|威胁|扬言|要(?:打|砍|弄)(?:我|他|死)|搞起来/,
    frailOnly: false,
  },
  {
    name: '房屋危险',
    words: /(?:墙|房|屋|楼|梁|屋顶|瓦)[^,。]{0,8}(?:歪|裂|塌|倒|垮|倾斜|掉)|危房|要倒|快倒/,
    frailOnly: true,
  },
  {
    name: '坑洞',
    words: /(?:井盖|坑|洞|化粪池|盖子?|窨井)[^,。]{0,8}(?:塌|没|破|敞|掉|开|断|缺)|踩空/,
    frailOnly: true,
  },
  {
    name: '冷饿',
    words:
      /不热|冷|冻|没(?:有)?(?:饭|吃|米|炭|煤|暖|水喝)|冇(?:得)?(?:烧|吃|饭|炭)|饿|断粮|揭不开锅|水(?:都)?烧不开|连[^,。]{0,4}都(?:冇得|没)/,
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
