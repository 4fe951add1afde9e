import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { taskCard } from './lark-fake-support.ts'

/** A Lark, real or fake, with an app and a group that the app's bot is in. */
export interface Wire {
  readonly endpoint: string
  readonly appId: string
  readonly appSecret: string
  readonly chat: string
}

const pages = 'https://open.larkoffice.com/document/uAjLw4CM/ukTMukTMukTM/reference'
const message = z.object({
  ...{ message_id: z.string().regex(/^om_/), chat_id: z.string().regex(/^oc_/) },
  ...{ msg_type: z.string(), create_time: z.string().regex(/^\d{13}$/) },
  ...{ deleted: z.boolean(), updated: z.boolean() },
  sender: z.object({ id: z.string(), id_type: z.string(), sender_type: z.string() }),
  body: z.object({ content: z.string() }),
})
const good = <T extends z.ZodType>(data: T) => z.object({ code: z.literal(0), data })

/**
 * What we rely on in the platform's answers, with the page that says so. Held against the fake in every run, and against
 * the real platform where somebody lends a test tenant: what the two disagree on is a fault of the fake.
 */
const shapes = {
  token: {
    page: 'https://open.larkoffice.com/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal.md',
    shape: z.object({
      ...{ code: z.literal(0), tenant_access_token: z.string().min(1), expire: z.number() },
    }),
  },
  botInfo: {
    page: 'https://open.larkoffice.com/document/ukTMukTMukTM/uAjMxEjLwITMx4CMyETM.md',
    shape: z.object({
      code: z.literal(0),
      bot: z.object({ app_name: z.string(), open_id: z.string().regex(/^ou_/) }),
    }),
  },
  create: { page: `${pages}/im-v1/message/create.md`, shape: good(message) },
  reply: {
    page: `${pages}/im-v1/message/reply.md`,
    shape: good(message.extend({ parent_id: z.string(), root_id: z.string() })),
  },
  get: {
    page: `${pages}/im-v1/message/get.md`,
    shape: good(z.object({ items: z.array(message).min(1) })),
  },
  list: {
    page: `${pages}/im-v1/message/list.md`,
    shape: good(z.object({ has_more: z.boolean(), items: z.array(message).min(1) })),
  },
  done: { page: `${pages}/im-v1/message/patch.md`, shape: z.object({ code: z.literal(0) }) },
  image: {
    page: `${pages}/im-v1/image/create.md`,
    shape: good(z.object({ image_key: z.string().regex(/^img_/) })),
  },
  chat: {
    page: `${pages}/im-v1/chat/get.md`,
    shape: good(z.object({ name: z.string(), external: z.boolean() })),
  },
  members: {
    page: `${pages}/im-v1/chat-members/get.md`,
    shape: good(
      z.object({
        has_more: z.boolean(),
        items: z.array(z.object({ member_id: z.string(), name: z.string() })),
      }),
    ),
  },
  refusal: {
    page: 'https://apifox.com/apidoc/docs-site/532425/api-9020992', // a copy of the page with the codes
    shape: z.object({ code: z.number().refine((code) => code !== 0), msg: z.string().min(1) }),
  },
  noSignIn: {
    page: 'https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token',
    shape: z.object({
      ...{ code: z.literal(20003), error: z.string().min(1) },
      error_description: z.string().min(1),
    }),
  },
  socket: {
    page: 'https://open.larkoffice.com/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/request-url-configuration-case.md',
    shape: good(
      z.object({
        URL: z.string().regex(/^wss?:\/\//),
        ClientConfig: z.object({ ReconnectCount: z.number(), PingInterval: z.number() }),
      }),
    ),
  },
} as const

const inTurn = { concurrent: false, timeout: 30_000 }

/** The same calls to any Lark. What it says in the group it takes back at the end. */
export function larkWire(name: string, open: (() => Promise<Wire>) | { readonly skipped: string }) {
  const isSkipped = typeof open !== 'function'
  const title = isSkipped ? `${name} (skipped: ${open.skipped})` : name
  describe.skipIf(isSkipped)(`the wire of ${title}`, inTurn, () => {
    const opened = async () => {
      if (typeof open !== 'function') throw new Error(open.skipped)
      const wire = await open()
      const { appId, appSecret } = wire
      const call = async (method: string, path: string, body?: unknown, token = '') => {
        const form = body instanceof FormData
        const answer = await fetch(`${wire.endpoint}${path}`, {
          method,
          headers: {
            ...(token && { authorization: `Bearer ${token}` }),
            ...(!form && { 'content-type': 'application/json; charset=utf-8' }),
          },
          ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
          signal: AbortSignal.timeout(10_000),
        })
        return { status: answer.status, json: (await answer.json()) as unknown }
      }
      const path = '/open-apis/auth/v3/tenant_access_token/internal'
      const answer = await call('POST', path, { app_id: appId, app_secret: appSecret })
      const token = shapes.token.shape.parse(answer.json).tenant_access_token
      const ask = (method: string, at: string, body?: unknown) =>
        call(method, `/open-apis${at}`, body, token)
      const said: string[] = []
      const send = async (type: string, content: object, uuid?: string) => {
        const about = { receive_id: wire.chat, msg_type: type, content: JSON.stringify(content) }
        const where = '/im/v1/messages?receive_id_type=chat_id'
        const { json } = await ask('POST', where, { ...about, ...(uuid && { uuid }) })
        const id = shapes.create.shape.parse(json).data.message_id
        said.push(id)
        return id
      }
      const takeBack = async () => {
        for (const id of new Set(said)) await ask('DELETE', `/im/v1/messages/${id}`, {})
      }
      return { wire, call, ask, send, takeBack }
    }

    test('a message is sent once per uuid, shown, answered and listed', async () => {
      const { ask, send, wire, takeBack } = await opened()
      const uuid = `wire-${Date.now()}`
      const id = await send('text', { text: '接口自检' }, uuid)
      expect(await send('text', { text: '接口自检' }, uuid)).toBe(id)
      const got = shapes.get.shape.parse((await ask('GET', `/im/v1/messages/${id}`)).json)
      expect(got.data.items[0]).toMatchObject({ message_id: id, msg_type: 'text' })
      const reply = { msg_type: 'text', content: '{"text":"收到"}' }
      const answered = await ask('POST', `/im/v1/messages/${id}/reply`, reply)
      const read = shapes.reply.shape.parse(answered.json).data
      expect(read.parent_id).toBe(id)
      const at = Math.floor(Date.now() / 1_000) - 60
      const query = `container_id_type=chat&container_id=${wire.chat}&start_time=${at}&sort_type=ByCreateTimeDesc`
      const list = shapes.list.shape.parse((await ask('GET', `/im/v1/messages?${query}`)).json)
      expect(list.data.items.map(({ message_id }) => message_id)).toContain(id)
      await ask('DELETE', `/im/v1/messages/${read.message_id}`, {})
      await takeBack()
    })
    test('a card of ours is taken, changed, and refused when a property is unknown', async () => {
      const { ask, send, takeBack } = await opened()
      const id = await send('interactive', taskCard)
      const patch = (card: object) =>
        ask('PATCH', `/im/v1/messages/${id}`, { content: JSON.stringify(card) })
      shapes.done.shape.parse((await patch(taskCard)).json)
      const wrong = await patch({ ...taskCard, strange: true })
      expect(wrong.status).toBe(400)
      expect(shapes.refusal.shape.parse(wrong.json).code).toBe(230099)
      await takeBack()
    })
    test('a picture is uploaded, sent and fetched', async () => {
      const { ask, send, takeBack } = await opened()
      const onePixel =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=='
      const form = new FormData()
      form.set('image_type', 'message')
      form.set('image', new Blob([Buffer.from(onePixel, 'base64')]), 'a.png')
      const { json } = await ask('POST', '/im/v1/images', form)
      const key = shapes.image.shape.parse(json).data.image_key
      await send('image', { image_key: key })
      await takeBack()
    })
    test('the bot, its group and who is in it are shown', async () => {
      const { ask, wire } = await opened()
      shapes.botInfo.shape.parse((await ask('GET', '/bot/v3/info')).json)
      shapes.chat.shape.parse((await ask('GET', `/im/v1/chats/${wire.chat}`)).json)
      const path = `/im/v1/chats/${wire.chat}/members?member_id_type=open_id&page_size=20`
      shapes.members.shape.parse((await ask('GET', path)).json)
    })
    test('the long connection has an address, or its refusal says why', async () => {
      const { call, wire } = await opened()
      const secret = { AppID: wire.appId, AppSecret: wire.appSecret }
      const { json } = await call('POST', '/callback/ws/endpoint', secret)
      shapes.socket.shape.or(shapes.refusal.shape).parse(json)
    })
    test('signing in refuses a code that nobody was given, and a token that is none', async () => {
      const { call, wire } = await opened()
      const refused = await call('POST', '/open-apis/authen/v2/oauth/token', {
        ...{ grant_type: 'authorization_code', code: 'nobody-was-given-this-code' },
        ...{ client_id: wire.appId, client_secret: wire.appSecret },
        redirect_uri: 'https://linli.example.org/sign-in/lark/back',
      })
      expect(refused.status).toBe(400)
      shapes.noSignIn.shape.parse(refused.json)
      const nobody = await call('GET', '/open-apis/authen/v1/user_info', undefined, 'u-wrong')
      expect([20005, 99991668, 99991671, 99991677]).toContain(
        shapes.refusal.shape.parse(nobody.json).code,
      )
    })
    test('what is refused has a code: a wrong secret, a wrong token, a chat that is not there', async () => {
      const { call, ask, wire } = await opened()
      const path = '/open-apis/auth/v3/tenant_access_token/internal'
      const secret = await call('POST', path, { app_id: wire.appId, app_secret: 'wrong' })
      expect(secret.status).toBe(200)
      shapes.refusal.shape.parse(secret.json)
      const token = await call('GET', '/open-apis/bot/v3/info', undefined, 't-wrong')
      expect([99991663, 99991661, 99991668, 99991671]).toContain(
        shapes.refusal.shape.parse(token.json).code,
      )
      const body = { receive_id: 'oc_none', msg_type: 'text', content: '{"text":"无"}' }
      const nowhere = await ask('POST', '/im/v1/messages?receive_id_type=chat_id', body)
      expect(nowhere.status).toBe(400)
      shapes.refusal.shape.parse(nowhere.json)
    })
  })
}
