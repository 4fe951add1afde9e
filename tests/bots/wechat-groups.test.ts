import { setTimeout as wait } from 'node:timers/promises'
import { encode } from 'uqr'
import { afterEach, describe, expect, test } from 'vitest'
import type { Faults } from '../../bots/sandbox/sim-puppet.ts'
import { deafness } from '../../bots/wechat/deafness.ts'
import { loginCode } from '../../bots/wechat/login-code.ts'
import type { WechatOptions } from '../../bots/wechat/wechat-bot.ts'
import { at } from '../support/builders.ts'
import { wechatStage } from './stage.ts'
import { openTidings } from './tidings.ts'

let stage: Awaited<ReturnType<typeof wechatStage>> | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})
const soon = { timeout: 15_000, interval: 50 }

async function open(
  but: Partial<WechatOptions> = {},
  lastHeardUntil?: Date,
  faults: Partial<Faults> = {},
) {
  const { tidings, told } = openTidings(lastHeardUntil)
  const opened = await wechatStage({ tidings, ...but }, faults)
  stage = opened
  await expect.poll(() => opened.channel.health().state, soon).toBe('up')
  const joined = () => opened.kept().filter(({ type }) => type === 'joined')
  const says = async (text: string) => {
    opened.world.say({ from: 'li', room: 'group-1', type: 'text', text })
    await expect.poll(() => opened.kept().some((one) => one.text === text), soon).toBe(true)
  }
  return { ...opened, told, joined, says }
}

describe('groups', () => {
  test('who joins is kept as a message of its own kind, once, with name and place', async () => {
    const { world, joined, says } = await open()
    world.join('group-1', 'zhao', '6-1-101赵')
    await expect.poll(joined, soon).toHaveLength(1)
    expect(joined()[0]).toMatchObject({
      ...{ channel: 'wechat', room: 'group-1', text: '', mentionsUs: false },
      sender: { id: 'zhao', name: '赵敏', alias: '6-1-101赵' },
    })
    stage?.gateway().puppet.ding(`replay:${new Date(0).toISOString()}`)
    await says('之后')
    await expect.poll(joined, soon).toHaveLength(1)
  })

  test('are told by the name they have now, and when we are put out and taken in again', async () => {
    const { world, told } = await open()
    await expect.poll(() => told.rooms.length, soon).toBe(2)
    expect(told.rooms).toContainEqual(['group-1', '幸福里业主群'])
    world.retitle('group-1', '幸福里业主大群')
    await expect.poll(() => told.rooms.at(-1), soon).toEqual(['group-1', '幸福里业主大群'])
    world.botIsIn('group-1', false)
    await expect.poll(() => told.removed, soon).toEqual(['group-1'])
    world.botIsIn('group-1', true)
    await expect.poll(() => told.rooms.length, soon).toBe(4)
    world.leave('group-2', 'li')
    expect(told.removed).toEqual(['group-1'])
  })
})

describe('when we could not hear', () => {
  async function deafFor(isForgetful: boolean, but: Partial<WechatOptions> = {}) {
    const opened = await open(but, undefined, { forgetful: isForgetful })
    await opened.says('一')
    await opened.cut()
    await expect.poll(() => opened.channel.health().state, soon).toBe('down')
    const downSince = opened.channel.health().since
    opened.world.say({ from: 'wang', room: 'group-1', type: 'text', text: '断线时说的' })
    await opened.mend()
    await expect.poll(() => opened.channel.health().state, soon).toBe('up')
    await opened.says('二')
    return { ...opened, downSince }
  }
  test('and the platform repeats nothing, the gap is told once', async () => {
    const { told, kept, downSince } = await deafFor(true)
    await expect.poll(() => told.gaps.length, soon).toBe(1)
    const [gap] = told.gaps
    expect(kept().map(({ text }) => text)).not.toContain('断线时说的')
    expect(gap?.channel).toBe('wechat')
    expect(gap?.fromAt.getTime()).toBeLessThanOrEqual(downSince.getTime())
    expect(gap?.untilAt.getTime()).toBeGreaterThan(downSince.getTime())
  }, 60_000)
  test('and the platform repeats it, there is none', async () => {
    const { told, kept, says } = await deafFor(false)
    await says('三')
    expect(kept().map(({ text }) => text)).toContain('断线时说的')
    expect(told.gaps).toEqual([])
  }, 60_000)
  test('an old message that comes again by itself hides no gap', async () => {
    const opened = await open({}, undefined, { forgetful: true })
    const { id } = opened.world.say({ from: 'wang', room: 'group-1', type: 'text', text: '很早' })
    await wait(1_100) // of two in one second either is the latest
    await opened.says('一')
    await opened.cut()
    await expect.poll(() => opened.channel.health().state, soon).toBe('down')
    await opened.mend()
    const { puppet } = opened.gateway()
    const repeating = setInterval(() => puppet.emit('message', { messageId: id }), 20)
    await expect.poll(() => opened.told.gaps.length, soon).toBe(1)
    clearInterval(repeating)
  }, 60_000)
  test('and the gap cannot be written down, it is told until it can', async () => {
    const { tidings, told } = openTidings()
    let refusals = 0
    const gap: typeof tidings.gap = async (one) => {
      if (++refusals < 3) throw new Error('the database is away')
      await tidings.gap(one)
    }
    const { downSince } = await deafFor(true, { tidings: { ...tidings, gap } })
    await expect.poll(() => told.gaps.length, { ...soon, timeout: 20_000 }).toBe(1)
    expect(told.gaps[0]?.fromAt.getTime()).toBeLessThanOrEqual(downSince.getTime())
    expect(refusals).toBe(3)
  }, 60_000)
  test('because we were not running, the gap begins with the last sign of hearing', async () => {
    const before = new Date(Date.now() - 3_600_000)
    const replaySince = new Date(before.getTime() - 60_000)
    const { told, says, wechat } = await open({ replaySince }, before, { forgetful: true })
    await says('在吗')
    await expect.poll(() => told.gaps.length, soon).toBe(1)
    expect(told.gaps[0]?.fromAt).toEqual(before)
    await wechat.stop()
    expect(told.signs).toHaveLength(1)
  }, 60_000)
  test('what was said meanwhile is asked for, also where nothing was ever kept', async () => {
    const { world, cut, mend, channel, kept, told } = await open({}, new Date())
    await cut()
    await expect.poll(() => channel.health().state, soon).toBe('down')
    world.say({ from: 'wang', room: 'group-1', type: 'text', text: '断线时说的' })
    await mend()
    await expect.poll(() => kept().map(({ text }) => text), soon).toEqual(['断线时说的'])
    expect(told.gaps).toEqual([])
  }, 60_000)
  test('before anything was ever heard, nothing is missed', async () => {
    const { told, says } = await open()
    await says('第一句')
    expect(told.gaps).toEqual([])
  })
  test('twice in a row is one gap', async () => {
    const told: [Date, Date][] = []
    let now = at('2026-03-02 09:00')
    const deaf = deafness(
      null,
      () => now,
      async (...gap) => void told.push(gap),
    )
    await deaf.ends(async () => {})
    deaf.begins(60_000)
    now = at('2026-03-02 09:10')
    await deaf.ends(async () => deaf.begins(0))
    expect(told).toEqual([])
    now = at('2026-03-02 09:20')
    await deaf.ends(async () => {})
    expect(told).toEqual([[at('2026-03-02 08:59'), now]])
  })
})

describe('a gap of four hours', () => {
  async function judged(hears: (deaf: ReturnType<typeof deafness>) => void) {
    const told: [Date, Date][] = []
    let now = at('2026-03-02 12:00')
    let isAway = false
    const clock = () => now
    const deaf = deafness(at('2026-03-02 08:00'), clock, async (...gap) => {
      if (isAway) throw new Error('the database is away')
      told.push(gap)
    })
    const ends = () => deaf.ends(async () => hears(deaf))
    return {
      deaf,
      told,
      ends,
      away: (is: boolean) => (isAway = is),
      itIs: (on: Date) => (now = on),
    }
  }
  test.each([
    ['an old message', '2026-03-02 07:30', 1],
    ['one from within', '2026-03-02 09:00', 0],
    ['one of just now', '2026-03-02 12:00', 1],
  ])('is judged by what the platform brings: %s', async (_, sentAt, gaps) => {
    const { ends, told } = await judged((deaf) => deaf.brought(at(sentAt)))
    await ends()
    expect(told).toHaveLength(gaps)
  })
  test('that cannot be told is told later, as it was, and we count as deaf until then', async () => {
    const { deaf, ends, told, away, itIs } = await judged(() => {})
    away(true)
    await expect(ends()).rejects.toThrow('away')
    expect(deaf.isDeaf()).toBe(true)
    away(false)
    itIs(at('2026-03-02 12:05'))
    await ends()
    expect(told).toEqual([[at('2026-03-02 08:00'), at('2026-03-02 12:00')]])
    expect(deaf.isDeaf()).toBe(false)
    deaf.begins(0)
    itIs(at('2026-03-02 12:06'))
    await ends()
    expect(told.at(-1)?.[0]).toEqual(at('2026-03-02 12:05'))
  })
})

describe('the account', () => {
  test('shows since when it is up and when something was last said', async () => {
    const { channel, says, kept } = await open()
    expect(channel.health()).toMatchObject({ state: 'up', lastHeard: null, toDo: null })
    await says('在吗')
    expect(channel.health().lastHeard).toEqual(kept()[0]?.sentAt)
    await stage?.cut()
    await expect.poll(() => channel.health().state, soon).toBe('down')
    expect(channel.health().toDo).toContain('连不上微信网关')
  }, 60_000)

  test('that must be scanned says so, shows each code once, and is up after it', async () => {
    const shown: string[] = []
    const { channel, gateway, says } = await open({ show: (text) => shown.push(text) })
    const { puppet } = gateway()
    // after a restart of the service nobody says that the account was logged out: a code comes, that is all
    for (const qrcode of [
      'https://login.example/a',
      'https://login.example/a',
      'https://login.example/b',
    ])
      puppet.emit('scan', { qrcode, status: 2 })
    await expect.poll(() => shown.length, soon).toBe(2)
    const { state, toDo, loginCode: scanned } = channel.health()
    expect(scanned).toBe('https://login.example/b')
    expect({ state, toDo }).toEqual({ state: 'down', toDo: expect.stringContaining('请扫码登录') })
    expect(toDo).not.toContain('example')
    puppet.emit('login', { contactId: 'bot' })
    await expect.poll(() => channel.health(), soon).toMatchObject({ state: 'up', toDo: null })
    expect(channel.health().loginCode).toBeUndefined()
    await says('又来了')
  }, 60_000)

  test('its code fits a terminal and is the code', () => {
    const code = 'https://login.weixin.qq.com/l/gd0vfRlGXw=='
    const lines = loginCode(code).trimEnd().split('\n').slice(1)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60)
    const { data } = encode(code, { border: 2, ecc: 'L' })
    const dark = (row: number, column: number) =>
      row % 2 === 0
        ? ' ▄'.includes(lines[row / 2]?.[column] ?? 'none')
        : ' ▀'.includes(lines[(row - 1) / 2]?.[column] ?? 'none')
    const shown = data.map((row, y) => row.map((_, x) => dark(y, x)))
    expect(shown).toEqual(data)
  })
})
