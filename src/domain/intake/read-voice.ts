/** What somebody in office wants with what is said to groups. */
export type SaidOfVoice =
  | {
      readonly kind: 'announce'
      /** Where to, in their words; '' where none are said. */
      readonly to: string
      readonly text: string
      readonly urgent: boolean
    }
  | { readonly kind: 'standing'; readonly number: number | null }
  | { readonly kind: 'repeat'; readonly number: number | null }

const polite = '(?:请|麻烦|帮我|帮忙|我要|我想)*(?:再)?'
const announcing = [
  new RegExp(
    `^${polite}(?:发布?|群发|发出|发送)?(?:一?[个条份则])?(紧急)?(?:通知|公告)(?:到|给|至)?\\s*([^:：\\n]{0,24}?)\\s*[:：]\\s*([\\s\\S]+)$`,
  ),
  new RegExp(
    `^${polite}(?:给|向|在|往)([^:：\\n]{1,24}?)(?:发布?|群发|发出|发送)(?:一?[个条份则])?(紧急)?(?:通知|公告)\\s*[:：]\\s*([\\s\\S]+)$`,
  ),
]
const number = '(?:第?(\\d{1,5})号?)?'
const standing = new RegExp(
  `^(?:看看?|查看?|问问?)?(?:一下)?(?:那个|上次的?)?(?:通知${number}(?:的)?(?:情况|回执|反馈|进展|统计|收到情况|有多少人?户?(?:收到|回复?)了?)|${number}通知(?:的)?(?:情况|回执|反馈|统计)|(?:有)?多少户(?:收到|回复?)(?:了)?(?:通知)?)[?？。\\s]*$`,
)
const repeating = new RegExp(
  `^${polite}(?:再|重新)?(?:(?:提醒|发)(?:一次|一遍|一下)?通知${number}(?:一次|一遍)?|通知${number}(?:再|重新)(?:提醒|发)(?:一次|一遍|一下)?)[。\\s]*$`,
)

/** "通知 幸福里：明天上午9点停水检修，请储水", "通知情况", "通知3号再提醒一次"; null when it is nothing of this. */
export function readVoice(words: string): SaidOfVoice | null {
  const said = words.trim()
  const [first, second] = announcing.map((pattern) => pattern.exec(said))
  if (first)
    return { kind: 'announce', to: toWhom(first[2]), text: tidy(first[3]), urgent: !!first[1] }
  if (second)
    return { kind: 'announce', to: toWhom(second[1]), text: tidy(second[3]), urgent: !!second[2] }
  const asked = standing.exec(said)
  if (asked) return { kind: 'standing', number: numberIn(asked) }
  const again = repeating.exec(said)
  if (again && /再|重新|提醒/.test(said)) return { kind: 'repeat', number: numberIn(again) }
  return null
}

const toWhom = (said = '') => said.replace(/^[\s,，“"「【]+|[\s,，”"」】]+$/g, '')

const tidy = (text = '') => text.trim().replace(/\n{2,}/g, '\n')

function numberIn(found: RegExpExecArray): number | null {
  const said = found.slice(1).find((group) => group !== undefined)
  return said === undefined ? null : Number(said)
}

const sent =
  /^(?:好的?|嗯|对|没问题|可以)?[\s,，]*(?:确认|确定)?(?:就?(?:这样|现在|马上))?(?:发|发送|发布|发出去?|发吧|发了吧)(?:吧|出)?[\s。.!！~]*$|^(?:确认|确定)[\s。.!！~]*$/
const dropped = /^(?:先)?(?:不发了?|别发了?|不用发了?|取消|算了|作废|不要发)(?:吧|了)?[\s。.!！~]*$/
const changed = /^(?:改成|改为|改一下|改)\s*[:：]\s*([\s\S]+)$/
const vague = /^(?:好的?|可以|行|嗯+|对|没问题|是的?|OK|ok)[\s。.!！~]*$/

/** What is said to a draft that was read back; null: something else. */
export function readOfDraft(
  words: string,
):
  | { readonly kind: 'send' | 'drop' | 'vague' }
  | { readonly kind: 'change'; readonly text: string }
  | null {
  const said = words.trim()
  if (sent.test(said)) return { kind: 'send' }
  if (dropped.test(said)) return { kind: 'drop' }
  const other = changed.exec(said)
  if (other) return { kind: 'change', text: tidy(other[1]) }
  return vague.test(said) ? { kind: 'vague' } : null
}
