import { apiChannel } from '../bots/api/channel.ts'
import { startHotline } from '../bots/hotline/hotline.ts'
import { larkCards } from '../bots/lark/cards/lark-cards.ts'
import { type LarkBot, startLark } from '../bots/lark/lark-bot.ts'
import type { LarkSettings } from '../bots/lark/settings.ts'
import { startMail } from '../bots/mail/mail.ts'
import { startOpen311 } from '../bots/open311/open311.ts'
import type { Gateway } from '../bots/sandbox/gateway.ts'
import { startSms } from '../bots/sms/sms.ts'
import { carefulPace, noPace } from '../bots/wechat/pace.ts'
import { startPair } from '../bots/wechat/standby.ts'
import { startWechat, type WechatOptions } from '../bots/wechat/wechat-bot.ts'
import { startWecom } from '../bots/wecom/wecom.ts'
import type { Connected } from './accounts.ts'
import { bareMedia } from './bare-media.ts'
import type { Config } from './config.ts'
import { cardClerk } from './flows/card-clerk.ts'
import type { Cards } from './flows/ports/cards.ts'
import type { SeenKeys } from './flows/ports/seen-keys.ts'
import type { Desk, Inbox } from './flows/ports.ts'
import { takeTidings } from './flows/take-tidings.ts'
import { sayAll } from './texts/say.ts'
import { type Undo, undo } from './undo.ts'

/** What accounts keep into and ask. */
interface Means {
  readonly inbox: Inbox
  readonly cards: Cards
  readonly seenKeys: SeenKeys
  readonly desk: Desk
}

/**
 * Connects every account that is configured, and the simulator's where none of WeChat is and `gateway` is given. What was
 * connected hangs up again when one of them throws. Pictures go out on each without what phones wrote beside them.
 */
export async function connectAccounts(
  config: Config,
  gateway: Pick<Gateway, 'endpoint' | 'token'> | null,
  inside: Means,
): Promise<Connected> {
  const means = { ...inside, desk: { ...inside.desk, media: bareMedia(inside.desk.media) } }
  const opened = undo()
  try {
    const wechat = await connectWechat(config, gateway, means)
    if (wechat) opened.add(wechat.stop)
    const lark = config.lark && (await connectLark(config.lark, config, means))
    if (lark) opened.add(lark.stop)
    const partners = await connectPartners(config, means, opened)
    return {
      channels: {
        ...wechat?.channels,
        ...(lark && { lark: lark.channel }),
        ...partners.channels,
      },
      doors: [...(lark?.doors ?? []), ...partners.doors],
      surfaces: lark?.cards ? [lark.cards.surface] : [],
      stop: opened.all,
    }
  } catch (fault) {
    await opened.all().catch(() => {})
    throw fault
  }
}

async function connectWechat(
  { wechat, standby, botNames }: Config,
  gateway: Pick<Gateway, 'endpoint' | 'token'> | null,
  { inbox, desk }: Means,
): Promise<Pick<Connected, 'channels' | 'stop'> | null> {
  const account = wechat ?? (gateway && { ...gateway, pace: 'none' })
  if (!account) return null
  const { endpoint, token, pace } = account
  const { media, clock, report, people } = desk
  const primary: WechatOptions = {
    ...{ endpoint, token, botNames, inbox, media, clock, report },
    pace: pace === 'none' ? noPace : carefulPace,
    ...{ say: sayAll, tidings: takeTidings(desk), show: console.log },
    replaySince: await desk.inbox.lastHeard('wechat'),
  }
  if (!standby) {
    const { channel, stop } = await startWechat(primary)
    return { channels: { wechat: channel }, stop }
  }
  const { steadyIds } = standby
  const pair = await startPair({ primary, standby, people, steadyIds })
  return {
    channels: { wechat: pair.primary.channel, wechatStandby: pair.channel },
    stop: pair.stop,
  }
}

function connectLark(
  settings: LarkSettings,
  { botNames }: Config,
  { inbox, cards, seenKeys, desk }: Means,
): Promise<LarkBot> {
  const clerk = cardClerk({ ...desk, cards })
  const { media, clock, report } = desk
  const tidings = takeTidings(desk)
  return startLark({
    ...{ settings, inbox, media, clock, report, botNames },
    ...{ say: sayAll, seen: seenKeys, tidings },
    cards: (gateway) => larkCards({ gateway, clerk, media, report }),
    onRoom: ({ kind, room, name }) =>
      kind === 'removed' || kind === 'disbanded'
        ? tidings.removed('lark', room)
        : tidings.room('lark', room, name === '' ? room : name),
    numberOf: (message) => clerk.numberOf({ channel: 'lark', message }),
  })
}

/** Platforms that sign what they bring, and those that only carry letters; their time is the real one. */
async function connectPartners(
  config: Config,
  { inbox, seenKeys, desk }: Means,
  opened: Undo,
): Promise<Pick<Connected, 'channels' | 'doors'>> {
  const { media, report, tenant, petitions, rulebooks, newId } = desk
  const clock = () => new Date()
  const means = { inbox, media, report, clock, seen: seenKeys, say: sayAll }
  const mail = config.mail && startMail({ settings: config.mail, ...means })
  if (mail) opened.add(mail.stop)
  const sms = config.sms && startSms({ settings: config.sms, ...means })
  if (sms) opened.add(sms.stop)
  const wecom = config.wecom && (await startWecom({ settings: config.wecom, ...means }))
  if (wecom) opened.add(wecom.stop)
  const hotline =
    config.hotline && startHotline({ settings: { ...config.hotline, tenant }, ...means })
  if (hotline) opened.add(hotline.stop)
  const carriers = { ...(mail && { mail: mail.channel }), ...(sms && { sms: sms.channel }) }
  const open311 =
    config.open311 &&
    startOpen311({ settings: config.open311, carriers, petitions, rulebooks, newId, ...means })
  return {
    channels: {
      ...carriers,
      ...(wecom && { wecom: wecom.channel }),
      ...(hotline && { hotline: hotline.channel }),
      ...(open311 && { open311: open311.channel }),
      api: apiChannel(clock),
    },
    doors: [wecom, hotline, open311].flatMap((one) => one?.doors ?? []),
  }
}
