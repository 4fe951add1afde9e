import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { LarkOptions } from '../../bots/lark/lark-bot.ts'
import type { FakeLarkSettings } from '../../bots/sandbox/lark/fake-lark-types.ts'
import type { Forgery } from '../../bots/sandbox/lark/fault-types.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { type LarkSet, larkSet } from './lark-stage.ts'

/** A village on Lark that is gone after the test. */
async function open(
  mode: 'socket' | 'webhook',
  fake: Partial<FakeLarkSettings> = {},
  but: Partial<LarkOptions> = {},
): Promise<LarkSet> {
  const set = await larkSet(mode, fake, but)
  onTestFinished(set.close)
  return set
}
const hello = { from: 'ou_wang', room: 'oc_group-1', type: 'text', text: '楼道灯坏了' } as const
const privately = { ...hello, room: null }

describe('the webhook (2.2)', () => {
  test.each<[Forgery, number]>([
    ['tampered', 401],
    ['unsigned', 401],
    ['badSignature', 401],
    ['replayed', 401],
    ['wrongToken', 401],
    ['wrongApp', 401],
    ['wrongKey', 401],
    ['plain', 400],
    ['notJson', 400],
    ['oversized', 413],
    ['wrongChallenge', 401],
  ])('%s is refused with %i and nothing is kept', async (kind, status) => {
    const { lark, kept, reports } = await open('webhook')
    expect(await lark.forge(kind)).toBe(status)
    expect(kept).toEqual([])
    if (status === 401) expect(reports.join()).toMatch(/lark: a request was refused/)
  })
  test('an event of another company is refused where ours is known', async () => {
    const { lark, bot, kept } = await open('webhook')
    const { appId, appSecret, endpoint, encryptKey, verificationToken, tenantKey } = lark
    await bot.stop()
    const strict = await larkSet(
      'webhook',
      {},
      {
        settings: {
          ...{ appId, appSecret, domain: endpoint },
          hears: { by: 'webhook', encryptKey, verificationToken, tenantKey },
        },
      },
    )
    onTestFinished(strict.close)
    expect(await strict.lark.forge('wrongTenant')).toBe(401)
    expect([...kept, ...strict.kept]).toEqual([])
  })
  test('the check of a new address is answered only with our token', async () => {
    const { lark } = await open('webhook')
    expect(await lark.checkUrl()).toBe(true)
  })
  test.each([
    ['{"encrypt":"AAAA"}', 401], // with the SDK's own adapter this ends the process
    ['{"encrypt":""}', 401],
    ['{"encrypt":7}', 400],
    ['[]', 400],
    ['null', 400],
    ['', 400],
    ['\u0000\uFFFD', 400],
    ['['.repeat(200_000), 400],
    [`{"encrypt":"${'A'.repeat(900_000)}"}`, 401],
  ])(
    'who nobody knows posts %.40s: refused, and the next message is heard',
    async (body, status) => {
      const { lark, webhook, kept } = await open('webhook')
      const answer = await fetch(webhook ?? '', { method: 'POST', body })
      expect(answer.status).toBe(status)
      expect(await answer.json()).toHaveProperty('error')
      lark.say(hello)
      await expect.poll(() => kept.length).toBe(1)
    },
  )
  test('only POST, only there', async () => {
    const { webhook } = await open('webhook')
    expect((await fetch(webhook ?? '')).status).toBe(405)
    expect((await fetch(`${webhook}/else`, { method: 'POST' })).status).toBe(404)
  })
  test('a replay within the window does nothing, also when its message is forgotten by then', async () => {
    const kept: HeardMessage[] = []
    const inbox: LarkOptions['inbox'] = {
      async keep(messages) {
        kept.push(...messages) // it knows of none it had before
        return messages.map(({ id }) => id)
      },
    }
    const { lark, restart } = await open('webhook', {}, { inbox })
    lark.say(hello)
    await expect.poll(() => kept.length).toBe(1)
    await lark.settled()
    await restart()
    expect(await lark.forge('again')).toBe(200)
    expect(kept).toHaveLength(1)
  })
})

describe.each(['socket', 'webhook'] as const)('events by %s (2.3, 2.4)', (mode) => {
  test('the answer is given when the message is in the inbox, not before', async () => {
    const { lark, kept, refuse } = await open(mode)
    refuse(() => true)
    const id = lark.say(hello)
    await pause(500)
    expect(lark.pending()).toHaveLength(1)
    refuse(() => false)
    await expect.poll(() => kept.map((one) => String(one.id))).toEqual([id])
    await lark.settled()
    expect(lark.pending()).toHaveLength(0)
  })
  test('an inbox that is closed too long: Lark brings it again, and it is kept once', async () => {
    const { lark, kept, refuse } = await open(mode, { patienceMs: 3_000 })
    refuse(() => true)
    lark.say(hello)
    await lark.settled()
    expect(lark.pending()).toHaveLength(1)
    refuse(() => false)
    await lark.advance(15_000)
    await expect.poll(() => lark.pending()).toHaveLength(0)
    expect(kept).toHaveLength(1)
  })
  test('the same message under a new event id is kept once', async () => {
    const { lark, kept } = await open(mode)
    lark.inbound.newEventId = true
    lark.say(hello)
    await lark.settled()
    expect(kept).toHaveLength(1)
  })
  test('what comes in turned order within a moment is kept as it was said', async () => {
    const { lark, kept } = await open(mode)
    // over the webhook the simulated Lark waits for each answer of a chat: then nothing can be put right
    lark.inbound.outOfOrder = mode === 'socket'
    const ids: string[] = []
    for (let i = 0; i < 6; i++) {
      ids.push(lark.say({ ...hello, text: `第${i}条` }))
      await pause(3)
    }
    await lark.settled()
    expect(kept.map(({ id }) => String(id))).toEqual(ids)
  })
  test('what was said while we were away comes with the next try', async () => {
    const { lark, kept, webhook, bot } = await open(mode)
    lark.webhook('http://127.0.0.1:9/lark/events')
    lark.hangUp(1006)
    const id = lark.say(hello)
    await lark.settled()
    expect(lark.pending()).toHaveLength(1)
    if (webhook) lark.webhook(webhook)
    else await expect.poll(() => bot.health().connected, { timeout: 8_000 }).toBe(true)
    expect(kept).toEqual([])
    await lark.advance(15_000)
    expect(kept.map((one) => String(one.id))).toEqual([id])
  }, 60_000)
  test('an event of another app is not taken', async () => {
    const { lark, kept } = await open(mode)
    expect(await lark.forge('wrongApp')).not.toBe(200)
    expect(kept).toEqual([])
  })
})

describe('the long connection (3)', () => {
  const heard = async ({ lark, kept }: LarkSet) => {
    const before = kept.length
    lark.say(privately)
    await expect.poll(() => kept.length, { timeout: 5_000 }).toBe(before + 1)
  }
  test.each([1001, 1006] as const)(
    'closed with %i it comes back',
    async (code) => {
      const set = await open('socket')
      const askedFor = () => set.lark.calls('socket.endpoint').length
      const before = askedFor()
      set.lark.hangUp(code)
      await expect.poll(askedFor, { timeout: 8_000 }).toBeGreaterThan(before)
      await expect.poll(() => set.lark.connections(), { timeout: 8_000 }).toBe(1)
      await heard(set)
    },
    20_000,
  )
  test.each([
    ['code 1, system busy', 200, { code: 1, msg: 'busy' }],
    ['code 514', 200, { code: 514, msg: 'no' }],
    ['code 1000040350, too many connections', 200, { code: 1000040350, msg: 'limit' }],
    ['HTTP 500', 500, {}],
  ])(
    'the SDK gives up at %s, we do not',
    async (_, status, body) => {
      const set = await open('socket')
      set.lark.fault('socket.endpoint', { kind: 'answer', status, body }, 2)
      set.lark.hangUp(1006)
      await expect.poll(() => set.bot.health().connected).toBe(false)
      expect(set.bot.channel.health()).toMatchObject({ state: 'down', toDo: expect.any(String) })
      await expect.poll(() => set.bot.health().connected, { timeout: 12_000 }).toBe(true)
      expect(set.bot.channel.health()).toMatchObject({ state: 'up', toDo: null })
      await heard(set)
    },
    30_000,
  )
  test('a peer that is dead without saying so is noticed', async () => {
    const set = await open('socket')
    set.lark.socket.silent = true
    await expect.poll(() => set.reports.join(), { timeout: 8_000 }).toMatch(/link down/)
    set.lark.socket.silent = false
    await expect.poll(() => set.bot.health().connected, { timeout: 12_000 }).toBe(true)
    await heard(set)
  }, 60_000)
  test('an event in fragments, the last one first, is put together', async () => {
    const set = await open('socket')
    set.lark.socket.fragments = 3
    await heard(set)
  })
  test('garbage on the line ends nothing', async () => {
    const set = await open('socket')
    expect(await set.lark.forge('notJson')).not.toBe(200)
    await heard(set)
  })
  test('it comes back when the connection stands, and hangs up for good', async () => {
    const set = await open('socket')
    expect(set.lark.connections()).toBe(1)
    await set.bot.stop()
    await expect.poll(() => set.lark.connections()).toBe(0)
  })
})
