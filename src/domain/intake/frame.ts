import type { ChatMessage } from './message.ts'

/** Talk of other things: what follows it is hardly a matter. */
const otherThings =
  /谁家有|求?推荐|转让|出(?:个|一|闲)|收(?:旧|购)|预订|接龙|拼[车单]|包邮|[那这]个?剧|电影|剧透|结局|梦[到见]|作业|作文|副本|开黑|笑话|专家|^转[:：]|彩票|国足|球赛|昨晚那场|老家|出差|公司|我们单位|想当年|那会儿|小时候|比赛|跳舞|钓鱼|打牌|麻将|摆酒|杀猪|提示|通知】|恭喜|体检|减肥/
const laughing = /哈哈|嘿嘿|笑死|hh|🤣|😂|\[(?:偷笑|捂脸|笑哭|破涕为笑)\]/u

const near = { messages: 4, for: 15 * 60_000 }

/** What the talk was like just before a message. */
export function frameOf(
  { at }: ChatMessage,
  index: number,
  messages: readonly ChatMessage[],
): { framed: boolean; merry: boolean } {
  let framed = false
  let merry = false
  for (let before = index - 1; before >= Math.max(0, index - near.messages); before--) {
    const earlier = messages[before]
    if (!earlier || at.getTime() - earlier.at.getTime() > near.for) break
    const text = earlier.text.slice(0, 200)
    framed ||= otherThings.test(text)
    merry ||= laughing.test(text)
  }
  return { framed, merry }
}
