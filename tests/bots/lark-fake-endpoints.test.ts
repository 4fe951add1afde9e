import { describe, expect, test } from 'vitest'
import { aLark, bot, taskCard } from './lark-fake-support.ts'

describe('tokens', () => {
  test('the same one while it has half an hour, then another, and both are good', async () => {
    const lark = await aLark()
    const { token, freshToken, ask } = await bot(lark)
    await lark.advance(89 * 60_000)
    expect(await freshToken()).toBe(token)
    await lark.advance(2 * 60_000)
    const second = await freshToken()
    expect(second).not.toBe(token)
    for (const one of [token, second]) {
      expect((await ask('GET', '/open-apis/bot/v3/info', undefined, one)).status).toBe(200)
    }
    await lark.advance(30 * 60_000)
    const late = await ask('GET', '/open-apis/bot/v3/info', undefined, token)
    expect([late.status, late.json.code]).toEqual([400, 99991663])
  })
  test('a wrong secret is refused in an answer of HTTP 200', async () => {
    const lark = await aLark()
    const { ask } = await bot(lark)
    const body = { app_id: lark.appId, app_secret: 'wrong' }
    const answer = await ask('POST', '/open-apis/auth/v3/tenant_access_token/internal', body)
    expect([answer.status, answer.json.code]).toEqual([200, 10014])
  })
  test('without one, and with a revoked one, nothing is done', async () => {
    const lark = await aLark()
    const { ask, say } = await bot(lark)
    expect((await ask('GET', '/open-apis/bot/v3/info')).json.code).toBe(99991661)
    lark.revokeTokens()
    expect((await say('ou_wang', '在吗')).json.code).toBe(99991663)
    expect(lark.messages('ou_wang')).toEqual([])
  })
  test('after the secret was changed the old one is refused', async () => {
    const lark = await aLark()
    const { ask } = await bot(lark)
    const old = { app_id: lark.appId, app_secret: lark.appSecret }
    lark.rotateSecret('another')
    const path = '/open-apis/auth/v3/tenant_access_token/internal'
    expect((await ask('POST', path, old)).json.code).toBe(10014)
    expect((await ask('POST', path, { ...old, app_secret: lark.appSecret })).json.code).toBe(0)
  })
})

describe('sending', () => {
  test('to a group and to a person, with whom it is mentioned', async () => {
    const lark = await aLark()
    const { say } = await bot(lark)
    const words = '<at user_id="ou_wang">王芳</at> 请看'
    const { json } = await say('oc_one', words)
    expect(lark.message(json.data.message_id)).toMatchObject({
      ...{ chat: 'oc_one', from: null, text: '@王芳 请看', mentions: ['ou_wang'], dmWith: null },
    })
    const second = await say('ou_li', '您好')
    expect(second.json.data.chat_id).toMatch(/^oc_/)
    expect(lark.messages('ou_li')).toMatchObject([{ text: '您好', dmWith: 'ou_li' }])
  })
  test('the same uuid once within an hour by the clock of Lark, and again after it', async () => {
    const lark = await aLark()
    const { say } = await bot(lark)
    const first = await say('ou_wang', '一', 'letter-1')
    const second = await say('ou_wang', '一', 'letter-1')
    expect(second.json.data.message_id).toBe(first.json.data.message_id)
    await lark.advance(3_599_000)
    await say('ou_wang', '一', 'letter-1')
    expect(lark.messages('ou_wang')).toHaveLength(1)
    await lark.advance(1_000)
    await say('ou_wang', '一', 'letter-1')
    expect(lark.messages('ou_wang')).toHaveLength(2)
  })
  test.each([
    ['a stranger', 'ou_nobody', 230001],
    ['an unknown chat', 'oc_nothing', 230001],
    ['somebody outside the scope', 'ou_out', 230013],
    ['a group the bot is not in', 'oc_two', 230002],
  ])('to %s is refused with HTTP 400', async (_, to, code) => {
    const lark = await aLark()
    const { say } = await bot(lark)
    const answer = await say(to, '在吗')
    expect([answer.status, answer.json.code]).toEqual([400, code])
  })
  test('to who has left the company, or a group that is gone, is refused', async () => {
    const lark = await aLark()
    const { say } = await bot(lark)
    lark.dismiss('ou_li')
    expect((await say('ou_li', '在吗')).json.code).toBe(230029)
    lark.disband('oc_one')
    expect((await say('oc_one', '在吗')).json.code).toBe(230002)
  })
  test.each([
    ['a text of more than 150 KB', 'text', { text: '长'.repeat(52_000) }, 230025],
    ['a card of more than 30 KB', 'interactive', long(), 230025],
    ['a phone number in the open', 'text', { text: '电话13812345678' }, 230028],
    ['a mail address in the open', 'text', { text: 'a.b@example.org' }, 230028],
    ['a picture nobody uploaded', 'image', { image_key: 'img_v3_none' }, 230001],
    ['a card that is none', 'interactive', { elements: [] }, 230099],
    ['a type it does not know', 'share_chat', { chat_id: 'oc_one' }, 230001],
    ['a text without text', 'text', {}, 230001],
  ])('%s is refused', async (_, type, content, code) => {
    const { send } = await bot(await aLark())
    const answer = await send('ou_wang', type, content)
    expect([answer.status, answer.json.code]).toEqual([400, code])
  })
  test('digits that are no phone number are not taken for one', async () => {
    const { say } = await bot(await aLark())
    expect((await say('ou_wang', '编号 202611221234567890')).json.code).toBe(0)
  })
  test('a uuid of more than 50 characters, or ids of another kind, are no good request', async () => {
    const { say, call } = await bot(await aLark())
    expect((await say('ou_wang', '一', 'x'.repeat(51))).json.code).toBe(99992402)
    const body = { receive_id: 'a', msg_type: 'text', content: '{"text":"a"}' }
    const strange = await call('POST', '/im/v1/messages?receive_id_type=email', body)
    expect(strange.json.code).toBe(99992402)
  })
  test('a reply names what it replies to, and not what was recalled', async () => {
    const lark = await aLark()
    const { call } = await bot(lark)
    const asked = lark.say({ from: 'ou_wang', room: 'oc_one', type: 'text', text: '灯坏了' })
    const body = { msg_type: 'text', content: '{"text":"已登记"}' }
    const { json } = await call('POST', `/im/v1/messages/${asked}/reply`, body)
    expect(json.data).toMatchObject({ parent_id: asked, root_id: asked })
    lark.recall(asked)
    expect((await call('POST', `/im/v1/messages/${asked}/reply`, body)).json.code).toBe(230011)
  })
})

describe('a message that is there', () => {
  test('a card is changed for 14 days, a text by another call, and neither by the wrong one', async () => {
    const lark = await aLark()
    const { call, say, sendCard } = await bot(lark)
    const card = await sendCard('oc_one', taskCard)
    const next = { ...taskCard, header: { title: { tag: 'plain_text', content: '已签收' } } }
    const patch = () => call('PATCH', `/im/v1/messages/${card}`, { content: JSON.stringify(next) })
    expect((await patch()).json.code).toBe(0)
    expect(lark.message(card)).toMatchObject({ card: next, changes: 1 })
    const text = (await say('ou_li', '错字')).json.data.message_id
    const words = { msg_type: 'text', content: '{"text":"正字"}' }
    expect((await call('PUT', `/im/v1/messages/${text}`, words)).json.code).toBe(0)
    expect(lark.message(text).text).toBe('正字')
    expect((await call('PUT', `/im/v1/messages/${card}`, words)).json.code).toBe(230001)
    await lark.advance(14 * 86_400_000 + 1)
    const { freshToken, ask } = await bot(lark)
    const body = { content: JSON.stringify(next) }
    const late = await ask('PATCH', `/open-apis/im/v1/messages/${card}`, body, await freshToken())
    expect([late.status, late.json.code]).toEqual([400, 230031])
  })
  test('is taken back, and then neither changed nor pinged', async () => {
    const lark = await aLark()
    const { call, sendCard } = await bot(lark)
    const card = await sendCard('oc_one', taskCard)
    expect((await call('DELETE', `/im/v1/messages/${card}`, {})).json.code).toBe(0)
    expect(lark.message(card).recalled).toBe(true)
    const body = { content: JSON.stringify(taskCard) }
    expect((await call('PATCH', `/im/v1/messages/${card}`, body)).json.code).toBe(230011)
  })
  test('pings who is in the chat, and says who is not', async () => {
    const lark = await aLark()
    const { call, say } = await bot(lark)
    const id = (await say('oc_one', '紧急')).json.data.message_id
    const path = `/im/v1/messages/${id}/urgent_app?user_id_type=open_id`
    const { json } = await call('PATCH', path, { user_id_list: ['ou_wang', 'ou_out'] })
    expect(json.data).toEqual({ invalid_user_id_list: ['ou_out'] })
    expect(lark.message(id).urgent).toEqual(['ou_wang'])
  })
  test('is listed by time in pages, and a card is not shown as what it is', async () => {
    const lark = await aLark()
    const { call, say, sendCard } = await bot(lark)
    for (const text of ['一', '二']) await say('oc_one', text)
    await sendCard('oc_one', taskCard)
    const list = (more: string) =>
      call('GET', `/im/v1/messages?container_id_type=chat&container_id=oc_one${more}`)
    const first = (await list('&page_size=2')).json.data
    expect(first.items.map(({ body }) => body.content)).toEqual(['{"text":"一"}', '{"text":"二"}'])
    expect(first.has_more).toBe(true)
    const rest = (await list(`&page_size=2&page_token=${first.page_token}`)).json.data
    expect(rest).toMatchObject({ has_more: false, items: [{ msg_type: 'interactive' }] })
    expect(rest.items[0]?.body.content).toContain('请升级至最新版本客户端')
    const later = Math.floor(lark.now().getTime() / 1_000) + 60
    expect((await list(`&start_time=${later}`)).json.data.items).toEqual([])
  })
  test('of several forwarded together shows each', async () => {
    const lark = await aLark()
    const { call } = await bot(lark)
    const say = (text: string) => lark.say({ from: 'ou_li', room: 'oc_one', type: 'text', text })
    const forwards = [say('甲'), say('乙')]
    const id = lark.say({ from: 'ou_li', room: null, type: 'merge_forward', forwards })
    const { json } = await call('GET', `/im/v1/messages/${id}`)
    expect(json.data.items).toMatchObject([
      { message_id: id, msg_type: 'merge_forward' },
      { upper_message_id: id, body: { content: '{"text":"甲"}' } },
      { upper_message_id: id, body: { content: '{"text":"乙"}' } },
    ])
  })
})

/** Right in every part, but of 31 KB. */
function long() {
  const content = '长'.repeat(11_000)
  return { schema: '2.0', body: { elements: [{ tag: 'markdown', content }] } }
}
