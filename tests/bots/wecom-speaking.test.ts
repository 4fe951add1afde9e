import { afterEach, describe, expect, test, vi } from 'vitest'
import { wecomPace } from '../../bots/wecom/pace.ts'
import { longestText, split } from '../../bots/wecom/pieces.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import { aParcel } from './stage.ts'
import { type WecomSet, wecomSet } from './wecom-stage.ts'

const to = (account: string): Reach => ({ kind: 'person', channel: 'wecom', account })
const inGroup = (room: string, mention: string | null = null): Reach => ({
  ...{ kind: 'room', channel: 'wecom', room, mention },
})

let set: WecomSet | undefined
afterEach(async () => {
  vi.useRealTimers()
  await set?.close()
  set = undefined
})
const opened = async (...but: Parameters<typeof wecomSet>) => {
  set = await wecomSet(...but)
  const { deliver } = set.wecom.channel
  const shownTo = (where: string) =>
    set?.fake.shown().flatMap((one) => (one.where === where ? [one.text] : [])) ?? []
  const send = (reach: Reach, text: string) => deliver(aParcel(reach, text))
  return { ...set, deliver, send, shownTo }
}
const fails = (errcode: number, status = 200) => ({
  kind: 'answer' as const,
  given: {
    ...{ status, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ errcode, errmsg: 'planted' }),
  },
})

describe('the token', () => {
  test('is asked for once, however many letters wait for it', async () => {
    const { fake, send } = await opened()
    fake.expireTokens()
    const before = fake.tokensAsked()
    await Promise.all(Array.from({ length: 10 }, (_, i) => send(to('wang'), `第${i}封`)))
    expect(fake.tokensAsked()).toBe(before + 1)
    expect(fake.shown()).toHaveLength(10)
  })
  test.each([40014, 42001, 40001])('that is refused with %i is asked for anew', async (code) => {
    const { fake, send, shownTo } = await opened()
    fake.mishap('/cgi-bin/message/send', fails(code), 1)
    expect(await send(to('wang'), '换了令牌')).toMatchObject({ ok: true })
    expect(shownTo('wang')).toEqual(['换了令牌'])
    expect(fake.tokensAsked()).toBe(2)
  })
  test('that stays refused is told as a fault of the app', async () => {
    const { fake, send, wecom } = await opened()
    fake.mishap('/cgi-bin/message/send', fails(42001), 2)
    expect(await send(to('wang'), '没用')).toMatchObject({ problem: { kind: 'later' } })
    const { state, toDo } = wecom.channel.health()
    expect([state, toDo]).toEqual(['down', expect.stringContaining('WECOM_SECRET')])
  })
})

describe('faults are told apart', () => {
  test.each<[string, object, number, object]>([
    ['45009, too often', fails(45009), 1, { kind: 'later', why: 'spoke too often' }],
    ['HTTP 429', fails(0, 429), 1, { kind: 'later', why: 'spoke too often' }],
    ['HTTP 502', fails(0, 502), 1, { kind: 'later', why: 'link down', mayHaveGone: true }],
    ['-1, busy', fails(-1), 1, { kind: 'later', why: 'link down' }],
    ['60020, a foreign address', fails(60020), 1, { kind: 'later', why: 'the app is refused' }],
    ['81013, nobody there', fails(81013), 1, { kind: 'never', why: 'unknown reader' }],
    ['a code nobody knows', fails(99999), 1, { kind: 'never', why: 'refused' }],
    ['a broken connection', { kind: 'drop' }, 1, { kind: 'later', mayHaveGone: true }],
  ])('%s', async (_, mishap, times, problem) => {
    const { fake, send } = await opened()
    fake.mishap('/cgi-bin/message/send', mishap as ReturnType<typeof fails>, times)
    expect(await send(to('wang'), '一句话')).toMatchObject({ ok: false, problem })
  })
  test('no answer in sight of a secret or a word in what is reported', async () => {
    const { fake, send, reports } = await opened()
    await fake.leave()
    await send(to('wang'), '不能记下的话')
    expect(reports.length).toBeGreaterThan(0)
    expect(JSON.stringify(reports)).not.toMatch(/不能记下的话|app-secret|token-|wang/)
    await fake.comeBack()
  })
})

describe('limits', () => {
  test('a robot speaks twenty times a minute, and the rest waits', async () => {
    const { send, fake } = await opened({ pace: { ...wecomPace, patienceMs: 100 } })
    const sent: boolean[] = []
    for (let i = 0; i < 22; i++) sent.push((await send(inGroup('group-1'), `第${i}条`)).ok)
    expect(sent.filter(Boolean)).toHaveLength(20)
    expect(fake.shown()).toHaveLength(20)
    expect(await send(inGroup('group-2'), '别的群不等')).toMatchObject({ ok: true })
  })
  test('"too often" for one robot silences that robot only', async () => {
    const { fake, send, wecom } = await opened()
    fake.mishap('/cgi-bin/webhook/send', fails(45009), 1)
    expect((await send(inGroup('group-1'), '太快')).ok).toBe(false)
    expect((await send(inGroup('group-1'), '还在静')).ok).toBe(false)
    expect((await send(inGroup('group-2'), '不静')).ok).toBe(true)
    expect((await send(to('wang'), '也不静')).ok).toBe(true)
    expect(wecom.channel.health().state).toBe('up')
  })
  test('"too often" for the app is shown', async () => {
    const { fake, send, wecom } = await opened()
    fake.mishap('/cgi-bin/message/send', fails(45009), 1)
    await send(to('wang'), '太快')
    expect(wecom.channel.health().state).toBe('silenced')
  })
})

describe('long letters', () => {
  const lines = Array.from({ length: 60 }, (_, i) => `第${i}行：${'楼道灯坏了'.repeat(4)}`).join(
    '\n',
  )

  test('go as several messages, whole and in order', async () => {
    const { send, shownTo } = await opened()
    expect((await send(to('wang'), lines)).ok).toBe(true)
    const parts = shownTo('wang')
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.join('\n')).toBe(lines)
  })
  test('go on where they broke off', async () => {
    const { fake, deliver, shownTo } = await opened()
    const parcel = aParcel(to('wang'), lines)
    const parts = split(lines, longestText).length
    const until = fails(-1)
    fake.mishap('/cgi-bin/message/send', { kind: 'slow', ms: 1 }, parts - 1)
    fake.mishap('/cgi-bin/message/send', until, 1)
    expect((await deliver(parcel)).ok).toBe(false)
    expect(shownTo('wang')).toHaveLength(parts - 1)
    expect((await deliver(parcel)).ok).toBe(true)
    expect(shownTo('wang').join('\n')).toBe(lines)
  })
  test('are never cut within a sign', () => {
    const text = '👨‍👩‍👧‍👦𠮷'.repeat(400)
    const parts = split(text, longestText)
    expect(parts.join('')).toBe(text)
    for (const part of parts) {
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(longestText)
      expect(part).toMatch(/^[👨𠮷]/u)
    }
  })
})

describe('a letter whose answer was lost', () => {
  test('may have gone, and is shown once when it is said again', async () => {
    const { fake, deliver, shownTo } = await opened()
    const parcel = aParcel(to('wang'), '只说一次')
    fake.mishap('/cgi-bin/message/send', { kind: 'lostAnswer' }, 1)
    expect(await deliver(parcel)).toMatchObject({ problem: { kind: 'later', mayHaveGone: true } })
    expect(await deliver(parcel)).toEqual({ ok: true, value: undefined })
    expect(shownTo('wang')).toEqual(['只说一次'])
  })
  test('does not keep equal words of another letter from being said', async () => {
    const { send, shownTo } = await opened()
    await send(to('wang'), '催办：1003号')
    await send(to('wang'), '催办：1003号')
    expect(shownTo('wang')).toHaveLength(2)
  })
})

describe('what residents write', () => {
  test.each([
    ['calls nobody by <@all>', '<@all> 快看', '＜@all> 快看'],
    ['hides no link', '<a href="http://x">中奖</a>', '＜a href="http://x">中奖＜/a>'],
    ['keeps its own signs', '3<5 且 5>3', '3<5 且 5>3'],
  ])('%s', async (_, words, shown) => {
    const { send, shownTo } = await opened()
    await send(inGroup('group-1'), words)
    await send(to('wang'), words)
    expect([shownTo('group-1'), shownTo('wang')]).toEqual([[shown], [shown]])
  })
  test.each(['@all', 'wang|li', '', 'a b'])('an account called "%s" is nobody', async (account) => {
    const { send, fake } = await opened()
    expect(await send(to(account), '只给一人')).toMatchObject({ problem: { kind: 'never' } })
    expect(fake.shown()).toEqual([])
  })
  test('a mention of @all is none', async () => {
    const { send, fake } = await opened()
    await send(inGroup('group-1', '@all'), '一句话')
    expect(fake.shown()).toMatchObject([{ mentions: [] }])
  })
})

test('a robot that was taken out of its group says so for good', async () => {
  const { fake, send, wecom } = await opened()
  fake.removeRobot('group-1')
  expect(await send(inGroup('group-1'), '还在吗')).toMatchObject({
    problem: { kind: 'never', why: 'no robot in the group any more' },
  })
  expect(wecom.channel.health().state).toBe('up')
})

test('a picture that WeCom does not take stays behind, its words do not', async () => {
  const { fake, deliver, media, shownTo, reports } = await opened()
  const picture = await media.keep(new Uint8Array(50), 'image/png')
  fake.mishap('/cgi-bin/media/upload', fails(40009), 1)
  expect(await deliver(aParcel(to('wang'), '有图', [picture]))).toMatchObject({ ok: true })
  expect(shownTo('wang')).toEqual(['有图'])
  expect(reports).toContain('wecom: a picture could not be sent')
})

test('a WeCom that does not answer is down, asked again every 20 seconds, and up once it answers', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { fake, send, wecom } = await opened()
  const { health } = wecom.channel
  await fake.leave()
  await send(to('wang'), '在吗')
  expect(health()).toMatchObject({ state: 'down', toDo: expect.any(String) })
  vi.advanceTimersByTime(20_000)
  await new Promise((done) => setTimeout(done, 100))
  expect(health().state).toBe('down')
  await fake.comeBack()
  vi.advanceTimersByTime(20_000)
  await expect.poll(() => health()).toMatchObject({ state: 'up', toDo: null })
})
