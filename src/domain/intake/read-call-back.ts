import type { Answer } from '../aftercare/follow-up.ts'
import { readSurvey } from './reply-survey.ts'
import { saidNumber } from './said-number.ts'
import { normalise } from './text.ts'

const longest = 500
const callBack =
  /^[ ,，。:：、]*(?:已经?|电话|抽查|上门|入户)*回访(?:结果|情况|过|了|反馈)*[ ,，。:：、]*(?:反映人|居民|本人|对方)?(?:说|表示|称)?[ ,，:：]*([\s\S]*)$/
const unreached =
  /(?:没|未|冇)(?:有|能)?(?:人)?(?:联系|打|接|找|拨)(?:上|通|到|听|着|电话)?|打不通|不通|联系不[上到]|无人接|不接|关机|停机|空号|拒接|不在家/
const asks = /[?？]|怎么|要不要|什么时候/

/**
 * What somebody who called a petitioner back reports: `1027号回访：确实修好了，满意`. Null when it is about no call; `unclear`
 * where it does not say what came of it.
 */
export function readCallBack(words: string): Answer | 'unclear' | null {
  const { rest } = saidNumber(words.slice(0, longest))
  const said = callBack.exec(rest)?.[1]
  if (said === undefined || asks.test(said)) return null
  const raw = said.trim()
  const text = normalise(raw)
  const reply = readSurvey(text, raw)
  if (unreached.test(text) && !(reply.act === 'rate' && reply.score !== null))
    return { result: 'unreached', score: null, words: raw }
  if (reply.act === 'reopen') return { result: 'notFixed', score: null, words: raw }
  if (reply.act !== 'rate') return 'unclear'
  const { solved, score } = reply
  if (solved === null && score === null) return 'unclear'
  const isFixed = solved ?? (score !== null && score >= 3)
  return { result: isFixed ? 'fixed' : 'notFixed', score, words: raw }
}
