import { poster } from '../../../bots/hotline/post.ts'
import type { HotlineSettings } from '../../../bots/hotline/settings.ts'
import { mailer } from '../../../bots/mail/post.ts'
import type { MailSettings } from '../../../bots/mail/settings.ts'
import { poster as smsPoster } from '../../../bots/sms/post.ts'
import type { SmsSettings } from '../../../bots/sms/settings.ts'
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

const mailTroubles = {
  link: [
    '连不上',
    '核对 MAIL_HOST、MAIL_PORT，看这台机器能不能上网 [check host, port and network]',
  ],
  security: ['加密没谈成', '核对 MAIL_SECURITY 和 MAIL_PORT [check security and port]'],
  login: ['不认用户名或密码', '核对 MAIL_USER、MAIL_PASSWORD [check user and password]'],
} as const

/** Whether the mail server lets us in. Sends nothing. */
export async function examineMail(settings: MailSettings): Promise<Examined> {
  const trouble = await mailer(settings).trouble()
  if (!trouble) return good('邮件', '服务器让我们进')
  const [says, toDo] =
    trouble.kind === 'link' || trouble.kind === 'security' || trouble.kind === 'login'
      ? mailTroubles[trouble.kind]
      : [`服务器说 ${trouble.kind}`, '过一会儿再查，不行就问邮件服务商 [ask the mail service]']
  return bad('邮件', says, toDo)
}

/** Whether the gateway for short messages answers a signed question. Sends nothing. */
export async function examineSms(settings: SmsSettings): Promise<Examined> {
  return (await smsPoster(settings, () => new Date()).isThere())
    ? good('短信', '应答正常')
    : bad(
        '短信',
        '没有应答，或不认我们的签名',
        '核对 SMS_URL、SMS_ACCOUNT 和 SMS_SECRET [check address, account and secret]',
      )
}
