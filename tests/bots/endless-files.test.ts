import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openGateway } from '../../bots/lark/open-gateway.ts'
import { drips, pours } from '../../bots/sandbox/bad-answers.ts'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import { wecomClient } from '../../bots/wecom/client.ts'

const mb = 1024 * 1024
const files = { mostBytes: mb, wholeMs: 20_000, spanMs: 1_000, leastBytes: 1_000 }
const photo = { bytes: new Uint8Array(9), mime: 'image/jpeg', name: 'a.jpg' }

test('Lark: a file without end, or one that drips, is given up at once and not asked for again', async () => {
  const lark = await startFakeLark({
    ...{ mode: 'webhook', users: [{ openId: 'ou_wang', name: '王芳' }], chats: [] },
  })
  try {
    const { appId, appSecret, endpoint: domain } = lark
    const gateway = await openGateway({ appId, appSecret, domain, files })
    const id = lark.say({ from: 'ou_wang', room: null, type: 'image', file: photo })
    const [key = ''] = lark.message(id).files
    for (const kind of ['endless', 'drip'] as const) {
      const before = lark.calls('resources.get').length
      lark.fault('resources.get', { kind })
      await expect(gateway.download(id, key, 'image')).rejects.toMatchObject({ kind: 'tooLong' })
      expect(lark.calls('resources.get').length - before).toBe(1)
    }
    expect((await gateway.download(id, key, 'image')).bytes).toEqual(photo.bytes)
  } finally {
    await lark.stop()
  }
}, 60_000)

test('WeCom: the same', async () => {
  let poured = 0
  let asked = 0
  const server = createServer(({ url = '' }, answer) => {
    if (url.startsWith('/cgi-bin/gettoken')) return answer.end('{"access_token":"t"}')
    asked += 1
    if (url.includes('endless')) return pours(answer, (bytes) => (poured += bytes))
    return url.includes('drip') ? drips(answer) : answer.end('a photo')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = wecomClient(
    {
      ...{ api, corpId: 'ww0', agentId: 1, secret: 's', token: 't', aesKey: 'k'.repeat(43) },
      robots: new Map(),
    },
    files,
  )
  try {
    for (const file of ['endless', 'drip'])
      await expect(client.download(file)).rejects.toMatchObject({ kind: 'refused' })
    expect(asked).toBe(2)
    expect(poured).toBeLessThan(32 * mb) // what the two ends of a socket hold
    expect(Buffer.from((await client.download('whole')).bytes).toString()).toBe('a photo')
  } finally {
    server.closeAllConnections()
    server.close()
  }
}, 60_000)
