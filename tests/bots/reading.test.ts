import { describe, expect, test } from 'vitest'
import { calls, withoutCalls } from '../../bots/wechat/mention.ts'
import { readQuote, recentMessages } from '../../bots/wechat/quote.ts'
import { wechatStage } from './stage.ts'

describe('mentions', () => {
  test.each([
    ['@小邻\u2005灯坏了', true, '灯坏了'],
    ['@小邻 灯坏了', true, '灯坏了'],
    ['灯坏了@小邻\u2005快来', true, '灯坏了快来'],
    ['灯坏了 @小邻', true, '灯坏了'],
    ['@小邻', true, ''],
    ['@小邻居 灯坏了', false, '@小邻居 灯坏了'],
    ['小邻 灯坏了', false, '小邻 灯坏了'],
    ['发到a@小邻.com', false, '发到a@小邻.com'],
    ['  灯坏了  ', false, '  灯坏了  '],
  ])('%j calls us: %s', (text, isCall, rest) => {
    expect(calls(text, ['小邻'])).toBe(isCall)
    expect(withoutCalls(text, ['小邻', ''])).toBe(rest)
  })
  test('one name may begin another', () => {
    expect(withoutCalls('@小邻助手\u2005在吗', ['小邻', '小邻助手'])).toBe('在吗')
  })
})

describe('quotes', () => {
  const dashes = '- - - - - - - - - - - - - - -'
  test('are read as WeChat writes them', () => {
    expect(readQuote(`「5-2-301王：灯坏了\n第二行」\n${dashes}\n我家也是\n急`)).toEqual({
      ...{ name: '5-2-301王', words: '灯坏了\n第二行', reply: '我家也是\n急' },
    })
    expect(readQuote('「王芳：灯坏了」没有下文')).toBeUndefined()
    expect(readQuote('灯坏了')).toBeUndefined()
  })
  test('mean the latest message with these words', () => {
    const recent = recentMessages()
    recent.note('g', { id: '1', talker: 'a', words: '好的' })
    recent.note('g', { id: '2', talker: 'b', words: '好 的' })
    recent.note('other', { id: '3', talker: 'c', words: '好的' })
    expect(recent.meant('g', '好的').map(({ id }) => id)).toEqual(['2', '1'])
    expect(recent.meant('g', '坏的')).toEqual([])
  })
  test('may be cut short by the platform', () => {
    const recent = recentMessages()
    recent.note('g', { id: '1', talker: 'a', words: '楼道灯坏了三天了没人管' })
    expect(recent.meant('g', '楼道灯坏了…').map(({ id }) => id)).toEqual(['1'])
    expect(recent.meant('g', '楼道灯坏了')).toEqual([])
  })
  test('do not grow without bound', () => {
    const recent = recentMessages()
    for (let i = 0; i < 300; i++) recent.note('g', { id: `${i}`, talker: 'a', words: `第${i}条` })
    expect(recent.meant('g', '第0条')).toEqual([])
    expect(recent.meant('g', '第299条')).toHaveLength(1)
  })
})

describe('over the wire', () => {
  test('what is neither text nor picture, and quotes of many kinds', async () => {
    const { world, kept, close, channel, parcel } = await wechatStage()
    const heard = async (id: string) => {
      await expect.poll(() => kept().some((one) => one.id === id), { timeout: 20_000 }).toBe(true)
      return kept().find((one) => one.id === id)
    }
    const from = { from: 'wang', room: 'group-1', dmWith: null } as const
    const post = (what: Partial<Parameters<typeof world.post>[0]>) =>
      heard(world.post({ ...from, type: 'text', text: '', ...what }).id)
    try {
      expect(await post({ type: 'location', text: '幸福里小区5号楼' })).toMatchObject({
        ...{ type: 'location', text: '幸福里小区5号楼' },
      })
      const link = { type: 'link', text: '停水通知\nhttps://example.org/1' } as const
      expect(await post(link)).toMatchObject(link)
      const video = { bytes: new Uint8Array(40_000), mime: 'video/mp4', name: 'a.mp4' }
      const clip = await post({ type: 'video', file: video })
      expect(clip).toMatchObject({ type: 'video', text: '' })
      expect(clip?.media).not.toBeNull()
      world.join('group-1', 'zhao')
      const notice = { type: 'system', text: '"赵敏"加入了群聊', mentionsUs: false }
      await expect.poll(() => kept().at(-1), { timeout: 5_000 }).toMatchObject(notice)

      // two people said the same: the name tells whose words are meant
      const [one] = [await post({ text: '我也要' }), await post({ from: 'li', text: '我也要' })]
      expect(await post({ from: 'li', text: '几号楼？', quotes: one?.id })).toMatchObject({
        ...{ quotes: one?.id, text: '几号楼？' },
      })
      // a picture is quoted by a label
      const file = { bytes: new Uint8Array(9), mime: 'image/png', name: 'a.png' }
      const picture = await post({ type: 'image', file })
      expect(await post({ text: '就是这里', quotes: picture?.id })).toMatchObject({
        ...{ quotes: picture?.id, text: '就是这里' },
      })
      // a picture that is gone costs the picture, not the message
      const gone = await post({ type: 'image' })
      expect(gone).toMatchObject({ type: 'image', media: null })
      // who quotes us speaks to us, and our words say about what
      const to = { kind: 'room', channel: 'wechat', room: 'group-1', mention: null } as const
      await channel.deliver(await parcel(to, '1027号 楼道照明已处理'))
      const ours = world.said({ room: 'group-1' }, 1)[0]?.id
      expect(await post({ text: '还是不亮', quotes: ours })).toMatchObject({
        ...{ mentionsUs: true, quotes: ours },
        text: expect.stringMatching(/^「小邻：1027号 楼道照明已处理」\n(- )+-\n还是不亮$/),
      })
    } finally {
      await close()
    }
  }, 60_000)
})
