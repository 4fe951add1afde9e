import { poster } from '../../../bots/hotline/post.ts'
import type { HotlineSettings } from '../../../bots/hotline/settings.ts'
import { wecomClient } from '../../../bots/wecom/client.ts'
import { WecomFault } from '../../../bots/wecom/faults.ts'
import type { WecomSettings } from '../../../bots/wecom/settings.ts'
import { bad, type Examined, good } from './finding.ts'

/** Whether WeCom takes our app for who it is. Says nothing to anybody. */
export async function examineWecom(settings: WecomSettings): Promise<Examined> {
  try {
    await wecomClient(settings).signIn()
    return good('企业微信', `应用可用，${settings.robots.size} 个群机器人`)
  } catch (fault) {
    if (!(fault instanceof WecomFault)) throw fault
    return fault.kind === 'app'
      ? bad(
          '企业微信',
          `不认我们的应用（${fault.code}）`,
          '核对 WECOM_CORP_ID、WECOM_SECRET 和后台的“企业可信IP” [check ids, secret and trusted address]',
        )
      : bad('企业微信', `连不上（${fault.code}）`, '看这台机器能不能上网 [check the network]')
  }
}

/** Whether the city platform answers a signed question. */
export async function examineHotline(settings: HotlineSettings): Promise<Examined> {
  return (await poster(settings, () => new Date()).isThere())
    ? good('热线平台', '应答正常')
    : bad(
        '热线平台',
        '没有应答，或不认我们的签名',
        '核对 HOTLINE_URL、HOTLINE_SOURCE 和双方的密钥 [check address, source and secret]',
      )
}
