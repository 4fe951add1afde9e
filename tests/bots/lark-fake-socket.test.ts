import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { decodeFrame, encodeFrame } from '../../bots/sandbox/lark/frames.ts'
import { longConnection } from './lark-fake-listeners.ts'
import { aLark, bot } from './lark-fake-support.ts'

const group = { from: 'ou_wang', room: 'oc_one', type: 'text' } as const

test('a frame survives being written and read, as do the numbers of its wire', () => {
  const frame = {
    ...{ seq: 0n, log: (1n << 62n) + 993n, service: 33_554_678, method: 1 },
    ...{ headers: { type: 'event', 中文: '值' }, payload: Buffer.from('{"a":1}') },
  }
  expect(decodeFrame(encodeFrame(frame))).toEqual(frame)
  // written by hand after the .proto: SeqID 1, LogID 300, service 2, method 0, header type=ping
  const byHand = Buffer.from('080110ac0218022000' + '2a0c0a0474797065120470696e67', 'hex')
  expect(decodeFrame(byHand)).toMatchObject({
    ...{ seq: 1n, log: 300n, service: 2, method: 0, headers: { type: 'ping' } },
  })
  expect(() => decodeFrame(Buffer.from('garbage'))).toThrow()
})

test('an event comes in a frame, plain, and is done when acked', async () => {
  const lark = await aLark({ mode: 'socket' })
  const { frames } = await longConnection(lark)
  expect(lark.connections()).toBe(1)
  lark.say({ ...group, text: '灯坏了' })
  await lark.settled()
  expect(lark.pending()).toEqual([])
  const [frame] = frames
  expect(frame?.headers).toMatchObject({ type: 'event', sum: '1', seq: '0' })
  expect(JSON.parse(frame?.payload.toString('utf8') ?? '')).toMatchObject({
    ...{ schema: '2.0', header: { event_type: 'im.message.receive_v1', app_id: lark.appId } },
  })
})

test('what nobody acks, or nobody is there for, comes again under the same id', async () => {
  const lark = await aLark({ mode: 'socket' })
  lark.say({ ...group, text: '没人在' })
  await lark.settled()
  const deaf = await longConnection(lark, () => 'later')
  await lark.advance(15_000)
  expect(deaf.frames).toHaveLength(1)
  deaf.close()
  await expect.poll(lark.connections).toBe(0)
  const good = await longConnection(lark)
  await lark.advance(300_000)
  expect(good.frames).toHaveLength(1)
  const ids = [...deaf.frames, ...good.frames].map(
    ({ payload }) => JSON.parse(payload.toString('utf8')).header.event_id,
  )
  expect(new Set(ids).size).toBe(1)
  expect(lark.pending()).toEqual([])
})

test('each event goes to one of several connections', async () => {
  const lark = await aLark({ mode: 'socket' })
  const [one, other] = [await longConnection(lark), await longConnection(lark)]
  for (let i = 0; i < 30; i++) lark.say({ ...group, text: String(i) })
  await lark.settled()
  expect(one.frames.length + other.frames.length).toBe(30)
  expect(Math.min(one.frames.length, other.frames.length)).toBeGreaterThan(0)
})

test('a ping is answered with what the client shall keep to, unless the peer is dead', async () => {
  const lark = await aLark({ mode: 'socket' })
  const { ping, frames } = await longConnection(lark)
  ping()
  await expect.poll(() => frames.length).toBe(1)
  expect(frames[0]).toMatchObject({ method: 0, headers: { type: 'pong' } })
  expect(JSON.parse(frames[0]?.payload.toString('utf8') ?? '')).toHaveProperty('PingInterval')
  lark.socket.silent = true
  ping()
  lark.say({ ...group, text: '听不见' })
  await lark.settled()
  expect(frames).toHaveLength(1)
  expect(lark.pending()).toHaveLength(1)
})

test('on wish an event is cut into frames that come in turned order', async () => {
  const lark = await aLark({ mode: 'socket' })
  lark.socket.fragments = 3
  const { frames } = await longConnection(lark, () => 'later')
  lark.say({ ...group, text: '楼道灯坏了' })
  await expect.poll(() => frames.length).toBe(3)
  expect(frames.map(({ headers }) => `${headers.seq}/${headers.sum}`)).toEqual([
    '2/3',
    '1/3',
    '0/3',
  ])
  const whole = Buffer.concat(frames.toReversed().map(({ payload }) => payload)).toString('utf8')
  expect(JSON.parse(whole).event.message.content).toContain('楼道灯坏了')
})

test.each([1001, 1006] as const)('it is hung up on with %i', async (code) => {
  const lark = await aLark({ mode: 'socket' })
  const { closed } = await longConnection(lark)
  lark.hangUp(code)
  await expect.poll(() => closed).toEqual([code])
})

test('an address is good for one connection, and for who has the secret', async () => {
  const lark = await aLark({ mode: 'socket' })
  const { ask } = await bot(lark)
  const wrong = { AppID: lark.appId, AppSecret: 'wrong' }
  const path = '/callback/ws/endpoint'
  expect((await ask('POST', path, wrong)).json.code).toBe(514)
  const { json } = await ask('POST', path, { AppID: lark.appId, AppSecret: lark.appSecret })
  const opens = () =>
    new Promise((tell) => {
      const socket = new WebSocket(json.data.URL)
      socket.onopen = () => tell(true)
      socket.onerror = () => tell(false)
    })
  expect(await opens()).toBe(true)
  expect(await opens()).toBe(false)
})

test('an app set to a webhook has none', async () => {
  const lark = await aLark()
  const { ask } = await bot(lark)
  const secret = { AppID: lark.appId, AppSecret: lark.appSecret }
  expect((await ask('POST', '/callback/ws/endpoint', secret)).json.code).toBe(403)
})

test('of the forgeries those of the envelope come over it, and what is no JSON', async () => {
  const lark = await aLark({ mode: 'socket' })
  const { frames } = await longConnection(lark)
  for (const kind of ['wrongApp', 'wrongTenant', 'wrongToken'] as const) {
    expect(await lark.forge(kind)).toBe(200)
  }
  const headers = frames.map(({ payload }) => JSON.parse(payload.toString('utf8')).header)
  expect(headers[0].app_id).not.toBe(lark.appId)
  expect(headers[1].tenant_key).not.toBe(lark.tenantKey)
  expect(headers[2].token).not.toBe(lark.verificationToken)
  await lark.forge('notJson')
  expect(() => JSON.parse(frames[3]?.payload.toString('utf8') ?? '')).toThrow()
  await expect(lark.forge('unsigned')).rejects.toThrow('makes no sense')
})
