import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LarkFault } from '../../bots/lark/faults.ts'
import type { LarkGateway } from '../../bots/lark/gateway.ts'
import { openGateway } from '../../bots/lark/open-gateway.ts'
import { larkPace } from '../../bots/lark/pace.ts'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import type { FakeLark } from '../../bots/sandbox/lark/fake-lark-types.ts'

/** Traps of Lark's API and of its SDK, each found by running it; named as the facts name them. */
describe('calling Lark', () => {
  let lark: FakeLark
  let gateway: LarkGateway
  let written: unknown[][]
  const open = (but: Partial<Parameters<typeof openGateway>[0]> = {}) =>
    openGateway({
      ...{ appId: lark.appId, appSecret: lark.appSecret, domain: lark.endpoint },
      ...but,
    })
  const text = { text: '您好' }
  const say = (uuid: string, to = 'ou_wang') => gateway.send(to, 'text', text, uuid)
  const faultOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (fault) => (fault instanceof LarkFault ? fault : Promise.reject(fault)),
    )
  beforeEach(async () => {
    lark = await startFakeLark({
      ...{ mode: 'webhook', users: ['wang', 'li'].map((id) => ({ openId: `ou_${id}`, name: id })) },
      chats: [{ id: 'oc_one', name: '一号群', members: ['ou_wang', 'ou_li'] }],
    })
    gateway = await open()
    written = []
    for (const way of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
      vi.spyOn(console, way).mockImplementation((...said) => void written.push(said))
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    vi.useRealTimers()
    vi.unstubAllEnvs()
    await lark.stop()
  })

  describe('the client (1.1)', () => {
    test('a proxy of the environment is not asked for an address of our own', async () => {
      vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
      expect((await say('u1')).message).toMatch(/^om_/)
    })
    test('two apps with the same id and other secrets share no token', async () => {
      await say('u1')
      const stranger = await open({ appSecret: 'another-secret' })
      const fault = await faultOf(stranger.send('ou_wang', 'text', text, 'u2'))
      expect(fault).toMatchObject({ kind: 'app', code: 10014, mayHaveGone: false })
    })
    test('only one file of the adapter knows the SDK, and loads it when it is needed', async () => {
      const folder = new URL('../../bots/lark/', import.meta.url)
      const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
      const sources = await Promise.all(
        files.map(async (name) => ({
          name,
          source: await readFile(new URL(name, folder), 'utf8'),
        })),
      )
      const knowing = sources.filter(({ source }) => source.includes("'@larksuiteoapi/node-sdk'"))
      expect(knowing.map(({ name }) => name)).toEqual(['open-gateway.ts'])
      expect(knowing[0]?.source).not.toMatch(/^import (?!type)[^\n]*node-sdk/m)
    })
  })

  describe('tokens (1.2)', () => {
    test('twenty first calls at once ask for one token', async () => {
      await Promise.all(Array.from({ length: 20 }, () => gateway.isPrivate('oc_one')))
      expect(lark.calls('token')).toHaveLength(1)
    })
    test('a token that Lark rejects is fetched anew, once, and the message goes out once', async () => {
      await say('u1')
      lark.revokeTokens()
      await say('u2')
      expect(lark.calls('token')).toHaveLength(2)
      expect(lark.messages('ou_wang')).toHaveLength(2)
    })
    test('99991663 with HTTP 200 counts as rejected, too', async () => {
      await say('u1')
      const body = { code: 99991663, msg: 'Invalid access token' }
      lark.fault('messages.create', { kind: 'answer', status: 200, body })
      await say('u2')
      expect(lark.calls('token')).toHaveLength(2)
    })
    test('a token that is rejected again and again is no endless loop', async () => {
      const body = { code: 99991663, msg: 'Invalid access token' }
      lark.fault('messages.create', { kind: 'answer', status: 400, body }, 100)
      expect(await faultOf(say('u1'))).toMatchObject({ kind: 'auth' })
      expect(lark.calls('messages.create').length).toBeLessThanOrEqual(2)
    })
    test('a token is renewed before its two hours are over', async () => {
      await say('u1')
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3_600_000 - 60_000 })
      await gateway.isPrivate('oc_one')
      expect(lark.calls('token')).toHaveLength(2)
    })
    test('a secret that was changed is told as such: the app must be set anew', async () => {
      lark.rotateSecret('a-new-secret')
      expect(await faultOf(say('u1'))).toMatchObject({ kind: 'app' })
    })
  })

  describe('paths (1.3)', () => {
    test.each([
      ['om_../../contact/v3/users/ou_x'],
      ['../../contact/v3/users/ou_x'],
      ['om_1?user_id_type=x'],
      ['om_1/urgent_app'],
      [''],
    ])('%j is no message id and never becomes a path', async (id) => {
      await expect(gateway.shown(id)).rejects.toThrow(TypeError)
      await expect(gateway.patch(id, {})).rejects.toThrow(TypeError)
      await expect(gateway.download(id, 'img_1', 'image')).rejects.toThrow(TypeError)
      expect(lark.calls()).toHaveLength(0)
    })
    test('neither do other keys, groups and people', async () => {
      await expect(gateway.download('om_1', '../x', 'file')).rejects.toThrow(TypeError)
      await expect(gateway.memberNames('oc_1/../..')).rejects.toThrow(TypeError)
      await expect(gateway.personName('ou_1/..')).rejects.toThrow(TypeError)
      expect(lark.calls()).toHaveLength(0)
    })
  })

  describe('errors (1.4)', () => {
    const refused = (status: number, code: number) =>
      ({ kind: 'answer', status, body: { code, msg: 'no' } }) as const
    test('HTTP 200 with a code is no success: sending', async () => {
      lark.fault('messages.create', refused(200, 230002))
      expect(await faultOf(say('u1', 'oc_one'))).toMatchObject({ kind: 'lostChat', code: 230002 })
    })
    test('HTTP 200 with a code is no success: a picture, whose code the SDK loses', async () => {
      lark.fault('images.create', refused(200, 234006))
      const fault = await faultOf(gateway.uploadImage(new Uint8Array(10)))
      expect(fault).toMatchObject({ kind: 'refused', code: 234006 })
    })
    test.each([
      ['JSON with HTTP 200 instead of the file', { kind: 'jsonInstead' } as const],
      ['HTTP 400, whose reason is an unread stream', refused(400, 234003)],
    ])('a download that is %s is a fault and no file', async (_, how) => {
      const id = lark.say({ from: 'ou_wang', room: null, type: 'image', file: picture })
      lark.fault('resources.get', how, 9)
      const [key = ''] = lark.message(id).files
      const fault = await faultOf(gateway.download(id, key, 'image'))
      expect(fault?.kind).toBe('refused')
      expect(() => JSON.stringify(fault)).not.toThrow()
    })
    test('a download that breaks off is fetched again, byte for byte', async () => {
      const id = lark.say({ from: 'ou_wang', room: null, type: 'image', file: picture })
      lark.fault('resources.get', { kind: 'truncate' })
      const [key = ''] = lark.message(id).files
      const { bytes, mime } = await gateway.download(id, key, 'image')
      expect(Buffer.from(bytes).equals(Buffer.from(picture.bytes))).toBe(true)
      expect(mime).toBe('image/jpeg')
    })
    test('too many calls wait as long as Lark says, and go out then', async () => {
      lark.fault('messages.create', { kind: 'rateLimited', resetSeconds: 1 })
      const begin = performance.now()
      await say('u1')
      expect(performance.now() - begin).toBeGreaterThan(950)
      expect(lark.messages('ou_wang')).toHaveLength(1)
    })
    test('a wait that is too long is left to the outbox', async () => {
      lark.fault('messages.create', { kind: 'rateLimited', resetSeconds: 60 })
      expect(await faultOf(say('u1'))).toMatchObject({ kind: 'rate', waitMs: 60_000 })
      expect(gateway.coolingMs()).toBeGreaterThan(50_000)
    })
    test('a server that never answers is given up: there are requests, and no waiting for ever', async () => {
      const hasty = await open({ callMs: 300 })
      lark.fault('messages.create', { kind: 'delay', ms: 60_000 }, 9)
      const begin = performance.now()
      const fault = await faultOf(hasty.send('ou_wang', 'text', text, 'u1'))
      expect(fault).toMatchObject({ kind: 'link', mayHaveGone: true })
      expect(performance.now() - begin).toBeLessThan(6_000)
      expect(performance.now() - begin).toBeGreaterThan(3 * 300) // with its key it is tried again
    })
    test('a link that breaks is tried again, for a key makes that safe', async () => {
      lark.fault('messages.create', { kind: 'drop' })
      await say('u1')
      expect(lark.messages('ou_wang')).toHaveLength(1)
    })
    test('what may have rung is not rung again', async () => {
      const { message } = await say('u1')
      lark.fault('messages.urgent', { kind: 'commitThenFail' }, 9)
      const fault = await faultOf(gateway.urgent(message, ['ou_wang']))
      expect(fault).toMatchObject({ kind: 'link', mayHaveGone: true })
      expect(lark.message(message).urgent).toEqual(['ou_wang'])
    })
    test.each([
      ['drop', { kind: 'drop' } as const],
      ['5xx with the secret in the request', { kind: 'answer', status: 502 } as const],
    ])('no secret, token or word is written anywhere: token request, %s', async (_, how) => {
      lark.fault('token', how, 9)
      const fault = await faultOf(
        gateway.send('ou_wang', 'text', { text: '王芳13800001111' }, 'u1'),
      )
      expect(fault).toMatchObject({ kind: 'link' })
      leaksNothing(fault)
    })
    test('no secret, token or word is written anywhere: sending and downloading', async () => {
      const words = { text: '王芳13800001111' }
      leaksNothing(await faultOf(gateway.send('ou_wang', 'text', words, 'u1'))) // 230028
      lark.fault('messages.create', { kind: 'drop' }, 9)
      leaksNothing(await faultOf(gateway.send('ou_wang', 'text', words, 'u2')))
      leaksNothing(await faultOf(gateway.download('om_1', 'img_1', 'image')))
    })
    const leaksNothing = (fault: unknown) => {
      const all = `${JSON.stringify(fault)} ${(fault as Error).stack} ${JSON.stringify(written)}`
      expect(fault).toBeInstanceOf(LarkFault)
      expect(all).not.toMatch(new RegExp(`${lark.appSecret}|Bearer|王芳|1380000|t-`))
    }
  })

  describe('limits (4.4)', () => {
    test('five messages a second for each reader: twelve to one person need two seconds and no refusal', async () => {
      const begin = performance.now()
      await Promise.all(Array.from({ length: 12 }, (_, i) => say(`u${i}`)))
      expect(performance.now() - begin).toBeGreaterThan(11 * (larkPace.gapMs - 20))
      expect(lark.calls('messages.create').map(({ status }) => status)).toEqual(Array(12).fill(200))
    })
    test('a busy reader holds up no other', async () => {
      const slow = Promise.all(Array.from({ length: 12 }, (_, i) => say(`u${i}`)))
      const begin = performance.now()
      await say('v', 'ou_li')
      expect(performance.now() - begin).toBeLessThan(1_000)
      await slow
    })
    test('fifty calls a second for the app: a hundred need two seconds and no refusal', async () => {
      await Promise.all(Array.from({ length: 100 }, () => gateway.isPrivate('oc_one')))
      expect(lark.calls('chats.get').filter(({ status }) => status !== 200)).toEqual([])
    })
    test('an answer that is lost says nothing twice: the same key within the hour', async () => {
      lark.fault('messages.create', { kind: 'commitThenFail' })
      await say('u1')
      expect(lark.calls('messages.create')).toHaveLength(2)
      expect(lark.messages('ou_wang')).toHaveLength(1)
    })
  })
  test('a redirect is not followed, lest the token goes elsewhere', async () => {
    let asked = 0
    const elsewhere: Server = createServer((_, answer) => {
      asked++
      answer.end('{}')
    }).listen(0, '127.0.0.1')
    await new Promise((done) => elsewhere.once('listening', done))
    const address = elsewhere.address()
    const location = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    lark.fault('messages.create', { kind: 'answer', status: 302, headers: { location } }, 9)
    expect(await faultOf(say('u1'))).toMatchObject({ kind: 'link' })
    expect(asked).toBe(0)
    elsewhere.close()
  })
})

const picture = {
  bytes: new Uint8Array(90_000).map((_, i) => (i * 31) % 251),
  ...{ mime: 'image/jpeg', name: '现场.jpg' },
}
