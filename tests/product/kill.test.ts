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
import { audit, saidToUs } from './audit.ts'
import { randomFrom, steadyLoad } from './load.ts'
import { processesOf, type Running, runProduct, streetLike } from './product.ts'

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const kills = 22
const everyMs = 150
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

  await stopped(await started())
  const load = steadyLoad(platform.world, random, everyMs)
  for (let killed = 0; killed < kills; killed += 1) {
    const bot = runProduct(settings)
    const whileStarting = killed % 4 === 3
    if (whileStarting) await pause(500 + random() * 3_000)
    else {
      await bot.up
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
  const isSettled = async () => {
    const waiting = await stores.inbox.waiting(1)
    const letters = await stores.outbox.letters({})
    return waiting.length === 0 && letters.every(({ state }) => state !== 'pending')
  }
  const giveUpAt = Date.now() + 120_000
  for (let calm = 0; calm < 5; calm = (await isSettled()) ? calm + 1 : 0) {
    await pause(300)
    if (Date.now() > giveUpAt) break
  }
  await stopped(bot)
  const faults = await audit(database.url, stores, platform.world, load.petitions)
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
  expect(processesOf(folder)).toEqual([])
}, 600_000)

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
