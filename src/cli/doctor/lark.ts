import { type FaultKind, LarkFault } from '../../../bots/lark/faults.ts'
import type { LarkGateway } from '../../../bots/lark/gateway.ts'
import { openGateway } from '../../../bots/lark/open-gateway.ts'
import type { LarkSettings } from '../../../bots/lark/settings.ts'
import { bad, doubtful, type Examined, good } from './finding.ts'

/** Webhooks are dated, and refused when their time is too far from ours. */
const clocksDifferMs = 120_000
const mostChats = 20

/** What to do about each kind of refusal. */
const cures: Readonly<Record<FaultKind, string>> = {
  link: '看这台机器能不能上网、LARK_DOMAIN 对不对 [network? LARK_DOMAIN?]',
  rate: '过几分钟再查 [try again in some minutes]',
  auth: '核对 LARK_APP_ID 和 LARK_APP_SECRET [check id and secret]',
  app: '到开发者后台核对：密钥、机器人能力、权限范围，改完要发布新版本并通过审核 [check secret, bot ability and scopes; then release a version]',
  lostChat: '把机器人重新拉进这个群，或解除绑定 [add the bot to the group again]',
  unknown:
    '核对 staff.csv 里的 lark_id，以及应用的可用范围 [check lark_id and who may use the app]',
  gone: '再查一次 [try again]',
  tooLong: '再查一次 [try again]',
  dlp: '请管理员看企业的安全策略 [see the company’s data protection]',
  refused: '把这个编号报给开发者 [report this code]',
}

/** The app on Lark: whether it takes us, is in its groups, and may see people. Says nothing to anybody. */
export async function examineLark(
  settings: LarkSettings,
  chats: readonly string[],
  staff: readonly string[],
): Promise<Examined[]> {
  const gateway = await openGateway(settings)
  const us = await tried('飞书', async () => {
    const { name } = await gateway.us()
    return good(
      '飞书',
      `机器人“${name}”可用，${settings.hears.by === 'socket' ? '长连接' : '请求地址'}方式`,
    )
  })
  if (us.verdict === 'bad') return [us]
  return [
    us,
    ...(await examineClock(settings.domain)),
    await examineChats(gateway, chats),
    await examineStaff(gateway, staff),
  ]
}

async function examineChats(gateway: LarkGateway, chats: readonly string[]): Promise<Examined> {
  if (chats.length === 0)
    return doubtful(
      '飞书群',
      '没有绑定的群',
      '把机器人拉进群，再绑定到街道的群 [add the bot to groups and bind them]',
    )
  for (const chat of chats.slice(0, mostChats)) {
    const found = await tried(`飞书群 ${chat}`, async () => {
      await gateway.memberNames(chat)
      return good('飞书群', `${chats.length} 个都在`)
    })
    if (found.verdict === 'bad') return found
  }
  return good('飞书群', `${chats.length} 个，都能看到成员`)
}

async function examineStaff(gateway: LarkGateway, staff: readonly string[]): Promise<Examined> {
  const [first] = staff
  if (!first)
    return doubtful(
      '飞书工作人员',
      '名册里没有人填 lark_id',
      '在 staff.csv 填 lark_id，或发绑定码 npm run bind [fill in lark_id, or give codes]',
    )
  return tried('飞书工作人员', async () =>
    (await gateway.personName(first)) === ''
      ? doubtful(
          '飞书工作人员',
          '看不到姓名',
          '开通“获取用户基本信息”权限，并把他们放进可用范围 [grant contact:user.base:readonly]',
        )
      : good('飞书工作人员', `${staff.length} 人填了 lark_id`),
  )
}

async function examineClock(domain: string): Promise<Examined[]> {
  const signal = AbortSignal.timeout(5_000)
  const answer = await fetch(domain, { method: 'HEAD', redirect: 'manual', signal }).catch(
    () => null,
  )
  const there = Date.parse(answer?.headers.get('date') ?? '')
  if (Number.isNaN(there)) return []
  const aheadS = Math.round((Date.now() - there) / 1_000)
  return [
    Math.abs(aheadS) * 1_000 > clocksDifferMs
      ? bad(
          '时钟',
          `本机比飞书${aheadS > 0 ? '快' : '慢'} ${Math.abs(aheadS)} 秒`,
          '打开网络对时（NTP），否则推送会被当作过期 [set the clock by NTP]',
        )
      : good('时钟', '本机与飞书一致'),
  ]
}

async function tried(what: string, look: () => Promise<Examined>): Promise<Examined> {
  try {
    return await look()
  } catch (fault) {
    if (!(fault instanceof LarkFault)) throw fault
    const says = fault.kind === 'link' ? '连不上' : `被拒绝（${fault.code}）`
    return bad(what, says, cures[fault.kind])
  }
}
