import { describe, expect, onTestFinished, test } from 'vitest'
import type { RoomNews } from '../../bots/lark/accept-envelope.ts'
import type { LarkOptions } from '../../bots/lark/lark-bot.ts'
import { openGateway } from '../../bots/lark/open-gateway.ts'
import type { FakeLarkSettings, LarkUtterance } from '../../bots/sandbox/lark/fake-lark-types.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { type LarkSet, larkSet } from './lark-stage.ts'
import { aParcel } from './stage.ts'

async function open(
  fake: Partial<FakeLarkSettings> = {},
  but: Partial<LarkOptions> = {},
): Promise<LarkSet> {
  const set = await larkSet('webhook', fake, but)
  onTestFinished(set.close)
  return set
}
const jpeg = { bytes: new Uint8Array([255, 216, 255, 1]), mime: 'image/jpeg', name: '现场.jpg' }
const inGroup = (what: Partial<LarkUtterance>): LarkUtterance => ({
  ...{ from: 'ou_wang', room: 'oc_group-1', type: 'text', text: '' },
  ...what,
})
async function heard({ lark, kept }: LarkSet, what: Partial<LarkUtterance>) {
  const id = lark.say(inGroup(what))
  const mine = () => kept.filter((one) => one.id === id || one.id.startsWith(`${id}/`))
  await expect.poll(() => mine().length, { timeout: 5_000 }).toBeGreaterThan(0)
  const [first, ...others] = mine()
  if (!first) throw new Error('not heard')
  return { first, others, id }
}

describe('what people say on Lark', () => {
  test('@_user_1 begins @_user_10: eleven people called by their names, and us', async () => {
    const set = await open()
    const people = Array.from({ length: 10 }, (_, i) => ({ openId: `ou_p${i}`, name: `住户${i}` }))
    for (const one of people) {
      set.lark.addUser(one)
      set.lark.join('oc_group-1', one.openId)
    }
    const mentions = [...people.map(({ openId }) => openId), set.lark.bot]
    const { first } = await heard(set, { text: '都来看看', mentions })
    expect(first.mentionsUs).toBe(true)
    expect(first.text).toBe(`${people.map(({ name }) => `@${name}`).join(' ')} 都来看看`)
  })
  test('everybody is called by words', async () => {
    const set = await open()
    const { first } = await heard(set, { content: { text: '@_all 停水了' } })
    expect(first).toMatchObject({ text: '@所有人 停水了', mentionsUs: false })
  })
  test('a rich text with its title, links and mentions, and each of its pictures as a message of its own', async () => {
    const set = await open()
    const a = set.lark.say(inGroup({ type: 'image', file: jpeg }))
    const [image_key] = set.lark.message(a).files
    const content = {
      title: '楼道积水',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '小邻' },
          { tag: 'text', text: ' 二单元' },
        ],
        [{ tag: 'a', href: 'https://example.org/', text: '通知' }],
      ],
    }
    const { first } = await heard(set, { type: 'post', content, mentions: [set.lark.bot] })
    expect(first).toMatchObject({ type: 'text', mentionsUs: true })
    expect(first.text).toBe('楼道积水\n二单元\n通知 https://example.org/')
    expect(image_key).toBeDefined()
    const { first: words, others } = await heard(set, { type: 'post', text: '看图', file: jpeg })
    expect(words).toMatchObject({ type: 'text', text: '看图', media: expect.any(String) })
    expect(others).toEqual([])
  })
  test.each<[string, Partial<LarkUtterance>, Partial<HeardMessage>]>([
    ['a picture', { type: 'image', file: jpeg }, { type: 'image', text: '' }],
    ['a photo sent as a file', { type: 'file', file: jpeg }, { type: 'image', text: '' }],
    [
      'a file',
      { type: 'file', file: { ...jpeg, name: '清单.xlsx' } },
      { type: 'link', text: '清单.xlsx' },
    ],
    ['a voice', { type: 'audio', file: jpeg }, { type: 'voice', text: '' }],
    ['a video', { type: 'media', file: jpeg }, { type: 'video', text: '' }],
  ])('%s, with its bytes', async (_, what, wanted) => {
    const set = await open()
    const { first } = await heard(set, what)
    expect(first).toMatchObject(wanted)
    const stored = first.media && (await set.media.load(first.media))
    expect(stored && Buffer.from(stored.bytes)).toEqual(Buffer.from(jpeg.bytes))
  })
  test('a place, by its name', async () => {
    const set = await open()
    const place = { name: '幸福里5号楼', longitude: '117', latitude: '36' }
    const { first } = await heard(set, { type: 'location', place })
    expect(first).toMatchObject({ type: 'location', text: '幸福里5号楼' })
  })
  test('a sticker and what we do not know say nothing, and are kept', async () => {
    const set = await open()
    expect((await heard(set, { type: 'sticker' })).first).toMatchObject({
      type: 'system',
      text: '',
    })
    const odd = await heard(set, { type: 'text', content: { strange: true } })
    expect(odd.first).toMatchObject({ type: 'system', text: '' })
  })
  test('a talk that is forwarded to us in private is what we are told; in a group a paper', async () => {
    const set = await open()
    const forwards = ['5栋漏水', '三天了没人管'].map((text) => set.lark.say(inGroup({ text })))
    const told = await heard(set, { room: null, type: 'merge_forward', forwards })
    expect(told.first).toMatchObject({ type: 'text', text: '5栋漏水\n三天了没人管', room: null })
    const shown = await heard(set, { type: 'merge_forward', forwards })
    expect(shown.first).toMatchObject({ type: 'link', text: '5栋漏水\n三天了没人管' })
  })
  test('an answer to words of ours calls us, and has them before it', async () => {
    const set = await open()
    const to = { kind: 'room', channel: 'lark', room: 'oc_group-1', mention: null } as const
    await set.bot.channel.deliver(aParcel(to, '1027号请签收'))
    const [ours] = set.lark.messages('oc_group-1')
    const { first } = await heard(set, { text: '签收', quotes: ours?.id ?? '' })
    expect(first).toMatchObject({ mentionsUs: true, quotes: ours?.id })
    expect(first.text).toMatch(/^「小邻：1027号请签收」\n[- ]+\n签收$/)
  })
  test('an answer to a card of ours has its number before it, for Lark shows cards to nobody', async () => {
    const set = await open({}, { numberOf: async () => 1027 })
    const content = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '任务' }] } }
    const { appId, appSecret, endpoint: domain } = set.lark
    const gateway = await openGateway({ appId, appSecret, domain })
    const card = await gateway.send('oc_group-1', 'interactive', content, 'card-1')
    const { first } = await heard(set, { text: '办好了', quotes: card.message })
    expect(first.text).toMatch(/^「小邻：1027号」\n[- ]+\n办好了$/)
  })
  test('a recall that comes after a restart still has its sender and its chat', async () => {
    const set = await open()
    const { id } = await heard(set, { room: null, text: '说错了' })
    await set.restart()
    set.lark.recall(id)
    const recall = () => set.kept.find(({ recalls }) => recalls === id)
    await expect.poll(recall).toMatchObject({ type: 'recall', room: null })
    expect(recall()?.sender.id).toBe('ou_wang')
  })
  test('what the owner of a group takes away stays said', async () => {
    const set = await open()
    const { id } = await heard(set, { text: '物业不作为' })
    const recall = { message_id: id, chat_id: 'oc_group-1', recall_type: 'group_owner' }
    expect(await set.bring('im.message.recalled_v1', recall)).toBe(200)
    expect(set.kept.filter(({ type }) => type === 'recall')).toEqual([])
  })
  test('a file that cannot be had is told to the operator, and the message is kept', async () => {
    const set = await open()
    const body = { code: 234003, msg: 'File not in msg.' }
    set.lark.fault('resources.get', { kind: 'answer', status: 400, body }, 9)
    const { first } = await heard(set, { type: 'image', file: jpeg })
    expect(first).toMatchObject({ type: 'image', media: null })
    expect(set.reports).toContain('lark: the file of a message cannot be had')
  })
  test('of words with a picture that cannot be had the words are kept, and that there was one', async () => {
    const set = await open()
    const body = { code: 234003, msg: 'File not in msg.' }
    set.lark.fault('resources.get', { kind: 'answer', status: 400, body }, 9)
    const { id, first } = await heard(set, { type: 'post', text: '楼道灯坏了', file: jpeg })
    expect(first).toMatchObject({ type: 'text', text: '楼道灯坏了', media: null })
    const other = () => set.kept.find((one) => one.id === `${id}/1`)
    await expect.poll(other).toMatchObject({ type: 'image', text: '', media: null })
  })
  test('a file that is slow holds up a call for help for four seconds, and no longer', async () => {
    const set = await open()
    set.lark.fault('resources.get', { kind: 'delay', ms: 60_000 })
    const picture = set.lark.say(inGroup({ type: 'image', file: jpeg }))
    const help = set.lark.say(inGroup({ text: '着火了' }))
    const ids = () => set.kept.map(({ id }) => String(id))
    await expect.poll(ids, { timeout: 4_900 }).toEqual([help])
    await expect.poll(ids, { timeout: 8_000 }).toEqual([help, picture])
    expect(set.kept[1]?.media).not.toBe(null)
  }, 60_000)
  test('a person of another company, whom only the group knows by name', async () => {
    const set = await open()
    set.lark.addUser({ openId: 'ou_guest', name: '租户老何', tenantKey: 'tenant-else' })
    set.lark.join('oc_group-1', 'ou_guest')
    const { first } = await heard(set, { from: 'ou_guest', text: '路灯坏了' })
    expect(first.sender).toEqual({ id: 'ou_guest', name: '租户老何', alias: '' })
  })
  test('names that cannot be had hold up nothing', async () => {
    const set = await open()
    set.lark.fault('chats.members', { kind: 'delay', ms: 10_000 }, 99)
    set.lark.fault('users.get', { kind: 'delay', ms: 10_000 }, 99)
    const begin = performance.now()
    expect((await heard(set, { text: '路灯坏了' })).first.sender.name).toBe('')
    expect(performance.now() - begin).toBeLessThan(8_000)
  })
  test('groups that we join, that are renamed, that we lose', async () => {
    const news: RoomNews[] = []
    const set = await open({}, { onRoom: async (one) => void news.push(one) })
    set.lark.leave('oc_group-1', set.lark.bot)
    set.lark.join('oc_group-1', set.lark.bot)
    set.lark.rename('oc_group-1', '幸福里新群')
    set.lark.disband('oc_group-2')
    await set.lark.settled()
    const told = news.map(({ kind, room, name }) => `${kind} ${room} ${name}`)
    expect(told.sort()).toEqual([
      ...['added oc_group-1 幸福里业主群', 'disbanded oc_group-2 阳光花园群'],
      ...['removed oc_group-1 幸福里业主群', 'renamed oc_group-1 幸福里新群'],
    ])
  })
})
