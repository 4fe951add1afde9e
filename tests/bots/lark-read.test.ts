import { expect, onTestFinished, test } from 'vitest'
import type { PersonReach, Reach } from '../../src/flows/ports/channels.ts'
import { larkSet } from './lark-stage.ts'
import { aParcel } from './stage.ts'
import { openTidings } from './tidings.ts'

const wang: PersonReach = { kind: 'person', channel: 'lark', account: 'ou_wang' }
const group: Reach = { kind: 'room', channel: 'lark', room: 'oc_group-1', mention: 'ou_wang' }

async function open(mode: 'socket' | 'webhook') {
  const { tidings, told } = openTidings()
  const set = await larkSet(mode, {}, { tidings })
  onTestFinished(set.close)
  return { ...set, set, told }
}

test.each(['socket', 'webhook'] as const)(
  'who opens their chat has read what was said there, which Lark tells once (%s)',
  async (mode) => {
    const { set, told, kept } = await open(mode)
    const { lark, bot } = set
    const first = await bot.channel.deliver(aParcel(wang, '已登记'))
    const second = await bot.channel.deliver(aParcel(wang, '已签收'))
    const inGroup = await bot.channel.deliver(aParcel(group, '已登记，谢谢'))
    expect(inGroup).toEqual({ ok: true, value: undefined })
    const ids = lark.messages('ou_wang').map(({ id }) => id)
    expect([first, second]).toEqual(ids.map((value) => ({ ok: true, value })))
    lark.inbound.duplicate = true
    lark.open('ou_wang')
    lark.open('ou_wang')
    await lark.settled()
    const read = { account: 'ou_wang', messages: ids, at: expect.any(Date) }
    expect(told.read).toEqual([read, read]) // one event, brought twice
    expect(Math.abs(Number(told.read[0]?.at) - Date.now())).toBeLessThan(60_000)
    await bot.settled()
    expect(kept).toEqual([])
    expect(lark.pending()).toEqual([])
  },
)

test('a reading of strange form is taken and left; one of another app, or that cannot be kept, is not', async () => {
  const { set, told } = await open('webhook')
  const event = (but: object) => ({
    reader: { reader_id: { open_id: 'ou_wang' }, read_time: '1772413200000', ...but },
    message_id_list: ['om_../../contact/v3/users', 'om_1', 'x'.repeat(300)],
  })
  const type = 'im.message.message_read_v1'
  expect(await set.bring(type, event({}))).toBe(200)
  expect(told.read).toEqual([
    { account: 'ou_wang', messages: ['om_1'], at: new Date(1_772_413_200_000) },
  ])
  for (const odd of [{ read_time: 'soon' }, { read_time: '9'.repeat(20) }, { reader_id: {} }])
    expect(await set.bring(type, event(odd))).toBe(200)
  expect(await set.bring(type, { ...event({}), message_id_list: null })).toBe(200)
  expect(await set.bring(type, { ...event({}), message_id_list: [] })).toBe(200)
  expect(told.read).toHaveLength(1)
  expect(set.reports.filter((one) => one.includes('reading'))).toHaveLength(4)
  expect(await set.lark.forge('badSignature')).toBe(401)
})

test('what could not be kept Lark brings again', async () => {
  const { tidings, told } = openTidings()
  let away = true
  const read: typeof tidings.read = async (...what) => {
    if (away) throw new Error('the database is away')
    await tidings.read(...what)
  }
  const set = await larkSet('webhook', {}, { tidings: { ...tidings, read } })
  onTestFinished(set.close)
  await set.bot.channel.deliver(aParcel(wang, '已登记'))
  set.lark.open('ou_wang')
  await set.lark.settled()
  expect(set.lark.pending()).toHaveLength(1)
  away = false
  await set.lark.advance(15_000)
  expect(set.lark.pending()).toEqual([])
  expect(told.read).toHaveLength(1)
})

test('a letter that was found in the chat afterwards is known by its message, too', async () => {
  const { set } = await open('webhook')
  const { lark, bot } = set
  lark.say({ from: 'ou_wang', room: null, type: 'text', text: '你好' }) // now the chat is known
  await lark.settled()
  const since = new Date()
  const [mine, inGroup] = [aParcel(wang, '催办：1003号'), aParcel(group, '已登记，谢谢')]
  await bot.channel.deliver(inGroup)
  lark.fault('messages.create', { kind: 'commitThenFail' }, 3)
  expect(await bot.channel.deliver(mine)).toMatchObject({ problem: { mayHaveGone: true } })
  expect(await bot.channel.arrived([mine, inGroup], since)).toEqual([mine.id, inGroup.id])
  expect(bot.channel.messageOf?.(mine.id)).toBe(lark.messages('ou_wang').at(-1)?.id)
  expect(bot.channel.messageOf?.(inGroup.id)).toBeUndefined()
})
