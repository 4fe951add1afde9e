import type { Category, MatterKind } from '../street/rulebook.ts'
import type { Field } from './matter.ts'

const quarrels: ReadonlySet<MatterKind> = new Set(['dispute', 'praise'])

/** Words that are plainly another kind than the category's own. */
const plainly: readonly {
  readonly kind: MatterKind
  readonly words: RegExp
  readonly not?: RegExp
}[] = [
  {
    kind: 'suggestion',
    words:
      /建议|提议|希望(?:能|可以|周|多|增|加|有)[^。]{0,16}(?:开|设|加|增|多|装|安|建|办|搞)|能不能(?:给)?[^,。]{0,8}(?:调长|调短|加装|增设|增加|划|多开|装个|装一|设个|设一|加个|延长|开通|搞个|建个)|是不是可以[^,。]{0,6}(?:加|设|建|装)/,
    not: /坏|漏|堵|偷|打人|臭/,
  },
  {
    kind: 'consult',
    words:
      /(?:怎么|如何|咋|哪里|在哪|去哪)(?:个)?(?:办|申请|报名|交|弄|走流程|查|领)|(?:要|需要)(?:带|准备|提交|交)?(?:啥|什么|哪些)|材料|(?:能|可以)(?:报|办|上|报销|申请)(?:[^,。]{0,8})?(?:吗|么|不|嘛)|够不够(?:条件|格)|什么条件|请问[^。]{0,12}(?:办|申请|报名|政策|手续|补贴|证|费|时间|几点|电话)[^。]{0,8}(?:吗|呢|么|\?)|是打.{1,8}还是/,
    not: /坏|漏|堵|停[水电气]|不亮|不热|噪|吵|没人(?:管|修)|投诉|被骗|转(?:出去|走|过去)|自称|安全账户/,
  },
  { kind: 'request', words: /救救|求(?:助|帮|你|求)|帮帮|不想活|轻生/ },
]

/** Something that is there and does not work is no suggestion. */
const faulty = /坏了|黑屏|死机|失灵|用不了|还不(?:了|进)|打不开|开不了机/

/** What kind of wish it is: that of its category, unless the words are plainly otherwise. */
export function kindOf(text: string, category: Category | undefined): Field<MatterKind> {
  const own = category?.kind ?? 'report'
  const fault = own === 'suggestion' ? faulty.exec(text) : null
  if (fault) return { value: 'report', confidence: 0.75, because: fault[0] }
  if (!quarrels.has(own)) {
    for (const { kind, words, not } of plainly) {
      const found = words.exec(text)
      if (kind === 'suggestion' && own === 'request') continue
      const fits = kind !== 'request' || category?.code === '0812' || category?.code === '1901'
      const asks = kind !== 'consult' || own === 'report' || own === 'consult'
      if (found && fits && asks && !not?.test(text))
        return { value: kind, confidence: 0.8, because: found[0] }
    }
  }
  return { value: own, confidence: 0.85, because: category ? `${category.level2}` : '未分类' }
}
