import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const asksForCode =
  /^(?:我要|我想|申请|请)?绑定(?:一下)?(?:账号|帐号|账户|微信|飞书|手机)?[。.!！~～\s]*$/
const saysCode = /^绑定码?[\s:：，,是为]*((?:\d[\s-]?){6})[。.!！\s]*$/

/**
 * "绑定" asks for a code that makes another account the speaker's; "绑定 482913", said on that account, uses it. Codes are
 * for private chats: one said in a group is void. Null when it is about no binding.
 */
export function binding({ words, message, room, speaker }: Situation): readonly Move[] | null {
  if (message.type !== 'text') return null
  const said = words.normalize('NFKC').trim()
  const code = saysCode.exec(said)?.[1]?.replace(/\D/g, '')
  if (code !== undefined) return [{ kind: 'bind', code, outcome: 'codeSaid' }]
  if (!asksForCode.test(said) || (room && !message.mentionsUs)) return null
  if (room) return [say('privately')]
  if (speaker.staff) return [say('fromOperator')]
  return [{ kind: 'bind', code: null, outcome: 'codeAsked' }]
}

const say = (what: 'privately' | 'fromOperator'): Move => ({
  kind: 'say',
  notice: { kind: 'binding', what },
  outcome: `binding ${what}`,
})
