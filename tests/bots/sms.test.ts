import { afterEach, describe, expect, test } from 'vitest'
import { startFakeGateway } from '../../bots/sandbox/sms/fake-gateway.ts'
import { allowance } from '../../bots/sms/allowance.ts'
import { billed } from '../../bots/sms/parts.ts'
import { startSms } from '../../bots/sms/sms.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import { at } from '../support/builders.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { aParcel, say } from './stage.ts'

const secret = 'a-secret-of-forty-characters-for-testing'
const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function set(partsADay = 100, clock = () => new Date()) {
  const gateway = await startFakeGateway('street-qs', secret)
  stops.push(() => gateway.leave().catch(() => {}))
  const seen = memorySeenKeys(emptyShelf())
  const reports: string[] = []
  const another = (but: object = {}) => {
    const sms = startSms({
      settings: { url: gateway.url, account: 'street-qs', secret, partsADay, ...but },
      ...{ say, seen, clock, report: (what) => reports.push(what) },
    })
    stops.push(sms.stop)
    return sms.channel
  }
  return { gateway, reports, another, channel: another() }
}

const to = (account = '13800000001'): Reach => ({ kind: 'person', channel: 'sms', account })
const gone = { ok: true, value: undefined }
const later = (more: object = {}) => ({ ok: false, problem: { kind: 'later', ...more } })
const never = { ok: false, problem: { kind: 'never' } }

describe('a text as a short message', () => {
  const spider = '🕷️'
  test.each([
    ['one character', '好', 1, 1],
    ['all of one part', '一'.repeat(70), 70, 1],
    ['one more', '一'.repeat(71), 71, 2],
    ['all of two parts', '一'.repeat(134), 134, 2],
    ['one more than two', '一'.repeat(135), 135, 3],
    ['all of four', '一'.repeat(268), 268, 4],
    ['more than four', '一'.repeat(269), 268, 4],
    ['far more', '一'.repeat(20_000), 268, 4],
    ['signs of three units, cut between two of them', spider.repeat(100), 268, 4],
    ['lines', ` ${'一'.repeat(34)}\r\n${'二'.repeat(35)} `, 70, 1],
  ])('%s', (_, words, length, parts) => {
    const sent = billed(words)
    expect(sent).toMatchObject({ parts })
    expect(sent.text).toHaveLength(length)
    expect(sent.text).not.toMatch(/\p{Surrogate}/u)
    expect(sent.text.endsWith('…')).toBe(words.length > 268)
    expect(sent.text.replace(/(?:🕷️)+…$/u, '')).not.toContain('🕷')
  })
})

describe('a letter by short message', () => {
  test('is signed, and says what was to be said without its pictures', async () => {
    const { gateway, channel } = await set()
    expect(await channel.deliver(aParcel(to(), '1002号已办结', ['photo']))).toEqual(gone)
    expect(gateway.shown()).toMatchObject([{ to: '13800000001', text: '1002号已办结', parts: 1 }])
    expect(channel.health()).toMatchObject({ state: 'up', toDo: null })
  })
  test('goes to numbers as people write them, and to nothing else', async () => {
    const { gateway, channel } = await set()
    expect(await channel.deliver(aParcel(to('+86 138-0000-0001'), '您好'))).toEqual(gone)
    expect(gateway.shown()[0]?.to).toBe('+8613800000001')
    const room: Reach = { kind: 'room', channel: 'sms', room: 'group-1', mention: null }
    for (const reach of [to(''), to('wang'), to('138\n139'), to('1'.repeat(16)), room])
      expect(await channel.deliver(aParcel(reach, '有人吗'))).toMatchObject(never)
    expect(gateway.posts()).toBe(1)
  })
  test('that the gateway refuses goes never, and the others still go', async () => {
    const { channel } = await set()
    expect(await channel.deliver(aParcel(to('12345'), '空号'))).toMatchObject(never)
    expect(channel.health().state).toBe('up')
    expect(await channel.deliver(aParcel(to(), '您好'))).toEqual(gone)
  })
  test.each([429, 503])('waits as long as a busy gateway (%i) wants', async (status) => {
    const { gateway, channel } = await set()
    const given = { status, headers: { 'retry-after': '1' } }
    gateway.mishap({ kind: 'answer', given }, 1)
    const parcel = aParcel(to(), '稍后')
    expect(await channel.deliver(parcel)).toMatchObject(later())
    expect(channel.health().state).toBe('silenced')
    expect(await channel.deliver(parcel)).toMatchObject(later())
    expect(gateway.posts()).toBe(0)
    await expect.poll(() => channel.health().state, { timeout: 3_000 }).toBe('up')
    expect(await channel.deliver(parcel)).toEqual(gone)
  })
  test.each([401, 402, 403, 302])(
    'waits for the operator when the gateway says %i',
    async (status) => {
      const { gateway, channel, reports } = await set()
      const headers = { location: 'http://127.0.0.1:1/elsewhere' }
      gateway.mishap({ kind: 'answer', given: { status, headers } }, 1)
      const parcel = aParcel(to(), '等一等')
      expect(await channel.deliver(parcel)).toMatchObject(later())
      expect(channel.health()).toMatchObject({
        ...{ state: 'down', toDo: expect.stringContaining('SMS_ACCOUNT') },
      })
      expect(JSON.stringify([reports, channel.health()])).not.toMatch(/13800000001|等一等|secret/)
      expect(await channel.deliver(parcel)).toEqual(gone)
    },
  )
  test('with a wrong signature is not taken', async () => {
    const { gateway, another } = await set()
    const stranger = another({ secret: `another-${secret}` })
    expect(await stranger.deliver(aParcel(to(), '冒充'))).toMatchObject(later())
    expect(gateway.posts()).toBe(0)
  })
})

describe('a gateway that cannot be trusted to answer', () => {
  test('is away: nothing went, and everything goes when it is back', async () => {
    const { gateway, channel } = await set()
    await gateway.leave()
    const parcel = aParcel(to(), '断线')
    expect(await channel.deliver(parcel)).toEqual({
      ...{ ok: false, problem: { kind: 'later', why: 'link down' } },
    })
    expect(channel.health()).toMatchObject({ state: 'down', toDo: expect.any(String) })
    await gateway.comeBack()
    expect(await channel.deliver(parcel)).toEqual(gone)
  })
  test.each([
    ['breaks off', { kind: 'drop' }, 1],
    ['fails', { kind: 'answer', given: { status: 500 } }, 1],
    ['loses its answer', { kind: 'lostAnswer' }, 2],
  ] as const)('%s: it may have gone, is paid once and shown once', async (_, mishap, posts) => {
    const { gateway, channel } = await set(2)
    gateway.mishap(mishap, 1)
    const parcel = aParcel(to(), '收到没有')
    expect(await channel.deliver(parcel)).toMatchObject(later({ mayHaveGone: true }))
    expect(await channel.arrived([parcel], new Date(0))).toEqual([])
    expect(await channel.deliver(parcel)).toEqual(gone)
    expect(await channel.arrived([parcel], new Date(0))).toEqual([parcel.id])
    expect([gateway.shown().length, gateway.posts()]).toEqual([1, posts])
    expect(await channel.deliver(aParcel(to(), '还剩一条'))).toEqual(gone)
  })
})

describe('what a day may cost', () => {
  test('is counted in parts, and what is over waits until tomorrow', async () => {
    let now = at('2026-03-02 23:50')
    const { gateway, channel } = await set(3, () => now)
    const signedNow = Date.now
    Date.now = () => now.getTime()
    stops.push(() => {
      Date.now = signedNow
    })
    expect(await channel.deliver(aParcel(to(), '长'.repeat(100)))).toEqual(gone)
    const tooLong = aParcel(to(), '长'.repeat(135))
    expect(await channel.deliver(tooLong)).toMatchObject(later())
    expect(channel.health()).toMatchObject({
      ...{ state: 'silenced', toDo: expect.stringContaining('SMS_PARTS_A_DAY') },
    })
    expect(await channel.deliver(aParcel(to(), '短'))).toMatchObject(later())
    now = at('2026-03-03 00:00')
    expect(channel.health()).toMatchObject({ state: 'up', toDo: null })
    expect(await channel.deliver(tooLong)).toEqual(gone)
    expect(gateway.shown().map(({ parts }) => parts)).toEqual([2, 3])
  })
  test('is one purse for two workers, and for the one that comes after them', async () => {
    const { gateway, another, channel } = await set(5)
    const other = another()
    const letters = Array.from({ length: 12 }, (_, n) => aParcel(to(), `第${n}条`))
    const sent = await Promise.all(
      letters.map((letter, n) => (n % 2 ? channel : other).deliver(letter)),
    )
    expect(sent.filter(({ ok }) => ok)).toHaveLength(5)
    expect(gateway.posts()).toBe(5)
    expect(await another().deliver(aParcel(to(), '第三个进程'))).toMatchObject(later())
  })
  test('is spent to the last part, however many letters go at once and however slow the count', async () => {
    const seen = memorySeenKeys(emptyShelf())
    const slow = {
      ...seen,
      async claim(...asked: Parameters<typeof seen.claim>) {
        await new Promise((done) => setTimeout(done, 1))
        return seen.claim(...asked)
      },
    }
    const purse = allowance(60, slow, () => new Date())
    const took = await Promise.all(Array.from({ length: 40 }, (_, n) => purse.take(`l${n}`, 2)))
    expect(took.filter(Boolean)).toHaveLength(30)
  })
  test('nothing twice: what one worker sent the other does not send again', async () => {
    const { gateway, another, channel } = await set()
    const parcel = aParcel(to(), '催办：1003号')
    expect(await channel.deliver(parcel)).toEqual(gone)
    expect(await another().deliver(parcel)).toEqual(gone)
    expect(gateway.posts()).toBe(1)
  })
})
