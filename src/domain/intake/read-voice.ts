import type { Spoken } from '../voices/voice.ts'

/** What somebody in office wants with what is said to groups, or asked of them. */
export type SaidOfVoice =
  | {
      readonly kind: 'spread'
      readonly what: Spoken['kind']
      /** A vote, not only opinions. */
      readonly isVote: boolean
      /** Where to, in their words; '' where none are said. */
      readonly to: string
      readonly text: string
      readonly urgent: boolean
    }
  | {
      readonly kind: 'standing' | 'repeat'
      readonly what: Spoken['kind']
      readonly number: number | null
    }

const polite = '(?:请|麻烦|帮我|帮忙|我要|我想)*(?:再)?'
const sends = '(?:发布?|群发|发出|发送|发起|开展|搞)'
const name = '通知|公告|征集意见|意见征集|征求意见|投票'
const spreading = [
  new RegExp(
    `^${polite}${sends}?(?:一?[个条份则次])?(?<urgent>紧急)?(?<what>${name})(?:到|给|至)?\\s*(?<to>[^:：\\n]{0,24}?)\\s*[:：]\\s*(?<text>[\\s\\S]+)$`,
  ),
  new RegExp(
    `^${polite}(?:给|向|在|往)(?<to>[^:：\\n]{1,24}?)(?:发布?|发出|发送|发起|开展|搞)(?:一?[个条份则次])?(?<urgent>紧急)?(?<what>${name})\\s*[:：]\\s*(?<text>[\\s\\S]+)$`,
  ),
]
const known = '(?<what>通知|投票|征集意见|意见征集|征集)'
const number = '(?:第?(?<number>\\d{1,5})号?)?'
const standing = new RegExp(
  `^(?:看看?|查看?|问问?)?(?:一下)?(?:那个|上次的?)?${known}${number}(?:的)?(?:情况|回执|反馈|进展|统计|结果|怎么样了?|收到情况|有多少人?户?(?:收到|回复?|投)了?)[?？。\\s]*$`,
)
const repeating = [
  new RegExp(`^${polite}(?:再|重新)(?:提醒|发)(?:一次|一遍|一下)?${known}${number}[。\\s]*$`),
  new RegExp(`^${polite}${known}${number}(?:再|重新)(?:提醒|发)(?:一次|一遍|一下)?[。\\s]*$`),
]

/**
 * "通知 幸福里：明天上午9点停水检修，请储水", "征集意见 幸福里：要不要装充电桩？A 要 B 不要 到周五", "投票3号情况",
 * "通知3号再提醒一次"; null when it is nothing of this.
 */
export function readVoice(words: string): SaidOfVoice | null {
  const said = words.trim()
  for (const pattern of spreading) {
    const { what = '', to = '', text = '', urgent } = pattern.exec(said)?.groups ?? {}
    if (text !== '')
      return {
        ...{ kind: 'spread', what: kindOf(what), isVote: what === '投票' },
        ...{ to: toWhom(to), text: tidy(text), urgent: urgent !== undefined },
      }
  }
  const asked = standing.exec(said)?.groups
  if (asked) return { kind: 'standing', ...whichIn(asked) }
  for (const pattern of repeating) {
    const again = pattern.exec(said)?.groups
    if (again) return { kind: 'repeat', ...whichIn(again) }
  }
  return null
}

const kindOf = (what = ''): Spoken['kind'] => (/通知|公告/.test(what) ? 'announcement' : 'poll')

const whichIn = ({ what, number: said }: Readonly<Record<string, string | undefined>>) => ({
  what: kindOf(what),
  number: said === undefined ? null : Number(said),
})

const toWhom = (said: string) => said.replace(/^[\s,，“"「【]+|[\s,，”"」】]+$/g, '')

const tidy = (text: string) => text.trim().replace(/\n{2,}/g, '\n')

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
  if (other) return { kind: 'change', text: tidy(other[1] ?? '') }
  return vague.test(said) ? { kind: 'vague' } : null
}
