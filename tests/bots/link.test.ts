import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startGateway } from '../../bots/sandbox/gateway.ts'
import { simWorld } from '../../bots/sandbox/sim-world.ts'
import { noPace } from '../../bots/wechat/pace.ts'
import { startWechat } from '../../bots/wechat/wechat-bot.ts'
import type { WorldMessage } from '../../src/flows/ports/chat-world.ts'
import { village } from '../contracts/chat-world.ts'
import { botProcess, gatewayProcess } from './processes.ts'
import { aParcel, hasty, openInbox, openMedia, say } from './stage.ts'
import { openTidings } from './tidings.ts'

const scratch = mkdtempSync(join(tmpdir(), 'link-'))
const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})
afterAll(() => rmSync(scratch, { recursive: true }))

const soon = { timeout: 15_000, interval: 50 }
const start = village
const utter = (text: string) => ({ from: 'wang', room: 'group-1', type: 'text', text }) as const
const toWang = { kind: 'person', channel: 'wechat', account: 'wang' } as const

async function gatewayOf(settings: object) {
  const gateway = await gatewayProcess(settings, scratch)
  toClose.push(gateway.kill)
  return gateway
}
async function botAt(at: { endpoint: string; token: string }, replaySince?: Date) {
  const { inbox, kept, refuse } = openInbox()
  const reports: string[] = []
  const bot = await startWechat({
    ...{ endpoint: at.endpoint, token: at.token, botNames: [], inbox, media: openMedia(), say },
    ...{ clock: () => new Date(), pace: noPace, link: hasty, replaySince },
    ...{ tidings: openTidings().tidings, show: () => {} },
    report: (what) => reports.push(what),
  })
  toClose.push(bot.stop)
  return { bot, reports, refuse, kept: () => kept.map(({ text }) => text), messages: kept }
}

test('a server killed and started again: what was said meanwhile is heard, once', async () => {
  const folder = join(scratch, 'killed')
  const first = await gatewayOf({ start, folder })
  const { bot, kept, reports } = await botAt(first)
  await first.call('say', utter('一'))
  await expect.poll(kept, soon).toEqual(['一'])

  await first.kill()
  await expect.poll(() => bot.health().up, soon).toBe(false)
  const parcel = aParcel(toWang, '稍后再说')
  expect(await bot.channel.deliver(parcel)).toMatchObject({ ok: false, problem: { kind: 'later' } })

  const { endpoint, token } = first
  const port = Number(endpoint.split(':')[1])
  // the platform goes on while nobody is connected
  simWorld(start, () => new Date(), folder).say(utter('二'))
  const second = await gatewayOf({ start, folder, port, token })
  await expect.poll(kept, soon).toEqual(['一', '二'])
  await second.call('say', utter('三'))
  await expect.poll(kept, soon).toEqual(['一', '二', '三'])
  expect((await bot.channel.deliver(parcel)).ok).toBe(true)
  expect(reports.some((what) => what.startsWith('wechat: link down'))).toBe(true)
}, 60_000)

test('a server that comes late', async () => {
  const world = simWorld(village, () => new Date())
  const early = await startGateway(world)
  await early.stop()
  const { endpoint, token } = early
  const { bot, kept } = await botAt({ endpoint, token })
  expect(bot.health()).toMatchObject({ up: false, loggedIn: false })
  const late = await startGateway(world, { port: Number(endpoint.split(':')[1]), token })
  toClose.push(late.stop)
  await expect.poll(() => bot.health().loggedIn, soon).toBe(true)
  world.say(utter('终于'))
  await expect.poll(kept, soon).toEqual(['终于'])
}, 60_000)

test('a server that falls silent is noticed, and heard again when it speaks', async () => {
  const gateway = await gatewayOf({ start })
  const { bot, kept } = await botAt(gateway)
  await gateway.call('say', utter('一'))
  await expect.poll(kept, soon).toEqual(['一'])
  gateway.signal('SIGSTOP')
  await expect.poll(() => bot.health().up, soon).toBe(false)
  gateway.signal('SIGCONT')
  await expect.poll(() => bot.health().up, { timeout: 40_000 }).toBe(true)
  await gateway.call('say', utter('二'))
  await expect.poll(kept, soon).toEqual(['一', '二'])
}, 60_000)

test('a bot killed and started again hears what it missed', async () => {
  const gateway = await gatewayOf({ start })
  const settings = { ...gateway, inbox: join(scratch, 'inbox.jsonl') }
  const first = await botProcess(settings, scratch)
  const said = await gateway.call<WorldMessage>('say', utter('一'))
  await expect.poll(() => first.kept().map(({ id }) => id), soon).toEqual([said.id])
  await first.kill()
  await gateway.call('say', utter('二'))
  await gateway.call('say', utter('三'))
  expect(await gateway.call('loggedIn')).toBe(true)

  const { kept, messages } = await botAt(gateway, new Date(said.at))
  await expect.poll(kept, soon).toEqual(['一', '二', '三'])
  expect(messages[0]?.id).toBe(said.id)
}, 60_000)

test('letters of unknown fate: those that arrived are known by the platform showing them', async () => {
  const gateway = await gatewayOf({ start })
  const since = new Date()
  const first = await botAt(gateway)
  const [sent, lost] = [aParcel(toWang, '已登记：1004号'), aParcel(toWang, '已登记：1005号')]
  await first.bot.channel.deliver(sent)
  await first.bot.stop()
  const second = await botAt(gateway)
  expect(await second.bot.channel.arrived([sent, lost], since)).toEqual([sent.id])
  await gateway.call('faults', { forgetful: true })
  await second.bot.stop()
  const third = await botAt(gateway)
  expect(await third.bot.channel.arrived([sent, lost], since)).toEqual([])
}, 60_000)

test('stopping leaves the account logged in, and nothing unkept', async () => {
  const gateway = await gatewayOf({ start })
  const { bot, kept, refuse } = await botAt(gateway)
  refuse(() => true)
  await gateway.call('say', utter('停之前'))
  await expect.poll(() => bot.health().waiting, soon).toBe(1)
  const stopping = bot.stop()
  refuse(() => false)
  await stopping
  expect(kept()).toEqual(['停之前'])
  expect(await gateway.call('loggedIn')).toBe(true)
  await gateway.call('say', utter('停之后'))
  expect(bot.health()).toMatchObject({ up: false, waiting: 0 })
  const other = await botAt(gateway)
  await expect.poll(() => other.bot.health().loggedIn, soon).toBe(true)
  expect(kept()).toEqual(['停之前'])
}, 60_000)

test('stopping leaves nothing running, be the server there or not', async () => {
  const gateway = await gatewayOf({ start })
  const settings = { ...gateway, inbox: join(scratch, 'stopped.jsonl') }
  const one = await botProcess(settings, scratch)
  expect(await one.stop()).toBe(0)
  expect(await gateway.call('loggedIn')).toBe(true)
  const other = await botProcess(settings, scratch)
  await gateway.kill()
  expect(await other.stop()).toBe(0)
}, 60_000)

test('a second bot on the same account is not taken for connected', async () => {
  const gateway = await gatewayOf({ start })
  const first = await botAt(gateway)
  const second = await botAt(gateway)
  expect(first.bot.health().up).toBe(true)
  expect(second.bot.health().up).toBe(false)
  await first.bot.stop()
  await expect.poll(() => second.bot.health().loggedIn, soon).toBe(true)
}, 60_000)
