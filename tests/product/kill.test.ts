import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { openStores } from '../../db/stores/open-stores.ts'
import { readStreet } from '../../db/street/read-street.ts'
import type { Street } from '../../db/street/to-street.ts'
import { openSandbox, type Sandbox } from '../../src/sandbox.ts'
import { aFolder } from '../support/postgres.ts'
import { audit, saidToUs, undone } from './audit.ts'
import { randomFrom, steadyLoad } from './load.ts'
import { processesOf, type Running, runProduct, streetLike } from './product.ts'

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const kills = 12
const everyMs = 150
/** For each life, however slowly it starts: what was said must be read in the end. */
const saidPerLife = 35
/** Nothing read and nothing sent for so long: it will not be. */
const stuckMs = 60_000
const folder = aFolder()
const data = join(folder, 'data')

let street: Street
let platform: Sandbox
let settings: Readonly<Record<string, string>>

/** No quiet hours while the test runs, no digest to wait for, and limits so short that the clock has something to do, too. */
const restless = (policies: string) => {
  const inHours = (hours: number) =>
    `${(new Date().getUTCHours() + 8 + hours) % 24}`.padStart(2, '0')
  return policies
    .replace(/quiet_hours: .*/, `quiet_hours: {from: "${inHours(6)}:00", to: "${inHours(7)}:00"}`)
    .replace(/^pings: .*/m, `pings: {per_day: 9999, digest_at: [], brief_at: "${inHours(8)}:00"}`)
    .replace(/^quick:\n {2}accept: \S+/m, 'quick:\n  around_the_clock: true\n  accept: 1m')
    .replace(/(^quick:[\s\S]*?remind_at: )\[.*?\]/m, '$1[0.1, 0.4]')
}

beforeAll(async () => {
  const own = streetLike(join(folder, 'street'), 'policies.yaml', restless)
  const read = await readStreet(own.LINLI_STREET)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  street = read.value
  platform = await openSandbox(street, '邻里小助手', () => new Date())
  const { endpoint, token } = platform.gateway
  settings = {
    ...own,
    LINLI_DATA: data,
    WECHAT_ENDPOINT: endpoint,
    WECHAT_TOKEN: token,
    WECHAT_PACE: 'none',
  }
})

afterAll(async () => {
  await platform.gateway.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('killed again and again under load, nothing is lost, doubled or half done', async () => {
  const random = randomFrom(seed)
  const diary = [`seed ${seed} (KILL_SEED)`]
  const reports: string[] = []
  const began = Date.now()
  const note = (what: string) => diary.push(`${((Date.now() - began) / 1000).toFixed(1)}s ${what}`)

  const first = await started()
  const answered = speaks()
  platform.world.say({ from: 'wx-r-003', room: null, type: 'text', text: '你好' })
  await answered // before it ever heard anything, there is no moment from which to ask what it missed
  await stopped(first)
  const load = steadyLoad(platform.world, street, random, everyMs)
  load.goOnTo(saidPerLife)
  for (let killed = 0; killed < kills; killed += 1) {
    const bot = runProduct(settings)
    const whileStarting = killed % 4 === 3
    if (whileStarting) await pause(500 + random() * 3_000)
    else {
      await bot.up
      await speaks()
      await pause(random() * 1_500)
    }
    const database = killed % 6 === 2 || killed % 8 === 5 ? postmaster() : undefined
    if (database) {
      process.kill(database, 'SIGKILL')
      note(`database ${database} killed`)
      await pause(killed % 6 === 2 ? 0 : 1_500) // at once with the bot, or while it lives on
    }
    bot.signal('SIGKILL')
    await bot.ended
    reports.push(
      ...bot
        .output()
        .split('\n')
        .filter((line) => /^\d{4}-/.test(line)),
    )
    note(
      `bot ${bot.pid} killed ${whileStarting ? 'while it started' : 'at work'}, ${load.count()} said`,
    )
    await pause(random() * 300)
    load.goOnTo((killed + 2) * saidPerLife)
  }
  load.stop()

  const bot = await started()
  const database = await ensurePostgres({ dir: join(data, 'postgres') })
  const mediaFolder = join(data, 'media')
  const stores = await openStores({
    url: database.url,
    tenant: street.book.tenant,
    mediaFolder,
    newId: v7,
  })
  let [calm, last, movedAt] = [0, '', Date.now()]
  while (calm < 5 && Date.now() - movedAt < stuckMs) {
    await pause(300)
    const { unread, unsent } = await undone(database.url, platform.world)
    calm = unread + unsent === 0 ? calm + 1 : 0
    if (last !== `${unread} ${unsent}`) [last, movedAt] = [`${unread} ${unsent}`, Date.now()]
  }
  await stopped(bot)
  const faults = await audit(database.url, stores, platform.world, load.petitions, load.voices)
  const letters = await stores.outbox.letters({})
  note(
    `${saidToUs(platform.world).length} heard, ${load.petitions.size} matters, ${letters.length} letters`,
  )
  await stores.close()
  await database.stop()

  if (faults.length > 0) console.log([...diary, ...faults, ...reports, bot.output()].join('\n'))
  else console.log(diary.join('\n'))
  expect(faults).toEqual([])
  expect(load.petitions.size).toBeGreaterThan(50)
  expect(letters.length).toBeGreaterThan(200)
  expect(load.voices.votes.length).toBeGreaterThan(0)
  expect(processesOf(folder)).toEqual([])
}, 600_000)

/** Comes back when more has been said by the bot: up, it has yet to hear. What never speaks is killed all the same. */
async function speaks(): Promise<void> {
  const before = spoken()
  for (let i = 0; i < 50 && spoken() === before; i += 1) await pause(200)
}

const spoken = () =>
  platform.world
    .happenings(new Date(0))
    .filter((one) => one.kind === 'said' && one.message.from === platform.world.bot).length

async function started(): Promise<Running> {
  const bot = runProduct(settings)
  await bot.up
  return bot
}

async function stopped(bot: Running): Promise<void> {
  bot.signal('SIGINT')
  expect(await bot.ended).toBe(0)
}

function postmaster(): number | undefined {
  try {
    return Number(
      readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
  } catch {
    return undefined // not up at this moment
  }
}
