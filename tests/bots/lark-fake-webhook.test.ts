import { expect, test } from 'vitest'
import type { FakeLark } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { type Heard, isSigned, opened, webhook } from './lark-fake-listeners.ts'
import { aLark } from './lark-fake-support.ts'

const idOf = (heard: Heard, lark: FakeLark) => opened(heard, lark).header.event_id
const words = (heard: Heard, lark: FakeLark) =>
  JSON.parse(opened(heard, lark).event.message.content).text
const group = { from: 'ou_wang', room: 'oc_one', type: 'text' } as const

test('an event is encrypted and signed, and says who said what where', async () => {
  const hook = await webhook()
  const lark = await aLark({ webhookUrl: hook.url })
  const first = lark.say({ ...group, text: '灯坏了' })
  const id = lark.say({
    ...{ from: 'ou_guest', room: 'oc_one', type: 'text', text: '路灯也是' },
    ...{ mentions: [lark.bot, 'ou_li'], quotes: first },
  })
  await lark.settled()
  expect(hook.heard.every((one) => isSigned(one, lark))).toBe(true)
  const [, second] = hook.heard
  const { schema, header, event } = opened(second as Heard, lark)
  expect(schema).toBe('2.0')
  expect(header).toMatchObject({
    ...{ event_type: 'im.message.receive_v1', app_id: lark.appId, tenant_key: lark.tenantKey },
    token: lark.verificationToken,
  })
  expect(event.sender).toMatchObject({
    ...{ sender_id: { open_id: 'ou_guest' }, tenant_key: 'tenant-else' },
  })
  expect(event.message).toMatchObject({
    ...{ message_id: id, parent_id: first, root_id: first, chat_id: 'oc_one', chat_type: 'group' },
    content: '{"text":"@_user_1 @_user_2 路灯也是"}',
    mentions: [
      { key: '@_user_1', id: { open_id: lark.bot } },
      { key: '@_user_2', id: { open_id: 'ou_li' }, name: '李强' },
    ],
  })
})

test('a group is heard only where the bot is named, unless the app has the scope for all', async () => {
  const hook = await webhook()
  const lark = await aLark({ webhookUrl: hook.url, hearsAll: false })
  lark.say({ ...group, text: '聊天' })
  lark.say({ ...group, text: '叫我', mentions: [lark.bot] })
  lark.say({ ...group, room: null, text: '私聊' })
  await lark.settled()
  expect(hook.heard.map((one) => words(one, lark)).sort()).toEqual(['@_user_1 叫我', '私聊'])
  lark.leave('oc_one', lark.bot)
  lark.say({ ...group, text: '叫不到', mentions: [lark.bot] })
  await lark.settled()
  expect(opened(hook.heard.at(-1) as Heard, lark).header.event_type).toBe(
    'im.chat.member.bot.deleted_v1',
  )
})

test('what is not answered with 200 in time comes again after 15 s, 5 min, 1 h, 6 h, and no more', async () => {
  const hook = await webhook((_, count) => (count === 2 ? { afterMs: 1_000 } : { status: 500 }))
  const lark = await aLark({ webhookUrl: hook.url })
  lark.say({ ...group, text: '灯坏了' })
  await lark.settled()
  const counts = [hook.heard.length]
  for (const seconds of [14, 1, 299, 1, 3_599, 1, 21_599, 1, 86_400]) {
    await lark.advance(seconds * 1_000)
    counts.push(hook.heard.length)
  }
  expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  expect(new Set(hook.heard.map((one) => idOf(one, lark))).size).toBe(1)
  expect(new Set(hook.heard.map(({ headers }) => headers['x-lark-request-nonce'])).size).toBe(5)
  expect(lark.pending()).toEqual([])
})

test('what was answered is never delivered again, and the steps of a long time go in order', async () => {
  const hook = await webhook((_, count) => ({ status: count < 3 ? 503 : 200 }))
  const lark = await aLark({ webhookUrl: hook.url })
  lark.say({ ...group, text: '灯坏了' })
  await lark.advance(86_400_000)
  expect(hook.heard).toHaveLength(3)
})

test('the events of a chat go one after the other', async () => {
  const hook = await webhook((_, count) => ({ afterMs: count % 2 ? 30 : 0 }))
  const lark = await aLark({ webhookUrl: hook.url })
  for (let i = 0; i < 8; i++) lark.say({ ...group, text: String(i) })
  await lark.settled()
  expect(hook.heard.map((one) => words(one, lark)).join('')).toBe('01234567')
})

test('on wish they come twice, under a second event id, or in turned order', async () => {
  const hook = await webhook()
  const lark = await aLark({ webhookUrl: hook.url })
  lark.inbound.duplicate = true
  lark.say({ ...group, text: '一' })
  await lark.settled()
  expect(hook.heard).toHaveLength(2)
  expect(new Set(hook.heard.map((one) => idOf(one, lark))).size).toBe(1)
  Object.assign(lark.inbound, { duplicate: false, newEventId: true })
  lark.say({ ...group, text: '二' })
  await lark.settled()
  const again = hook.heard.slice(2)
  expect(new Set(again.map((one) => idOf(one, lark))).size).toBe(2)
  expect(new Set(again.map((one) => opened(one, lark).event.message.message_id)).size).toBe(1)
  Object.assign(lark.inbound, { newEventId: false, outOfOrder: true })
  for (const text of ['三', '四', '五', '六']) lark.say({ ...group, text })
  await lark.settled()
  expect(
    hook.heard
      .slice(4)
      .map((one) => words(one, lark))
      .join(''),
  ).toBe('四三六五')
})

test('what else happens in a chat is told', async () => {
  const hook = await webhook()
  const lark = await aLark({ webhookUrl: hook.url })
  const id = lark.say({ ...group, text: '说错了' })
  lark.recall(id)
  lark.recall(id)
  lark.join('oc_one', 'ou_out')
  lark.rename('oc_one', '新群名')
  lark.leave('oc_one', 'ou_li')
  lark.join('oc_two', lark.bot)
  lark.dismiss('ou_li')
  lark.disband('oc_one')
  await lark.settled()
  const told = hook.heard.map((one) => opened(one, lark))
  const types = told.map(({ header }) => header.event_type).sort()
  expect(types).toEqual([
    'contact.user.deleted_v3',
    'im.chat.disbanded_v1',
    'im.chat.member.bot.added_v1',
    'im.chat.member.user.added_v1',
    'im.chat.member.user.withdrawn_v1',
    'im.chat.updated_v1',
    'im.message.recalled_v1',
    'im.message.receive_v1',
  ])
  const of = (type: string) => told.find(({ header }) => header.event_type === type).event
  expect(of('im.message.recalled_v1')).toMatchObject({ message_id: id, chat_id: 'oc_one' })
  expect(of('im.chat.updated_v1')).toMatchObject({
    ...{ before_change: { name: '一号群' }, after_change: { name: '新群名' } },
  })
  expect(of('im.chat.member.user.added_v1').users).toMatchObject([
    { name: '外人', user_id: { open_id: 'ou_out' } },
  ])
})

test('the check of the URL wants the challenge back', async () => {
  const lark = await aLark()
  expect(await lark.checkUrl()).toBe(false)
  lark.webhook((await webhook()).url)
  expect(await lark.checkUrl()).toBe(false)
  const good = await webhook((heard) => ({ body: { challenge: opened(heard, lark).challenge } }))
  lark.webhook(good.url)
  expect(await lark.checkUrl()).toBe(true)
})
