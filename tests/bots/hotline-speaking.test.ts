import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { poster } from '../../bots/hotline/post.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import { type HotlineSet, hotlineSet } from './hotline-stage.ts'
import { aParcel } from './stage.ts'

const to = (account: string): Reach => ({ kind: 'person', channel: 'hotline', account })

let set: HotlineSet | undefined
afterEach(async () => {
  vi.useRealTimers()
  await set?.close()
  set = undefined
})
const opened = async () => {
  set = await hotlineSet()
  return { ...set, ...set.hotline.channel }
}
const answers = (status: number, headers: Record<string, string> = {}) =>
  ({ kind: 'answer', given: { status, headers } }) as const

describe('the status decides', () => {
  test.each<[number, object]>([
    [409, { ok: true }],
    [404, { ok: false, problem: { kind: 'never', why: 'refused, 404' } }],
    [422, { ok: false, problem: { kind: 'never' } }],
    [401, { ok: false, problem: { kind: 'later', why: 'our signature is refused' } }],
    [302, { ok: false, problem: { kind: 'later', why: 'our signature is refused' } }],
    [429, { ok: false, problem: { kind: 'later', why: 'the platform is busy' } }],
    [503, { ok: false, problem: { kind: 'later', why: 'the platform is busy' } }],
    [500, { ok: false, problem: { kind: 'later', mayHaveGone: true } }],
  ])('%i', async (status, wanted) => {
    const { fake, deliver } = await opened()
    fake.mishap(answers(status, { location: 'http://127.0.0.1:1/' }), 1)
    expect(await deliver(aParcel(to('wang'), '一封信'))).toMatchObject(wanted)
    expect(fake.letters()).toEqual([])
  })
  test('a busy platform is left alone as long as it asks for', async () => {
    const { fake, deliver, health } = await opened()
    fake.mishap(answers(429, { 'retry-after': '1' }), 1)
    const parcel = aParcel(to('wang'), '一封信')
    await deliver(parcel)
    expect(health().state).toBe('silenced')
    expect((await deliver(parcel)).ok).toBe(false)
    expect(fake.posts()).toBe(0)
    await expect.poll(async () => (await deliver(parcel)).ok, { timeout: 5_000 }).toBe(true)
    expect(health().state).toBe('up')
  })
  test('of a refused signature the operator hears what to do', async () => {
    const { fake, deliver, health } = await opened()
    fake.mishap(answers(403), 1)
    await deliver(aParcel(to('wang'), '一封信'))
    expect(health()).toMatchObject({
      ...{ state: 'down', toDo: expect.stringContaining('HOTLINE_SECRET') },
    })
  })
})

describe('a letter comes once', () => {
  test('after a lost answer', async () => {
    const { fake, deliver } = await opened()
    const parcel = aParcel(to('wang'), '只说一次')
    fake.mishap({ kind: 'lostAnswer' }, 1)
    expect(await deliver(parcel)).toMatchObject({ problem: { kind: 'later', mayHaveGone: true } })
    expect(await deliver(parcel)).toMatchObject({ ok: true })
    expect(fake.letters()).toHaveLength(1)
    expect(fake.posts()).toBeGreaterThan(1)
  })
  test('but equal words of two letters twice', async () => {
    const { fake, deliver } = await opened()
    await deliver(aParcel(to('wang'), '催办：1003号'))
    await deliver(aParcel(to('wang'), '催办：1003号'))
    expect(fake.letters()).toHaveLength(2)
  })
  test('and the channel is down with its reason until somebody answers', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { fake, deliver, health, reports } = await opened()
    await fake.leave()
    expect(await deliver(aParcel(to('wang'), '不能记下的话'))).toEqual({
      ...{ ok: false, problem: { kind: 'later', why: 'link down' } },
    })
    expect(health()).toMatchObject({ state: 'down', toDo: expect.stringContaining('HOTLINE_URL') })
    expect(JSON.stringify(reports)).not.toMatch(/不能记下的话|wang/)
    await fake.comeBack()
    vi.advanceTimersByTime(20_000)
    await expect.poll(() => health()).toMatchObject({ state: 'up', toDo: null })
  })
  test.each([
    [408, true],
    [425, true],
    [429, true],
    [404, true],
    [302, false],
    [401, false],
    [503, false],
  ])('%i to a HEAD: is somebody there, %s', async (status, isThere) => {
    const server = createServer((_, answer) => answer.writeHead(status).end())
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const settings = {
      ...{ tenant: 'qingshi', source: 'city', secret: 's'.repeat(40) },
      url: `http://127.0.0.1:${port}`,
    }
    expect(await poster(settings, () => new Date()).isThere()).toBe(isThere)
    server.close()
  })
})

describe('a message', () => {
  test('with words and files is kept as several, in order', async () => {
    const { fake, kept, media } = await opened()
    const body = Buffer.from(
      JSON.stringify({
        ...{ tenant: 'qingshi', id: 'T-1', sent_at: '2026-03-02T09:00:00+08:00' },
        ...{ from: { id: 'caller', name: '王女士' }, text: '三楼漏水' },
        attachments: [
          { mime: 'image/png', data: Buffer.from('one').toString('base64') },
          { mime: 'audio/mpeg', data: Buffer.from('two').toString('base64'), transcript: '快来' },
        ],
      }),
    )
    const url = `${set?.web}/hotline/v1/messages`
    const answer = await fetch(url, { method: 'POST', headers: fake.sign(body), body })
    const ids = ['T-1', 'T-1/1', 'T-1/2']
    expect(await answer.json()).toEqual({ kept: ids, new: ids })
    expect(kept.map(({ id, type, text }) => [id, type, text])).toEqual([
      ['T-1', 'text', '三楼漏水'],
      ['T-1/1', 'image', ''],
      ['T-1/2', 'voice', '快来'],
    ])
    expect(kept[0]?.sentAt).toEqual(new Date('2026-03-02T01:00:00Z'))
    const stored = kept[1]?.media && (await media.load(kept[1].media))
    expect(stored && Buffer.from(stored.bytes).toString()).toBe('one')
  })
  test('that the inbox refuses is not answered "taken", and is kept when it comes again', async () => {
    const { fake, kept, refuse } = await opened()
    let refusals = 0
    refuse(() => refusals++ < 3)
    const id = fake.say({ from: 'wang', room: null, type: 'text', text: '不能丢' })
    await fake.settled()
    expect(refusals).toBe(4)
    expect(kept.map((message) => message.id)).toEqual([id])
  })
})
