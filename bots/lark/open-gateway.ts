import type { Client, HttpInstance, Logger } from '@larksuiteoapi/node-sdk'
import type { FileLimits } from '../../src/asking/whole-stream.ts'
import { callerOf } from './calls.ts'
import type { Connection, LarkGateway, Sent, Shown } from './gateway.ts'
import { callInstance, plainInstance } from './http.ts'
import { checked } from './ids.ts'
import { larkPace, type PaceSettings, paceOf } from './pace.ts'
import { readFile } from './read-file.ts'

export interface GatewaySettings {
  /** `cli_` and 16 hex digits. */
  readonly appId: string
  readonly appSecret: string
  /** `https://open.feishu.cn`, without a slash at the end. */
  readonly domain: string
  readonly pace?: PaceSettings
  /** How long one request may take; default five seconds. */
  readonly callMs?: number
  readonly files?: FileLimits
}

/** The SDK writes secrets, tokens and what was said to its log: nobody hears it. */
const silent = () => {}
const logger: Logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent }
/** They answer bodies, which axios' types cannot say. */
const speaking = (http: object) => http as HttpInstance
const perPage = 50
const pagesAtMost = 20

/**
 * Opens the way to Lark through its SDK, asking nothing yet. The only file that knows the SDK, which costs seconds and
 * 65 MB: it is loaded here and not before.
 */
export async function openGateway(settings: GatewaySettings): Promise<LarkGateway> {
  const lark = await import('@larksuiteoapi/node-sdk')
  const { appId, appSecret, domain } = settings
  const cache = new lark.DefaultCache() // the stock one is shared by all apps of the process with the same id
  const client: Client = new lark.Client({
    ...{ appId, appSecret, domain, cache, logger },
    httpInstance: speaking(callInstance(settings.callMs ?? 5_000)),
  })
  const pace = paceOf(settings.pace ?? larkPace)
  const call = callerOf({
    pace,
    evictToken: () => cache.set(lark.CTenantAccessToken, '', undefined, { namespace: appId }),
  })
  const isGroup = (to: string) => to.startsWith('oc_')
  const sent = (data: Partial<Item> | undefined): Sent => ({
    message: data?.message_id ?? '',
    chat: data?.chat_id ?? '',
  })
  const asShown = (item: Item): Shown => ({
    id: item.message_id ?? '',
    kind: item.msg_type ?? '',
    content: item.body?.content ?? '',
    sender: { id: item.sender?.id ?? '', isUs: item.sender?.id === appId },
    mentions: (item.mentions ?? []).map(({ key = '', name = '' }) => ({ key, name })),
    deleted: item.deleted ?? false,
    at: new Date(Number(item.create_time ?? 0)),
  })

  return {
    async send(to, kind, content, uuid) {
      const receive_id = checked(isGroup(to) ? 'chat' : 'user', to)
      const data = { receive_id, msg_type: kind, content: JSON.stringify(content), uuid }
      const params = { receive_id_type: isGroup(to) ? 'chat_id' : 'open_id' } as const
      const made = await call({ key: to, isSafe: true }, () =>
        client.im.message.create({ params, data }),
      )
      return sent(made.data)
    },
    async reply(message, kind, content, uuid) {
      const path = { message_id: checked('message', message) }
      const data = { msg_type: kind, content: JSON.stringify(content), uuid }
      const made = await call({ key: message, isSafe: true }, () =>
        client.im.message.reply({ path, data }),
      )
      return sent(made.data)
    },
    async patch(message, card) {
      const path = { message_id: checked('message', message) }
      const data = { content: JSON.stringify(card) }
      await call({ key: message, isSafe: true }, () => client.im.message.patch({ path, data }))
    },
    async urgent(message, users) {
      const path = { message_id: checked('message', message) }
      const data = { user_id_list: users.map((user) => checked('user', user)) }
      const params = { user_id_type: 'open_id' } as const
      await call({ isSafe: false }, () => client.im.message.urgentApp({ path, params, data }))
    },
    async uploadImage(bytes) {
      const data = { image_type: 'message', image: Buffer.from(bytes) } as const
      const made = await call({ isSafe: true }, () => client.im.image.create({ data }))
      return checked('file', made?.image_key ?? '')
    },
    async download(message, key, type) {
      const path = { message_id: checked('message', message), file_key: checked('file', key) }
      const fetch = async () =>
        readFile(await client.im.messageResource.get({ path, params: { type } }), settings.files)
      return call({ isSafe: true }, fetch)
    },
    async shown(message) {
      const path = { message_id: checked('message', message) }
      const made = await call({ isSafe: true }, () => client.im.message.get({ path }))
      return (made.data?.items ?? []).map(asShown)
    },
    async ours(chat, since) {
      const found: Shown[] = []
      const params = {
        ...{ container_id_type: 'chat', container_id: checked('chat', chat) },
        start_time: String(Math.floor(since.getTime() / 1000)), // whole seconds
      }
      let page: string | undefined
      for (let pages = 0; pages < pagesAtMost; pages++) {
        const at = page === undefined ? {} : { page_token: page }
        const sort = { sort_type: 'ByCreateTimeAsc', page_size: perPage } as const
        const made = await call({ isSafe: true }, () =>
          client.im.message.list({ params: { ...params, ...sort, ...at } }),
        )
        found.push(...(made.data?.items ?? []).map(asShown))
        page = made.data?.page_token
        if (!made.data?.has_more || !page) break
      }
      return found.filter(({ sender, at }) => sender.isUs && at >= since)
    },
    async isPrivate(chat) {
      const path = { chat_id: checked('chat', chat) }
      const made = await call({ isSafe: true }, () => client.im.chat.get({ path }))
      return made.data?.chat_mode === 'p2p'
    },
    async personName(user) {
      const path = { user_id: checked('user', user) }
      const params = { user_id_type: 'open_id' } as const
      const made = await call({ isSafe: true }, () => client.contact.user.get({ path, params }))
      return made.data?.user?.name ?? ''
    },
    async memberNames(chat) {
      const path = { chat_id: checked('chat', chat) }
      const names = new Map<string, string>()
      let page: string | undefined
      for (let pages = 0; pages < pagesAtMost; pages++) {
        const at = page === undefined ? {} : { page_token: page }
        const params = { member_id_type: 'open_id', page_size: 100, ...at } as const
        const made = await call({ isSafe: true }, () => client.im.chatMembers.get({ path, params }))
        for (const { member_id = '', name = '' } of made.data?.items ?? [])
          names.set(member_id, name)
        page = made.data?.page_token
        if (!made.data?.has_more || !page) break
      }
      return names
    },
    async us() {
      const url = '/open-apis/bot/v3/info'
      const made: { bot?: { open_id?: string; app_name?: string } } = await call(
        { isSafe: true },
        () => client.request({ method: 'GET', url }),
      )
      return { openId: checked('user', made.bot?.open_id ?? ''), name: made.bot?.app_name ?? '' }
    },
    coolingMs: pace.coolingMs,
    connect(accept, pongSeconds, on): Connection {
      /** Takes events whole: the SDK's own flattens them, and a card's token then hides the app's. */
      class Whole extends lark.EventDispatcher {
        override async invoke(envelope: unknown) {
          return accept(envelope)
        }
      }
      const socket = new lark.WSClient({
        ...{ appId, appSecret, domain, logger, httpInstance: speaking(plainInstance()) },
        handshakeTimeoutMs: 10_000,
        wsConfig: { pingTimeout: pongSeconds }, // without it a dead peer is never noticed
        ...{ onReady: on.up, onReconnecting: on.down, onReconnected: on.up, onError: on.over },
      })
      const isUp = () => socket.getConnectionStatus().state === 'connected'
      void socket.start({ eventDispatcher: new Whole({ logger }) }).catch(on.over)
      return { isUp, close: () => socket.close({ force: true }) }
    },
  }
}

/** What we read of a message that Lark shows; the SDK's own type names it nowhere. */
interface Item {
  readonly message_id?: string | undefined
  readonly chat_id?: string | undefined
  readonly msg_type?: string | undefined
  readonly create_time?: string | undefined
  readonly deleted?: boolean | undefined
  readonly body?: { readonly content: string } | undefined
  readonly sender?: { readonly id: string } | undefined
  readonly mentions?: readonly { readonly key: string; readonly name: string }[] | undefined
}
