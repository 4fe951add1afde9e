import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterEach, describe, expect, test } from 'vitest'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { running } from '../../db/embedded/server.ts'
import { aFolder } from '../support/postgres.ts'
import { type Child, run } from './processes/child.ts'

const folders: string[] = []
const children: Child[] = []
const place = () => {
  const folder = aFolder()
  folders.push(folder)
  return join(folder, 'postgres')
}
const hold = (dir: string) => {
  const child = run('hold.ts', [dir])
  children.push(child)
  return child
}

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
  for (const folder of folders.splice(0)) {
    const dir = join(folder, 'postgres')
    if (serversAt(dir).length > 0) await (await ensurePostgres({ dir })).stop() // the last one ends it
    rmSync(folder, { recursive: true, force: true })
  }
})

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 5 })
  try {
    const [row] = await sql.unsafe(question)
    return row?.answer
  } finally {
    await sql.end()
  }
}

/** The processes of the cluster: the server and its helpers all stand in its folder. */
const serversAt = (dir: string) =>
  readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(dir, 'data'))
    } catch {
      return false
    }
  })

describe('the embedded PostgreSQL', () => {
  test('is made, answers, sorts and counts Chinese, and is gone when stopped', async () => {
    const dir = place()
    const { url, stop } = await ensurePostgres({ dir })
    expect(await ask(url, "select upper('ä') || length('路灯') as answer")).toBe('Ä2')
    expect(await ask(url, "select current_setting('fsync') as answer")).toBe('on')
    expect(serversAt(dir)).toHaveLength(1)
    await stop()
    await stop()
    expect(serversAt(dir)).toEqual([])
    await expect(ask(url, 'select 1 as answer')).rejects.toThrow()
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'goes with a command that is ended by %s, also while it comes up',
    async (signal) => {
      const dir = place()
      const early = hold(dir)
      await expect.poll(() => serversAt(dir).length).toBeGreaterThan(0)
      early.process.kill(signal)
      await early.ended
      expect(serversAt(dir)).toEqual([])
      const late = hold(dir)
      await late.line()
      late.process.kill(signal)
      await late.ended
      expect(late.process.signalCode).toBe(signal)
      expect(serversAt(dir)).toEqual([])
    },
  )

  test('keeps what was written from one start to the next', async () => {
    const dir = place()
    const first = await ensurePostgres({ dir })
    await ask(first.url, 'create table t as select 7 as n')
    await first.stop()
    const second = await ensurePostgres({ dir })
    expect(await ask(second.url, 'select n as answer from t')).toBe(7)
    await second.stop()
  })

  test('lets nobody in without its password', async () => {
    const { url, stop } = await ensurePostgres({ dir: place() })
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'select 1 as answer')).rejects.toThrow(/password/)
    await stop()
  })

  test('is one server when four processes start on an empty folder together', async () => {
    const dir = place()
    const four = [1, 2, 3, 4].map(() => hold(dir))
    const urls = await Promise.all(four.map((child) => child.line()))
    expect(new Set(urls).size).toBe(1)
    expect(await ask(urls[0] ?? '', 'select 1 as answer')).toBe(1)
    expect(serversAt(dir)).toHaveLength(1)
    expect(readdirSync(join(dir, '..'))).toEqual(['postgres'])
  })

  test('runs on while anybody uses it, and ends with the last', async () => {
    const dir = place()
    const [one, two] = [hold(dir), hold(dir)]
    const url = await one.line()
    await two.line()
    one.tell('stop')
    expect(await one.line()).toBe('stopped')
    expect(await ask(url, 'select 1 as answer')).toBe(1)
    two.tell('stop')
    expect(await two.line()).toBe('stopped')
    expect(serversAt(dir)).toEqual([])
  })

  test('leaves nothing behind when all let go at the same moment', async () => {
    const dir = place()
    const three = [hold(dir), hold(dir), hold(dir)]
    for (const child of three) await child.line()
    for (const child of three) child.tell('stop')
    for (const child of three) expect(await child.line()).toBe('stopped')
    expect(serversAt(dir)).toEqual([])
  })

  test('outlives the killed process that started it, and is taken over', async () => {
    const dir = place()
    const starter = hold(dir)
    const url = await starter.line()
    await ask(url, 'create table t as select 7 as n')
    await starter.kill()
    const next = await ensurePostgres({ dir })
    expect(next.url).toBe(url)
    expect(await ask(next.url, 'select n as answer from t')).toBe(7)
    await next.stop()
    expect(serversAt(dir)).toEqual([])
  })

  test('comes back at the same address when it is killed under its users', async () => {
    const dir = place()
    const { url, stop } = await ensurePostgres({ dir })
    await ask(url, 'create table t as select 7 as n')
    const before = running(dir)?.pid ?? 0
    process.kill(before, 'SIGKILL')
    await expect
      .poll(() => ask(url, 'select n as answer from t').catch(() => 'down'), { timeout: 30_000 })
      .toBe(7)
    expect(running(dir)?.pid).not.toBe(before)
    await stop()
    expect(serversAt(dir)).toEqual([])
  })

  test.each([
    [
      'a stranger has the number of the server that crashed',
      (file: string, pid: number) =>
        writeFileSync(file, readFileSync(file, 'utf8').replace(`${pid}`, `${process.ppid}`)),
    ],
    ['a start that failed took its file of the pid along', (file: string) => rmSync(file)],
  ])('starts, at the same address, although %s', async (_, spoil) => {
    const dir = place()
    const crashed = hold(dir)
    const address = await crashed.line()
    const { pid = 0 } = running(dir) ?? {}
    await crashed.kill()
    process.kill(pid, 'SIGKILL')
    while (serversAt(dir).length > 0) await sleep(20)
    spoil(join(dir, 'data', 'postmaster.pid'), pid)
    const { url, stop } = await ensurePostgres({ dir })
    expect(url).toBe(address)
    expect(await ask(url, 'select 1 as answer')).toBe(1)
    await stop()
  })

  test('is not disturbed by processes killed while they made it', async () => {
    const dir = place()
    for (const delay of [300, 500, 700, 900]) {
      const child = hold(dir)
      await sleep(delay)
      await child.kill()
    }
    const { url, stop } = await ensurePostgres({ dir })
    expect(await ask(url, 'select 1 as answer')).toBe(1)
    await stop()
    expect(serversAt(dir)).toEqual([])
  })

  test('says in one sentence that this machine has no binaries', async () => {
    const { arch } = process
    Object.defineProperty(process, 'arch', { value: 'abacus' })
    try {
      await expect(ensurePostgres({ dir: place() })).rejects.toThrow(
        /linux-abacus）没有内置的 PostgreSQL.*set DATABASE_URL/,
      )
    } finally {
      Object.defineProperty(process, 'arch', { value: arch })
    }
  })

  test.runIf(process.getuid?.() === 0)(
    'says which folder its own account cannot enter',
    async () => {
      const dir = place()
      chmodSync(dirname(dir), 0o700)
      await expect(ensurePostgres({ dir })).rejects.toThrow(
        /进不了.*cannot enter.*\/var\/lib\/linli/,
      )
    },
  )

  test('says in one sentence that data of another version is not its own', async () => {
    const dir = place()
    await (await ensurePostgres({ dir })).stop()
    const file = join(dir, 'data', 'PG_VERSION')
    const version = readFileSync(file, 'utf8')
    writeFileSync(file, '14\n')
    await expect(ensurePostgres({ dir })).rejects.toThrow(
      /由 PostgreSQL 14 创建.*made by PostgreSQL 14/,
    )
    writeFileSync(file, version)
  })
})
