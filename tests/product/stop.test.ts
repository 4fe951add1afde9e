import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { aFolder } from '../support/postgres.ts'
import { processesOf, runProduct } from './product.ts'

const folders: string[] = []
const folder = () => {
  const made = aFolder()
  folders.push(made)
  return made
}

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

test('a second start finds what the first one kept, and each leaves nothing running, also where its terminal is closed', async () => {
  const own = folder()
  const data = join(own, 'data')
  const counts: unknown[] = []
  for (const isHungUp of [false, true]) {
    const bot = runProduct({ LINLI_DATA: data })
    await bot.up
    expect(processesOf(own).length).toBeGreaterThan(0)
    if (isHungUp) bot.hangUp()
    else bot.signal('SIGINT')
    expect(await bot.ended).toBe(0)
    if (!isHungUp) expect(bot.output()).toContain('已停止')
    expect(processesOf(own)).toEqual([])
    counts.push(await countsIn(data))
  }
  expect(counts[0]).toMatchObject({ books: 1 })
  expect(counts[1]).toEqual(counts[0])
}, 120_000)

test('who asks it to stop while it starts gets a clean stop, too', async () => {
  const own = folder()
  const bot = runProduct({ LINLI_DATA: join(own, 'data') })
  while (!existsSync(join(own, 'data', 'postgres', 'data', 'postmaster.pid'))) await pause(20)
  bot.signal('SIGINT')
  expect(await bot.ended).toBe(0)
  expect(processesOf(own)).toEqual([])
}, 120_000)

test('who asks again while it stops is told to wait, and nothing is left running', async () => {
  const own = folder()
  const bot = runProduct({ LINLI_DATA: join(own, 'data') })
  await bot.up
  bot.signal('SIGINT')
  while (!bot.output().includes('正在停止')) await pause(5)
  bot.signal('SIGINT')
  expect(await bot.ended).toBe(0)
  expect(bot.output()).toContain('请稍候')
  expect(processesOf(own)).toEqual([])
}, 120_000)

test('with DATABASE_URL it uses that server, and leaves it running', async () => {
  const [own, elsewhere] = [folder(), folder()]
  const server = await ensurePostgres({ dir: join(elsewhere, 'postgres') })
  const data = join(own, 'data')
  const bot = runProduct({ LINLI_DATA: data, DATABASE_URL: server.url })
  await bot.up
  expect(existsSync(join(data, 'postgres'))).toBe(false)
  bot.signal('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(bot.output()).not.toContain(new URL(server.url).password)
  expect(await counted(server.url)).toMatchObject({ books: 1 })
  await server.stop()
  expect(processesOf(own)).toEqual([])
  expect(processesOf(elsewhere)).toEqual([])
}, 120_000)

async function countsIn(data: string) {
  const server = await ensurePostgres({ dir: join(data, 'postgres') })
  try {
    return await counted(server.url)
  } finally {
    await server.stop()
  }
}

async function counted(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`
      select (select count(*)::int from rulebook) as books, (select count(*)::int from person) as people,
        (select count(*)::int from room_alias) as rooms, (select count(*)::int from inbox) as heard`
    return row
  } finally {
    await sql.end()
  }
}
