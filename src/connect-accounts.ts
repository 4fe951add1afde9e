import { startHotline } from '../bots/hotline/hotline.ts'
import { larkCards } from '../bots/lark/cards/lark-cards.ts'
import { type LarkBot, startLark } from '../bots/lark/lark-bot.ts'
import type { LarkSettings } from '../bots/lark/settings.ts'
import type { Gateway } from '../bots/sandbox/gateway.ts'
import { carefulPace, noPace } from '../bots/wechat/pace.ts'
import { startWechat, type WechatBot } from '../bots/wechat/wechat-bot.ts'
import { startWecom } from '../bots/wecom/wecom.ts'
import type { Connected } from './accounts.ts'
import type { Config } from './config.ts'
import { cardClerk } from './flows/card-clerk.ts'
import type { Cards } from './flows/ports/cards.ts'
import type { SeenKeys } from './flows/ports/seen-keys.ts'
import type { Desk, Inbox } from './flows/ports.ts'
import { takeTidings } from './flows/take-tidings.ts'
import { sayAll } from './texts/say.ts'
import { undo } from './undo.ts'

/** What accounts keep into and ask. */
interface Means {
  readonly inbox: Inbox
  readonly cards: Cards
  readonly seenKeys: SeenKeys
  readonly desk: Desk
}

/**
 * Connects every account that is configured, and the simulator's where none of WeChat is and `gateway` is given. What was
 * connected hangs up again when one of them throws.
 */
export async function connectAccounts(
  config: Config,
  gateway: Pick<Gateway, 'endpoint' | 'token'> | null,
  means: Means,
): Promise<Connected> {
  const opened = undo()
  try {
    const wechat = await connectWechat(config, gateway, means)
    if (wechat) opened.add(wechat.stop)
    const lark = config.lark && (await connectLark(config.lark, config, means))
    if (lark) opened.add(lark.stop)
    const partners = partnersOf(means)
    const wecom = config.wecom && (await startWecom({ settings: config.wecom, ...partners }))
    if (wecom) opened.add(wecom.stop)
    const { tenant } = means.desk
    const hotline =
      config.hotline && startHotline({ settings: { ...config.hotline, tenant }, ...partners })
    if (hotline) opened.add(hotline.stop)
    return {
      channels: {
        ...(wechat && { wechat: wechat.channel }),
        ...(lark && { lark: lark.channel }),
        ...(wecom && { wecom: wecom.channel }),
        ...(hotline && { hotline: hotline.channel }),
      },
      doors: [lark, wecom, hotline].flatMap((one) => one?.doors ?? []),
      surfaces: lark?.cards ? [lark.cards.surface] : [],
      stop: opened.all,
    }
  } catch (fault) {
    await opened.all().catch(() => {})
    throw fault
  }
}

async function connectWechat(
  { wechat, botNames }: Config,
  gateway: Pick<Gateway, 'endpoint' | 'token'> | null,
  { inbox, desk }: Means,
): Promise<WechatBot | null> {
  const account = wechat ?? (gateway && { ...gateway, pace: 'none' })
  if (!account) return null
  const { endpoint, token, pace } = account
  return startWechat({
    ...{ endpoint, token, botNames, inbox },
    pace: pace === 'none' ? noPace : carefulPace,
    ...{ media: desk.media, say: sayAll, clock: desk.clock, report: desk.report },
    ...{ tidings: takeTidings(desk), show: console.log },
    replaySince: await desk.inbox.lastHeard('wechat'),
  })
}

function connectLark(
  settings: LarkSettings,
  { botNames }: Config,
  { inbox, cards, seenKeys, desk }: Means,
): Promise<LarkBot> {
  const clerk = cardClerk({ ...desk, cards })
  const { media, clock, report } = desk
  return startLark({
    ...{ settings, inbox, media, clock, report, botNames },
    ...{ say: sayAll, seen: seenKeys },
    cards: (gateway) => larkCards({ gateway, clerk, media, report }),
    numberOf: (message) => clerk.numberOf({ channel: 'lark', message }),
  })
}

/** What platforms need that sign what they bring: their signatures are dated by the real clock. */
const partnersOf = ({ inbox, seenKeys, desk: { media, report } }: Means) => ({
  ...{ inbox, media, report, seen: seenKeys, say: sayAll },
  clock: () => new Date(),
})
