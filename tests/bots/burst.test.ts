import { afterEach, expect, test } from 'vitest'
import type { payloads } from 'wechaty-puppet'
import { startGateway } from '../../bots/sandbox/gateway.ts'
import { simWorld } from '../../bots/sandbox/sim-world.ts'
import { earOf } from '../../bots/wechat/ear.ts'
import { noPace } from '../../bots/wechat/pace.ts'
import { startWechat } from '../../bots/wechat/wechat-bot.ts'
import { TooLate } from '../../src/asking/within.ts'
import { messageId } from '../../src/domain/ids.ts'
import { village } from '../contracts/chat-world.ts'
import { aHeard } from '../support/builders.ts'
import { hasty, openInbox, openMedia, say } from './stage.ts'
import { openTidings } from './tidings.ts'

const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

/** Five groups of two hundred people whom the bot has never heard of. */
async function bigStreet() {
  const people = Array.from({ length: 1_000 }, (_, i) => ({ id: `p${i}`, name: `居民${i}` }))
  const rooms = Array.from({ length: 5 }, (_, room) => ({
    ...{ id: `room-${room}`, topic: `第${room}群` },
    members: people.slice(room * 200, room * 200 + 200).map(({ id }) => ({ id, alias: `a${id}` })),
  }))
  const world = simWorld({ bot: village.bot, people, rooms }, () => new Date())
  const gateway = await startGateway(world)
  toClose.push(gateway.stop)
  const { inbox, kept, refuse } = openInbox()
  const calls: number[] = []
  const bot = await startWechat({
    ...{ endpoint: gateway.endpoint, token: gateway.token, botNames: [], media: openMedia(), say },
    ...{ clock: () => new Date(), report: () => {}, pace: noPace, link: hasty },
    ...{ tidings: openTidings().tidings, show: () => {} },
    inbox: {
      keep(messages, now) {
        calls.push(messages.length)
        return inbox.keep(messages, now)
      },
    },
  })
  toClose.push(bot.stop)
  const utter = (i: number) => {
    const room = i % 5
    const from = `p${room * 200 + (Math.floor(i / 5) % 200)}`
    return world.say({ from, room: `room-${room}`, type: 'text', text: `第${i}条` }).id
  }
  return { world, gateway, bot, kept, refuse, calls, utter }
}
const inRoom = (messages: readonly { room: string | null; text: string }[], room: number) =>
  messages.filter((message) => message.room === `room-${room}`).map(({ text }) => text)

test('a thousand messages at once, of people never heard before: all kept, in order, many at a time', async () => {
  const { bot, kept, calls, utter } = await bigStreet()
  for (let i = 0; i < 1_000; i++) utter(i)
  await bot.settled()
  expect(kept).toHaveLength(1_000)
  for (let room = 0; room < 5; room++) {
    const said = Array.from({ length: 200 }, (_, i) => `第${i * 5 + room}条`)
    expect(inRoom(kept, room)).toEqual(said)
  }
  expect(kept[7]?.sender.alias).toMatch(/^ap\d+$/)
  expect(Math.max(...calls)).toBeGreaterThan(1)
  expect(Math.max(...calls)).toBeLessThanOrEqual(50)
}, 90_000)

test('the inbox refusing for a while loses nothing and turns nothing round', async () => {
  const { kept, refuse, utter, bot } = await bigStreet()
  let refusals = 0
  refuse(() => ++refusals < 5)
  for (let i = 0; i < 300; i++) utter(i)
  await expect.poll(() => kept.length, { timeout: 30_000 }).toBe(300)
  for (let room = 0; room < 5; room++) {
    expect(inRoom(kept, room)).toEqual(Array.from({ length: 60 }, (_, i) => `第${i * 5 + room}条`))
  }
  expect(refusals).toBeGreaterThanOrEqual(5)
  expect(bot.health()).toMatchObject({ failures: 0, waiting: 0 })
}, 60_000)

test('a message that cannot be written holds up no other', async () => {
  const { kept, refuse, utter, bot } = await bigStreet()
  const poison = utter(0)
  refuse((messages) => messages.some(({ id }) => id === poison))
  for (let i = 1; i < 100; i++) utter(i)
  await expect.poll(() => kept.length, { timeout: 30_000 }).toBe(99)
  const before = performance.now()
  utter(100)
  await expect.poll(() => kept.length, { timeout: 30_000 }).toBe(100)
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(bot.health().waiting).toBe(1)
  refuse(() => false)
  await expect.poll(() => kept.length, { timeout: 30_000 }).toBe(101)
}, 60_000)

test('a group that changes is asked again', async () => {
  const { world, kept, utter } = await bigStreet()
  utter(0)
  await expect.poll(() => kept.at(-1)?.sender.alias).toBe('ap0')
  world.join('room-0', 'p0', '5-2-301刘')
  world.rename('p0', '刘洋')
  await new Promise((done) => setTimeout(done, 300))
  utter(0)
  await expect
    .poll(() => kept.at(-1)?.sender, { timeout: 5_000 })
    .toEqual({
      ...{ id: 'p0', name: '刘洋', alias: '5-2-301刘' },
    })
}, 60_000)

test('a message that is never answered is waited for while the link is down, and given up on a live one', async () => {
  const kept: string[] = []
  const reports: string[] = []
  let isUp = false
  let asked = 0
  const ear = earOf({
    async load(id) {
      if (id !== 'bad') return { id, talkerId: 'wang' } as payloads.Message
      asked++
      throw new TooLate(1)
    },
    isUp: () => isUp,
    isToKeep: () => true,
    translate: async ({ id }) => aHeard('好', { id: messageId(id) }),
    chatOf: ({ id }) => id,
    keep: ({ id }) => void kept.push(id),
    report: (what) => void reports.push(what),
  })
  for (const id of ['a', 'bad', 'c', 'd']) ear.hear(id)
  await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(6)
  expect(kept).toEqual(['a'])
  isUp = true
  await expect.poll(() => kept, { timeout: 10_000 }).toEqual(['a', 'c', 'd'])
  expect(reports).toEqual(['wechat: an announced message cannot be loaded'])
  expect(ear.hear('bad')).toBe(true) // announced again, it is asked for again
  ear.stop()
}, 60_000)
