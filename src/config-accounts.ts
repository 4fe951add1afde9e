import type { HotlineSettings } from '../bots/hotline/settings.ts'
import type { LarkSettings } from '../bots/lark/settings.ts'
import type { MailSettings } from '../bots/mail/settings.ts'
import type { Open311Settings } from '../bots/open311/settings.ts'
import type { SmsSettings } from '../bots/sms/settings.ts'
import type { WecomSettings } from '../bots/wecom/settings.ts'
import { readHotline } from './config-hotline.ts'
import { readLark } from './config-lark.ts'
import { readMail } from './config-mail.ts'
import { readOpen311 } from './config-open311.ts'
import { readSms } from './config-sms.ts'
import { readStandby, type StandbySettings } from './config-standby.ts'
import { readWecom } from './config-wecom.ts'
import { no, ok, type Result } from './domain/result.ts'

/** The accounts and doors beside WeChat; null: none. */
export interface Accounts {
  readonly lark: LarkSettings | null
  /** An app in a company on WeCom. */
  readonly wecom: WecomSettings | null
  /** A city platform that signs what it sends. */
  readonly hotline: Omit<HotlineSettings, 'tenant'> | null
  /** Apps and sites that speak Open311. */
  readonly open311: Open311Settings | null
  /** A second WeChat account in the same groups. */
  readonly standby: StandbySettings | null
  readonly mail: MailSettings | null
  readonly sms: SmsSettings | null
}

/** Reads what is set about all of them. Refuses like `readConfig`, with everything that is wrong at once. */
export function readAccounts(
  set: Readonly<Record<string, string | undefined>>,
): Result<Accounts, string[]> {
  const [lark, wecom, hotline] = [readLark(set), readWecom(set), readHotline(set)]
  const [open311, mail, sms] = [readOpen311(set), readMail(set), readSms(set)]
  const standby = readStandby(set)
  const faults = [lark, wecom, hotline, open311, mail, sms, standby].flatMap((one) =>
    one.ok ? [] : one.problem,
  )
  if (!lark.ok || !wecom.ok || !hotline.ok || !open311.ok) return no(faults)
  if (!mail.ok || !sms.ok || !standby.ok) return no(faults)
  return ok({
    ...{ lark: lark.value, wecom: wecom.value, hotline: hotline.value },
    ...{ open311: open311.value, mail: mail.value, sms: sms.value },
    standby: standby.value,
  })
}
