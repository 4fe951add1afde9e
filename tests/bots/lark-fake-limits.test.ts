import { expect, test } from 'vitest'
import { openLimits, perApi } from '../../bots/sandbox/lark/limits.ts'
import { aLark, bot, taskCard } from './lark-fake-support.ts'

test('a chat takes five messages a second, and a person too', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  for (const to of ['oc_one', 'ou_wang']) {
    for (let i = 0; i < 5; i++) expect((await say(to, `第${i}条`)).json.code).toBe(0)
    const sixth = await say(to, '太快')
    expect([sixth.status, sixth.json.code]).toEqual([400, 230020])
  }
  await lark.advance(1_000)
  expect((await say('oc_one', '现在可以')).json.code).toBe(0)
})

test('a card is changed five times a second', async () => {
  const lark = await aLark()
  const { call, sendCard } = await bot(lark)
  const card = await sendCard('oc_one', taskCard)
  const patch = async () => {
    const body = { content: JSON.stringify(taskCard) }
    return (await call('PATCH', `/im/v1/messages/${card}`, body)).json.code
  }
  for (let i = 0; i < 5; i++) expect(await patch()).toBe(0)
  expect(await patch()).toBe(230020)
})

test('an endpoint takes 50 calls a second, and says how long to wait with HTTP 429', async () => {
  const lark = await aLark()
  const { call } = await bot(lark)
  for (let i = 0; i < 50; i++) expect((await call('GET', '/im/v1/chats')).status).toBe(200)
  const over = await call('GET', '/im/v1/chats')
  expect([over.status, over.json.code]).toEqual([429, 99991400])
  expect(over.headers.get('x-ogw-ratelimit-limit')).toBe('50')
  expect(over.headers.get('x-ogw-ratelimit-reset')).toBe('1')
  expect((await call('GET', '/im/v1/chats/oc_one')).status).toBe(200)
  await lark.advance(1_000)
  expect((await call('GET', '/im/v1/chats')).status).toBe(200)
})

test('and 1000 calls a minute', () => {
  let now = 0
  const limits = openLimits(() => now)
  for (let i = 0; i < 1_000; i++) {
    now = i * 25
    expect(limits.take('api', ...perApi)).toBe(0)
  }
  expect(limits.take('api', ...perApi)).toBe(Math.ceil((60_000 - now) / 1_000))
  now = 60_000
  expect(limits.take('api', ...perApi)).toBe(0)
})
