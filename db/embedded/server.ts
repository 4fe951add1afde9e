import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { paths } from './cluster.ts'

export interface Running {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** The server at this data folder, whoever started it; undefined when there is none. */
export function running(dir: string): Running | undefined {
  const lines = pidFile(dir)?.split('\n')
  if (!lines || !isOurServer(Number(lines[0]), paths(dir).data)) return undefined
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Starts the server, or finds one running or being started by another process, and waits until it is ready. */
export async function start(dir: string, postgres: string, account: Account): Promise<Running> {
  const begun = Date.now()
  let child: { readonly over: () => boolean } | undefined
  for (;;) {
    const found = running(dir)
    if (found?.ready) return found
    const patience = found || child?.over() === false ? 600_000 : 60_000 // recovery after a crash takes its time
    if (Date.now() - begun > patience)
      throw new Error(
        `数据库没有启动，详见 ${paths(dir).log} The database did not start: ${lastLines(dir)}`,
      )
    if (!found && (child === undefined || child.over())) {
      if (child) await sleep(200)
      const port = await freePort(dir)
      clearStalePidFile(dir)
      child = launch(dir, postgres, port, account)
    }
    await sleep(30)
  }
}

/** Ends the server the fast way: open transactions are rolled back, everything is flushed; waits until it is gone. */
export async function stop(dir: string): Promise<void> {
  const found = running(dir)
  if (!found) return
  try {
    process.kill(found.pid, 'SIGINT')
  } catch {
    return // it ended by itself
  }
  while (isOurServer(found.pid, paths(dir).data)) await sleep(20)
}

function launch(dir: string, postgres: string, port: number, account: Account) {
  const log = openLog(dir)
  const child = spawn(
    postgres,
    [
      '-D',
      paths(dir).data,
      '-p',
      `${port}`,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    { ...account, cwd: dir, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  child.unref()
  let failed = false
  child.on('error', () => {
    failed = true
  })
  return { over: () => failed || child.exitCode !== null || child.signalCode !== null }
}

/** The same port as before where it is free, so that clients find their server again; else any free one. */
async function freePort(dir: string): Promise<number> {
  const last = Number(/"-p" "(\d+)"/.exec(optionsOfLast(dir))?.[1] ?? 0)
  return (last > 0 && (await listenOnce(last))) || (await listenOnce(0)) || 0
}

/** How the server was started the last time. Unlike the file of its pid this outlives a start that fails. */
function optionsOfLast(dir: string): string {
  try {
    return readFileSync(join(paths(dir).data, 'postmaster.opts'), 'utf8')
  } catch {
    return ''
  }
}

const listenOnce = (port: number): Promise<number | undefined> =>
  new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => answer(typeof address === 'object' ? address?.port : undefined))
    })
  })

function pidFile(dir: string): string | undefined {
  try {
    return readFileSync(join(paths(dir).data, 'postmaster.pid'), 'utf8')
  } catch {
    return undefined
  }
}

/** Whether the process lives and is a PostgreSQL of this data folder: after a crash its number may be another's. */
function isOurServer(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return commandOf(pid).includes(data)
  } catch {
    return false
  }
}

const commandOf = (pid: number): string =>
  process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : execFileSync('ps', ['-p', `${pid}`, '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' })

/**
 * After a crash PostgreSQL refuses to start while another process of the same user has the number of the dead server,
 * as happens in containers. We know better whose it is, and put the file out of the way.
 */
function clearStalePidFile(dir: string) {
  const before = pidFile(dir)
  if (before === undefined || running(dir)) return
  const file = join(paths(dir).data, 'postmaster.pid')
  const aside = `${file}.stale-${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== before) renameSync(aside, file) // a server that started just now
  } catch {
    // Somebody else cleared it.
  }
}

function openLog(dir: string): number {
  const { log } = paths(dir)
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`)
  return openSync(log, 'a', 0o600)
}

const lastLines = (dir: string): string =>
  existsSync(paths(dir).log)
    ? readFileSync(paths(dir).log, 'utf8').split('\n').slice(-6).join('\n')
    : 'no log'
