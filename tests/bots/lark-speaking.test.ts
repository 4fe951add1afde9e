import { describe, expect, onTestFinished, test } from 'vitest'
import type { LarkOptions } from '../../bots/lark/lark-bot.ts'
import { petitionId } from '../../src/domain/ids.ts'
import type { Parcel, Reach } from '../../src/flows/ports/channels.ts'
import { anotherLetter } from '../contracts/channel.ts'
import { type LarkSet, larkSet } from './lark-stage.ts'
import { aParcel } from './stage.ts'

async function open(but: Partial<LarkOptions> = {}): Promise<LarkSet> {
  const set = await larkSet('webhook', {}, but)
  onTestFinished(set.close)
  return set
}
const wang: Reach = { kind: 'person', channel: 'lark', account: 'ou_wang' }
const group = (mention: string | null = null): Reach => ({
  ...{ kind: 'room', channel: 'lark', room: 'oc_group-1', mention },
})
const done = expect.objectContaining({ ok: true })

describe('words on Lark', () => {
  test('what a resident said calls nobody: <at id=all> stays text', async () => {
    const { lark, bot } = await open()
    const words =
      '反映：<at user_id="all"></at> <at id=all></at> **停水** [点我](https://x.example)'
    expect(await bot.channel.deliver(aParcel(group(), words))).toEqual(done)
    const [message] = lark.messages('oc_group-1')
    expect(message?.type).toBe('post')
    const texts = JSON.parse(message?.content ?? '{}').zh_cn.content.flat()
    expect(texts).toEqual([{ tag: 'text', text: words }])
  })
  test('words, a mention and two pictures are one message, under one key', async () => {
    const { lark, bot, media } = await open()
    const photos = [await media.keep(new Uint8Array([1]), 'image/png')]
    photos.push(await media.keep(new Uint8Array([2]), 'image/png'))
    const parcel = aParcel(group('ou_wang'), '请看\n\n两张照片', photos)
    lark.fault('messages.create', { kind: 'commitThenFail' })
    expect(await bot.channel.deliver(parcel)).toEqual(done)
    const said = lark.messages('oc_group-1')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({
      mentions: ['ou_wang'],
      files: [/img/, /img/].map(() => expect.any(String)),
    })
  })
  test('a picture that cannot be brought does not hold up the words', async () => {
    const { lark, bot, reports } = await open()
    const parcel = aParcel(wang, '已办结', ['no-such-picture'])
    expect(await bot.channel.deliver(parcel)).toEqual(done)
    expect(lark.messages('ou_wang').map(({ text }) => text)).toEqual(['已办结'])
    expect(reports).toContain('lark: a picture could not be sent')
  })
  test('a phone number that the office’s data protection refuses (230028) is masked', async () => {
    const { lark, bot } = await open()
    const parcel = aParcel(wang, '联系人电话13800001234，邮箱wang@example.org')
    expect(await bot.channel.deliver(parcel)).toEqual(done)
    expect(lark.messages('ou_wang').map(({ text }) => text)).toEqual([
      '联系人电话138****34，邮箱（邮箱已隐去）',
    ])
  })
  test('an alarm rings at whom it is for (加急); other news do not', async () => {
    const { lark, bot } = await open({ say: () => ({ text: '有人被困', photos: [] }) })
    const brief = {
      ...{
        petition: petitionId('p'),
        number: 1,
        category: '',
        summary: '',
        place: '',
        handler: '',
      },
    }
    const alarm = { kind: 'alarm', brief, danger: null, words: '有人被困' } as const
    const parcel = (to: Reach, ...notices: Parcel['notices']) => ({
      id: anotherLetter(),
      to,
      notices,
    })
    await bot.channel.deliver(parcel(wang, alarm))
    await bot.channel.deliver(parcel(group('ou_li'), alarm))
    await bot.channel.deliver(parcel(wang, { kind: 'senseAsked' }))
    const rung = ['ou_wang', 'oc_group-1'].flatMap((where) =>
      lark.messages(where).map(({ urgent }) => urgent),
    )
    expect(rung).toEqual([['ou_wang'], [], ['ou_li']])
  })
  test('an alarm that does not ring has been said all the same', async () => {
    const { lark, bot, reports } = await open({ say: () => ({ text: '有人被困', photos: [] }) })
    lark.fault('messages.urgent', { kind: 'answer', status: 400, body: { code: 230027, msg: '' } })
    const { notices } = aParcel(wang, '')
    const [first] = notices
    if (first?.kind !== 'noted') throw new Error('not noted')
    const alarm = { kind: 'alarm', brief: first.brief, danger: null, words: '' } as const
    expect(await bot.channel.deliver({ id: anotherLetter(), to: wang, notices: [alarm] })).toEqual(
      done,
    )
    expect(reports).toContain('lark: an alarm does not ring')
  })
})

describe('letters whose fate is unknown', () => {
  test('an answer that is lost three times: later, and it may have gone; said again under its key it stands once', async () => {
    const { lark, bot } = await open()
    const parcel = aParcel(wang, '催办：1003号')
    lark.fault('messages.create', { kind: 'commitThenFail' }, 3)
    expect(await bot.channel.deliver(parcel)).toMatchObject({
      problem: { kind: 'later', mayHaveGone: true },
    })
    expect(await bot.channel.deliver(parcel)).toEqual(done)
    expect(lark.messages('ou_wang')).toHaveLength(1)
  })
  test('nothing was sent where no token could be had: another way may say it at once', async () => {
    const { lark, bot } = await open()
    lark.revokeTokens()
    lark.fault('token', { kind: 'drop' }, 9)
    const sent = await bot.channel.deliver(aParcel(wang, '催办'))
    expect(sent).toEqual({ ok: false, problem: { kind: 'later', why: 'link down' } })
  })
  test('another process finds in a group what arrived, equal ones counted', async () => {
    const set = await open()
    const since = new Date(Date.now() - 1_000)
    const letters = [1, 2, 3].map(() => aParcel(group(), '催办：1003号\n请尽快'))
    const [one, two] = letters
    if (!one || !two) throw new Error('no letters')
    await set.bot.channel.deliver(one)
    await set.bot.channel.deliver(two)
    await set.restart()
    expect(await set.bot.channel.arrived(letters, since)).toHaveLength(2)
  })
  test('an older message of the same words is not taken for one of the time asked about', async () => {
    let ahead = 0
    const set = await open({ clock: () => new Date(Date.now() + ahead) })
    const [older, lost] = [1, 2].map(() => aParcel(group(), '我是邻里小助手'))
    if (!older || !lost) throw new Error('no letters')
    await set.bot.channel.deliver(older)
    await set.restart()
    ahead = 50_000
    await set.lark.advance(ahead)
    const since = new Date(Date.now() + ahead - 5_000)
    expect(await set.bot.channel.arrived([lost], since)).toEqual([])
  })
  test('where Lark could not be asked nobody knows: that is no answer', async () => {
    const set = await open()
    const parcel = aParcel(group(), '催办：1003号')
    await set.bot.channel.deliver(parcel)
    await set.restart()
    await set.lark.settled()
    await set.cut()
    await expect(set.bot.channel.arrived([parcel], new Date())).rejects.toThrow()
    expect(set.bot.channel.cannotTell?.(parcel.to)).toBe(false)
    await set.mend()
  }, 60_000)
  test('in private nobody tells after a restart: within the hour the key serves, then a person must look', async () => {
    let ahead = 0
    const set = await open({ clock: () => new Date(Date.now() + ahead) })
    const since = new Date()
    const parcel = aParcel(wang, '催办：1004号')
    await set.bot.channel.deliver(parcel)
    await set.restart()
    expect(await set.bot.channel.arrived([parcel], since)).toEqual([])
    expect(set.bot.channel.cannotTell?.(parcel.to)).toBe(true)
    expect(await set.bot.channel.deliver(parcel)).toEqual(done)
    expect(set.lark.messages('ou_wang')).toHaveLength(1)
    await set.restart()
    expect(await set.bot.channel.arrived([parcel], since)).toEqual([])
    ahead = 70 * 60_000
    await set.lark.advance(ahead)
    expect(await set.bot.channel.deliver(parcel)).toMatchObject({ problem: { kind: 'never' } })
    expect(set.lark.messages('ou_wang')).toHaveLength(1)
  })
})

describe('refusals and health', () => {
  test.each([
    ['the bot is not in the group', 230002, 'never'],
    ['a person outside the app’s 可用范围', 230013, 'never'],
    ['a scope is missing', 230027, 'later'],
    ['what we do not know', 239999, 'never'],
  ])('%s (%i) is %s', async (_, code, kind) => {
    const { lark, bot } = await open()
    const body = { code, msg: 'no' }
    lark.fault('messages.create', { kind: 'answer', status: 400, body }, 9)
    expect(await bot.channel.deliver(aParcel(wang, '您好'))).toMatchObject({ problem: { kind } })
  })
  test('a card that Lark refuses (230099) is said in words', async () => {
    const { lark, bot, reports } = await open({
      cards: () => ({
        cardFor: async () => ({ content: { schema: '2.0', strange: 1 }, sent: async () => {} }),
        onPress: async () => ({ toast: null, card: null }),
        surface: { channel: 'lark', replace: async () => 'shown', send: async () => 'later' },
      }),
    })
    expect(await bot.channel.deliver(aParcel(wang, '您有新任务'))).toEqual(done)
    expect(lark.messages('ou_wang').map(({ text }) => text)).toEqual(['您有新任务'])
    expect(reports).toContain('lark: a card was refused and is said in words')
  })
  test('silenced while Lark wants us to wait', async () => {
    const { lark, bot } = await open()
    lark.fault('messages.create', { kind: 'rateLimited', resetSeconds: 30 })
    expect(await bot.channel.deliver(aParcel(wang, '一'))).toMatchObject({
      problem: { kind: 'later' },
    })
    expect(bot.channel.health().state).toBe('silenced')
    expect(await bot.channel.deliver(aParcel(wang, '二'))).toMatchObject({
      problem: { kind: 'later' },
    })
    expect(lark.calls('messages.create')).toHaveLength(1)
  })
  test('an app that Lark does not accept is down, and the operator knows what to do', async () => {
    const { lark, bot } = await open()
    expect(bot.channel.health()).toMatchObject({ state: 'up', toDo: null })
    lark.rotateSecret('another')
    lark.revokeTokens()
    expect(await bot.channel.deliver(aParcel(wang, '您好'))).toMatchObject({
      problem: { kind: 'later' },
    })
    const { state, toDo } = bot.channel.health()
    expect(state).toBe('down')
    expect(toDo).toMatch(/LARK_APP_SECRET/)
    expect(toDo).not.toContain(lark.appSecret)
  })
  test('when the latest message was said is shown', async () => {
    const { lark, bot, kept } = await open()
    expect(bot.channel.health().lastHeard).toBe(null)
    lark.say({ from: 'ou_wang', room: null, type: 'text', text: '在吗' })
    await expect.poll(() => kept.length).toBe(1)
    expect(bot.channel.health().lastHeard).toEqual(kept[0]?.sentAt)
  })
})
