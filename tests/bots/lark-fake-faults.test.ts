import { expect, test } from 'vitest'
import { aLark, bot } from './lark-fake-support.ts'

test('an answer of another kind, as often as wished, and nothing is done', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  const body = { code: 2200, msg: 'internal error' }
  lark.fault('messages.create', { kind: 'answer', status: 502, body, headers: { 'x-a': 'b' } }, 2)
  for (let i = 0; i < 2; i++) {
    const answer = await say('ou_wang', '一')
    expect([answer.status, answer.json.code, answer.headers.get('x-a')]).toEqual([502, 2200, 'b'])
  }
  expect(lark.messages('ou_wang')).toEqual([])
  expect((await say('ou_wang', '一')).status).toBe(200)
  expect(lark.calls('messages.create').map(({ status }) => status)).toEqual([502, 502, 200])
})

test('a rate limit that says how long', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  lark.fault('messages.create', { kind: 'rateLimited', resetSeconds: 7 })
  const answer = await say('ou_wang', '一')
  expect([answer.status, answer.json.code]).toEqual([429, 99991400])
  expect(answer.headers.get('x-ogw-ratelimit-reset')).toBe('7')
})

test('a connection that is cut before anything is done', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  lark.fault('messages.create', { kind: 'drop' })
  await expect(say('ou_wang', '一')).rejects.toThrow()
  expect(lark.messages('ou_wang')).toEqual([])
})

test('an answer that is lost after all was done: only the uuid saves from saying it twice', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  lark.fault('messages.create', { kind: 'commitThenFail' })
  await expect(say('ou_wang', '一', 'letter-1')).rejects.toThrow()
  lark.fault('messages.create', { kind: 'commitThenFail', status: 504 })
  expect((await say('ou_wang', '一', 'letter-1')).status).toBe(504)
  expect((await say('ou_wang', '一', 'letter-1')).status).toBe(200)
  expect(lark.messages('ou_wang')).toHaveLength(1)
  await say('ou_wang', '一')
  expect(lark.messages('ou_wang')).toHaveLength(2)
})

test('a slow answer, which is right all the same', async () => {
  const lark = await aLark()
  const { say } = await bot(lark)
  lark.fault('messages.create', { kind: 'delay', ms: 120 })
  const begun = performance.now()
  expect((await say('ou_wang', '一')).json.code).toBe(0)
  expect(performance.now() - begun).toBeGreaterThan(110)
})

test('a download that breaks off, or is an error in JSON with HTTP 200', async () => {
  const lark = await aLark()
  const { token } = await bot(lark)
  const file = { bytes: new Uint8Array(90_000), mime: 'image/jpeg', name: 'a.jpg' }
  const id = lark.say({ from: 'ou_wang', room: null, type: 'image', file })
  const [key] = lark.message(id).files
  const fetched = () =>
    fetch(`${lark.endpoint}/open-apis/im/v1/messages/${id}/resources/${key}?type=image`, {
      headers: { authorization: `Bearer ${token}` },
    })
  lark.fault('resources.get', { kind: 'truncate' })
  const cut = await fetched()
  expect([cut.status, cut.headers.get('content-length')]).toEqual([200, '90000'])
  await expect(cut.arrayBuffer()).rejects.toThrow()
  lark.fault('resources.get', { kind: 'jsonInstead' })
  const json = await fetched()
  expect(json.status).toBe(200)
  expect(await json.json()).toMatchObject({ code: 234003 })
  expect((await (await fetched()).arrayBuffer()).byteLength).toBe(90_000)
})

test('the endpoint of the long connection, busy or broken', async () => {
  const lark = await aLark({ mode: 'socket' })
  const { ask } = await bot(lark)
  const secret = { AppID: lark.appId, AppSecret: lark.appSecret }
  const busy = { code: 1, msg: 'system busy' }
  lark.fault('socket.endpoint', { kind: 'answer', status: 200, body: busy })
  lark.fault('socket.endpoint', { kind: 'answer', status: 500 })
  const answers = []
  for (let i = 0; i < 3; i++) answers.push(await ask('POST', '/callback/ws/endpoint', secret))
  expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
    [200, 1],
    [500, undefined],
    [200, 0],
  ])
})
