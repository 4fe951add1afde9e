import { onTestFinished } from 'vitest'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import type { FakeLark, FakeLarkSettings } from '../../bots/sandbox/lark/fake-lark-types.ts'

/** A fake Lark with a few people, at a time that stands still unless it is advanced. */
export async function aLark(but: Partial<FakeLarkSettings> = {}): Promise<FakeLark> {
  const started = new Date()
  const lark = await startFakeLark({
    users: [
      { openId: 'ou_wang', name: '王芳', mobile: '13800000001', email: 'wang@example.org' },
      { openId: 'ou_li', name: '李强' },
      { openId: 'ou_out', name: '外人', inScope: false },
      { openId: 'ou_guest', name: '住户', tenantKey: 'tenant-else' },
    ],
    chats: [
      { id: 'oc_one', name: '一号群', members: ['ou_wang', 'ou_li', 'ou_guest'], external: true },
      { id: 'oc_two', name: '二号群', members: ['ou_li'], botIn: false },
    ],
    ...{ mode: 'webhook', clock: () => started, patienceMs: 300, hearsAll: true },
    ...but,
  })
  onTestFinished(() => lark.stop())
  return lark
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly json: {
    readonly code: number
    readonly tenant_access_token: string
    readonly data: {
      readonly [name in 'message_id' | 'chat_id' | 'image_key' | 'page_token' | 'URL']: string
    } & {
      readonly items: readonly { readonly body: { readonly content: string } }[]
      readonly has_more: boolean
      readonly user_list: unknown
      readonly user: unknown
    }
  }
}

/** Calls endpoints as a bot does, with a token of its own. */
export async function bot(lark: FakeLark) {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    token = '',
  ): Promise<Answered> => {
    const form = body instanceof FormData
    const answer = await fetch(`${lark.endpoint}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!form && { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    })
    const json = (await answer.json()) as Answered['json']
    return { status: answer.status, headers: answer.headers, json }
  }
  const freshToken = async () => {
    const secret = { app_id: lark.appId, app_secret: lark.appSecret }
    const { json } = await ask('POST', '/open-apis/auth/v3/tenant_access_token/internal', secret)
    return json.tenant_access_token
  }
  const token = await freshToken()
  const call = (method: string, path: string, body?: unknown) =>
    ask(method, `/open-apis${path}`, body, token)
  const send = (to: string, type: string, content: object, uuid?: string) =>
    call(
      'POST',
      `/im/v1/messages?receive_id_type=${to.startsWith('oc_') ? 'chat_id' : 'open_id'}`,
      {
        ...{ receive_id: to, msg_type: type, content: JSON.stringify(content) },
        ...(uuid !== undefined && { uuid }),
      },
    )
  return {
    ...{ ask, freshToken, token, call, send },
    say: (to: string, text: string, uuid?: string) => send(to, 'text', { text }, uuid),
    async sendCard(to: string, card: object): Promise<string> {
      const { json } = await send(to, 'interactive', card)
      if (json.code !== 0) throw new Error(JSON.stringify(json))
      return json.data.message_id
    },
    upload(
      path: string,
      fields: Record<string, string>,
      name: string,
      bytes: Uint8Array<ArrayBuffer>,
    ) {
      const form = new FormData()
      for (const [key, value] of Object.entries(fields)) form.set(key, value)
      form.set(name, new Blob([bytes]), '现场.png')
      return call('POST', path, form)
    },
  }
}

/** A card with a button 接单 and a form that closes. */
export const taskCard = {
  schema: '2.0',
  config: { update_multi: true, summary: { content: '诉求 1001' } },
  header: { template: 'red', title: { tag: 'plain_text', content: '诉求 1001' } },
  body: {
    elements: [
      { tag: 'div', text: { tag: 'plain_text', content: '三号楼路灯不亮' } },
      {
        ...{ tag: 'button', name: 'accept', type: 'primary' },
        text: { tag: 'plain_text', content: '接单' },
        behaviors: [{ type: 'callback', value: { a: 'accept', v: 7 } }],
      },
      {
        ...{ tag: 'form', name: 'closing' },
        elements: [
          {
            ...{ tag: 'select_static', name: 'result', required: true },
            options: [
              { text: { tag: 'plain_text', content: '已解决' }, value: 'done' },
              { text: { tag: 'plain_text', content: '无法解决' }, value: 'cannot' },
            ],
          },
          { tag: 'date_picker', name: 'on' },
          { tag: 'input', name: 'note', required: true, max_length: 20 },
          {
            ...{ tag: 'button', name: 'close', form_action_type: 'submit' },
            text: { tag: 'plain_text', content: '办结' },
            behaviors: [{ type: 'callback', value: { a: 'close', v: 7 } }],
          },
        ],
      },
    ],
  },
} as const
