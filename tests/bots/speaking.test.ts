import { afterEach, describe, expect, test } from 'vitest'
import { noPace, paceOf } from '../../bots/wechat/pace.ts'
import { receiptsBook } from '../../bots/wechat/receipts.ts'
import { aParcel, wechatStage } from './stage.ts'

let stage: Awaited<ReturnType<typeof wechatStage>> | undefined
afterEach(async () => {
  await stage?.close()
  stage = undefined
})
const toWang = { kind: 'person', channel: 'wechat', account: 'wang' } as const

describe('when the platform complains', () => {
  test('"操作过于频繁" silences us everywhere for a while, and the letter is not taken for sent', async () => {
    stage = await wechatStage({ pace: { ...noPace, listenMs: 400, coolDownMs: 3_000 } })
    const { faults } = stage.gateway().puppet
    faults.tooOften = true
    const parcel = aParcel(
      { ...{ kind: 'room', channel: 'wechat', mention: null }, room: 'group-1' },
      '一',
    )
    const later = { ok: false, problem: { kind: 'later', why: 'spoke too often' } }
    expect(await stage.channel.deliver(parcel)).toEqual(later)
    faults.tooOften = false
    expect(await stage.channel.deliver(aParcel(toWang, '二'))).toEqual(later)
    expect(stage.spoken()).toEqual([])
    expect(stage.wechat.health().coolingMs).toBeGreaterThan(0)
    expect(stage.kept()).toEqual([])
    const sent = async () => (await stage?.channel.deliver(parcel))?.ok
    await expect.poll(sent, { timeout: 10_000, interval: 200 }).toBe(true)
  }, 60_000)
  test.each([
    ['对方还不是你的好友', 'never'],
    ['消息已发出，但被对方拒收了', 'never'],
    ['system busy', 'later'],
  ])('%s: %s', async (refuse, kind) => {
    stage = await wechatStage()
    stage.gateway().puppet.faults.refuse = refuse
    const sent = await stage.channel.deliver(aParcel(toWang, '在吗'))
    expect(sent).toMatchObject({ ok: false, problem: { kind } })
    expect(JSON.stringify(sent)).not.toContain(refuse)
  })
})

test('a complaint in one chat is none about what went out in another', async () => {
  stage = await wechatStage({ pace: { ...noPace, listenMs: 400, coolDownMs: 3_000 } })
  const first = stage.channel.deliver(aParcel(toWang, '一'))
  await expect.poll(() => stage?.spoken().length).toBe(1)
  stage.gateway().puppet.faults.tooOften = true
  const group = { kind: 'room', channel: 'wechat', room: 'group-1', mention: null } as const
  const second = stage.channel.deliver(aParcel(group, '二'))
  expect(await first).toEqual({ ok: true, value: undefined })
  expect(await second).toMatchObject({ ok: false, problem: { kind: 'later' } })
  expect(stage.spoken().map(({ text }) => text)).toEqual(['一'])
})

test('of one whose name cannot be had, not even the door is said', async () => {
  stage = await wechatStage()
  stage.world.addPerson({ id: 'nameless', name: '' })
  stage.world.join('group-1', 'nameless', '5-2-301刘')
  const to = { kind: 'room', channel: 'wechat', room: 'group-1', mention: 'nameless' } as const
  expect((await stage.channel.deliver(aParcel(to, '请问是几号楼？'))).ok).toBe(true)
  expect(stage.spoken().map(({ text }) => text)).toEqual(['请问是几号楼？'])
})

test('letters with equal words: the one that went out is the one that arrived', async () => {
  stage = await wechatStage()
  const since = new Date(Date.now() - 1_000)
  const [unsaid, said] = [aParcel(toWang, '催办：1003号'), aParcel(toWang, '催办：1003号')]
  await stage.channel.deliver(said)
  expect(await stage.channel.arrived([unsaid, said], since)).toEqual([said.id])
  expect(await stage.channel.arrived([unsaid], since)).toEqual([])
})

test('a letter whose sending broke off is looked for before it is said again', async () => {
  stage = await wechatStage()
  stage.gateway().puppet.faults.noAnswer = true
  const [said, unsaid] = [aParcel(toWang, '1006号已派单'), aParcel(toWang, '1007号已派单')]
  const sending = stage.channel.deliver(said)
  await expect.poll(() => stage?.spoken().length).toBe(1)
  await stage.cut()
  const later = { ok: false, problem: { kind: 'later' } }
  expect(await sending).toMatchObject(later)
  expect(await stage.channel.deliver(unsaid)).toMatchObject(later)
  await stage.mend()
  await expect.poll(() => stage?.wechat.health().loggedIn, { timeout: 20_000 }).toBe(true)
  for (const parcel of [said, unsaid]) expect((await stage.channel.deliver(parcel)).ok).toBe(true)
  expect(stage.spoken().map(({ text }) => text)).toEqual(['1006号已派单', '1007号已派单'])
}, 60_000)

test('who was told by another process is not taken for who was told nothing, though the words are the same', async () => {
  stage = await wechatStage()
  const since = new Date(Date.now() - 1_000)
  const [older, lost] = [aParcel(toWang, '我是邻里小助手'), aParcel(toWang, '我是邻里小助手')]
  const { puppet } = stage.gateway()
  await puppet.messageSendText('wang', '我是邻里小助手')
  let tried = false
  puppet.messageSendText = () => {
    tried = true
    return new Promise(() => {})
  }
  const sending = stage.channel.deliver(lost)
  await expect.poll(() => tried).toBe(true)
  await stage.cut()
  expect(await sending).toMatchObject({ ok: false, problem: { kind: 'later', mayHaveGone: true } })
  await stage.mend()
  await expect.poll(() => stage?.wechat.health().loggedIn, { timeout: 20_000 }).toBe(true)
  expect(await stage.channel.arrived([older, lost], since)).toEqual([older.id])
  expect((await stage.channel.deliver(lost)).ok).toBe(true)
  expect(stage.spoken()).toHaveLength(2)
}, 60_000)

test('no report carries a name, an id or a word of anybody', async () => {
  const reports: string[] = []
  const note = (what: string, fault: unknown) => reports.push(`${what} ${fault}`)
  stage = await wechatStage({ report: note })
  stage.gateway().puppet.faults.refuse = '不能发给 wang：王芳'
  await stage.channel.deliver(aParcel(toWang, '秘密'))
  stage.gateway().puppet.emit('message', { messageId: 'no-such-王芳' })
  await expect.poll(() => reports.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
  expect(reports.join('\n')).not.toMatch(/wang|王芳|秘密/)
}, 60_000)

describe('pace', () => {
  test('keeps the gaps, and does not wait for a turn too far off', async () => {
    const pace = paceOf({ ...noPace, gapMs: 30, chatGapMs: 120, patienceMs: 200 })
    const start = performance.now()
    const turns = [pace.turn('a'), pace.turn('b'), pace.turn('a')]
    expect(await Promise.all(turns)).toEqual([true, true, true])
    expect(performance.now() - start).toBeGreaterThanOrEqual(115)
    const soon = performance.now()
    expect(await pace.turn('a')).toBe(true)
    expect(await pace.turn('b')).toBe(true)
    const [next, , ...far] = await Promise.all(Array.from({ length: 4 }, () => pace.turn('a')))
    expect(next).toBe(true)
    expect(far).toEqual([false, false])
    expect(performance.now() - soon).toBeLessThan(2_000)
  })
  test('speaks so often a minute and no more', async () => {
    const pace = paceOf({ ...noPace, perMinute: 3 })
    const turns = await Promise.all(Array.from({ length: 5 }, () => pace.turn('a')))
    expect(turns).toEqual([true, true, true, false, false])
  })
})

describe('receipts', () => {
  const at = new Date('2026-09-28T09:00:00.700Z')
  const said = (...texts: string[]) => {
    const book = receiptsBook()
    for (const [i, text] of texts.entries()) book.note(`${i}`, { chat: 'a', text, at })
    return (since: Date, ...sought: string[]) =>
      book
        .found(
          sought.map((text) => ({ chat: 'a', text })),
          since,
        )
        .map(({ text }) => text)
  }
  test('count equal texts', () => {
    expect(said('好', '好')(at, '好', '好', '好')).toEqual(['好', '好'])
    expect(said('好')(at, '坏')).toEqual([])
  })
  test('see through a mention, and letters that went out together', () => {
    expect(said('@5-2-301王\u2005几号楼？')(at, '几号楼？')).toEqual(['几号楼？'])
    expect(said('一号\n\n二号')(at, '二号', '一号', '号')).toEqual(['二号', '一号'])
  })
  test('know platforms that keep whole seconds, and nothing older', () => {
    expect(said('好')(new Date('2026-09-28T09:00:00.999Z'), '好')).toEqual(['好'])
    expect(said('好')(new Date('2026-09-28T09:00:01Z'), '好')).toEqual([])
  })
  test('forget an id that came twice', () => {
    const book = receiptsBook()
    for (let i = 0; i < 2; i++) book.note('same', { chat: 'a', text: '好', at })
    const twice = [
      { chat: 'a', text: '好' },
      { chat: 'a', text: '好' },
    ]
    expect(book.found(twice, at)).toHaveLength(1)
  })
})
