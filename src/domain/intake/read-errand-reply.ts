import { masked } from './mask.ts'

/** What is said of an errand that runs; `number` null: the one that is meant goes by who speaks. */
export interface ErrandReply {
  readonly number: number | null
  /** The word 代办 was said: no task of the office is meant. */
  readonly isNamed: boolean
  readonly act: 'accept' | 'decline' | 'report' | 'yes' | 'no' | 'withdraw'
  readonly text: string
}

const named = /^(?:代办\s*)?第?\s*(\d{1,6})\s*号\s*(?:代办)?[\s,，:：。]*([\s\S]*)$/
const byWord = /^(?:这[个件]|那[个件]|你们?的?)?代办(?:的?(?:事|那个|那件))?[\s,，:：。]*([\s\S]*)$/
const longest = 80

const notYet =
  /还?没(?:有)?(?:办|取|买|送|交|拿|领|弄|收|来|去|人|到|好)|没好|未办|还没|没有?$|^(?:不是|不对|没)|办?错了?|少了|漏了/
const isDone =
  /(?:办|取|买|送|交|拿|领|弄|搞|填|寄|跑|配|抓|换|打印|复印|预约|挂)(?:好|到|完|妥|了|回来|来了|成)|(?:已经?|都)(?:办|送|取|买|交|拿|领)|搞定|妥了|送到|交到|放(?:在|到)(?:门口|家)|完成了?/
const later =
  /(?:明天|后天|等|晚点|一会|下午|晚上|待会|回头|马上|这就|正在)[^,，。]{0,8}(?:办|取|买|送|交|拿|去|领)/
const declines =
  /(?:办|接|去|帮|跑|做|买|取|来)不了|不(?:太)?(?:方便|行|能去|能办)|没(?:有)?(?:空|时间)|忙不过来|(?:在|去)(?:外地|医院|老家)|不在家|身体不(?:好|舒服|适)|转(?:给)?网格员|^不接/
const accepts =
  /^(?:好的?|行|可以|没问题|嗯|ok)?[\s,，。!！]*(?:我|这就|马上)*(?:接了?|接受|接单|来办|去办|去取|去买|去跑|来吧?|去一趟|去吧?|帮(?:他|她|忙)|办)(?:[了吧啊呀的]|一下|下)*[\s,，。!！~]*$|^(?:接了?|我接|接单|同意|包在我身上)/
const plainYes = /^(?:好的?|行|可以|没问题|嗯+|ok|收到|要得|知道了|中)[啊呀的了吧。.!！~～\s]*$/i
const says =
  /^(?:都|全|全都)?(?:是的?|对的?|嗯+|好了|办好了|办妥了|收到了?|拿到了?|送到了?|已经?(?:收到|拿到|办好|送到))|谢谢|感谢|满意|辛苦/
const drops =
  /不用(?:再)?(?:办|取|买|拿|领|送|跑)?了|不需要了?|不要了|取消|撤回|不办了|算了|自己(?:去|办|买|取)(?:了|好了|过了)/

/**
 * What a text says of an errand: `代办3号接了`, `药送到了`, `代办3号办不了：在外地`. What somebody means by a plain `好的`
 * goes by what was asked of them: `isAsked`, whether a head has an errand to answer, or `isReported`, whether who asked is
 * asked if it is done. Null where it says nothing of the kind.
 */
export function readErrandReply(
  text: string,
  { isAsked, isReported }: { readonly isAsked: boolean; readonly isReported: boolean },
): ErrandReply | null {
  const words = text.trim()
  if ([...words].length > longest || /[?？]$/.test(words)) return null
  const [, numbered, afterNumber = ''] = named.exec(words) ?? []
  const [, afterWord] = byWord.exec(words) ?? []
  const isNamed = /代办/.test(words.slice(0, 8)) && (numbered ?? afterWord) !== undefined
  const rest = (numbered !== undefined ? afterNumber : (afterWord ?? words)).trim()
  const act = actIn(rest, isAsked, isReported)
  if (act === null) return null
  const number = numbered === undefined ? null : Number(numbered)
  return { number, isNamed, act, text: masked(reasonIn(rest)) }
}

function actIn(rest: string, isAsked: boolean, isReported: boolean): ErrandReply['act'] | null {
  if (drops.test(rest)) return 'withdraw'
  if (isReported) {
    if (notYet.test(rest)) return 'no'
    return says.test(rest) || isDone.test(rest) || plainYes.test(rest) ? 'yes' : null
  }
  if (declines.test(rest)) return 'decline'
  if (isDone.test(rest) && !notYet.test(rest) && !later.test(rest)) return 'report'
  if (accepts.test(rest) || (isAsked && (plainYes.test(rest) || later.test(rest)))) return 'accept'
  return null
}

/** `办不了：在外地` is about 在外地. */
const reasonIn = (rest: string): string =>
  /^(?:办|接|去|帮)?(?:不了|好了|妥了|完了)[\s:：,，]+([\s\S]+)$/.exec(rest)?.[1] ?? rest
