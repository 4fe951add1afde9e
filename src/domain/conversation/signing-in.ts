import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const asksToSignIn =
  /^(?:我要|我想|请|帮我)?(?:登录|登陆|进入|打开|进)?(?:一下)?(?:工作台|后台|管理后台|控制台|系统后台)(?:链接|入口|地址)?[。.!！~～\s]*$|^(?:我要|我想|请)?(?:登录|登陆)(?:一下)?(?:链接|系统)?[。.!！~～\s]*$/

/**
 * "登录" or "工作台" of somebody in office asks for a link that opens the console once, in private. Null when it is
 * something else.
 */
export function signingIn({ words, message, room, speaker }: Situation): readonly Move[] | null {
  if (message.type !== 'text' || (room && !message.mentionsUs)) return null
  if (!asksToSignIn.test(words.normalize('NFKC').trim())) return null
  if (!speaker.staff) return [say('onlyOffice')]
  return room ? [say('privately')] : [{ kind: 'signIn', outcome: 'linkAsked' }]
}

const say = (what: 'privately' | 'onlyOffice'): Move => ({
  kind: 'say',
  notice: { kind: 'signIn', what },
  outcome: `signIn ${what}`,
})
