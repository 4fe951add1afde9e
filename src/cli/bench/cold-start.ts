import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from './databases.ts'
import { descendantsOf, processes } from './processes.ts'

/** One start of the product in a process of its own. */
export interface Start {
  /** Until it says where its pages are. */
  readonly startMs: number
  /** Memory of the Node process a second later; PostgreSQL has its own. */
  readonly rssMiB: number
  /** From Ctrl-C until it has ended. */
  readonly stopMs: number
  /** What of it was still running two seconds after it had ended. */
  readonly leftRunning: readonly string[]
}

const root = join(import.meta.dirname, '..', '..', '..')
const patienceMs = 120_000

/** Starts the product in an empty folder, which makes its database, and again in the same folder. */
export async function measureColdStart(): Promise<{
  readonly first: Start
  readonly second: Start
}> {
  const folder = await temporaryFolder()
  try {
    return { first: await startOnce(folder), second: await startOnce(folder) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function startOnce(folder: string): Promise<Start> {
  const begun = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', 'main.ts')], {
    cwd: root,
    env: { ...withoutOurSettings(process.env), LINLI_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  try {
    await saysItsAddress(child)
    const startMs = performance.now() - begun
    await sleep(1_000)
    const all = processes()
    const ours = descendantsOf(child.pid ?? 0, all)
    const rss = all.find(({ pid }) => pid === child.pid)?.rss ?? Number.NaN
    const asked = performance.now()
    child.kill('SIGINT')
    await Promise.race([ended, tooLate('the product did not stop')])
    const stopMs = performance.now() - asked
    await sleep(2_000)
    const leftRunning = processes()
      .filter(({ pid, command }) => ours.some((p) => p.pid === pid) || command.includes(folder))
      .map(({ command }) => command)
    return { startMs, rssMiB: rss / 1024, stopMs, leftRunning }
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}

async function saysItsAddress({ stdout, stderr }: ChildProcess): Promise<void> {
  let said = ''
  const heard = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (/http:\/\/\S+:\d+/.test(said)) resolve()
    }
    stdout?.on('data', hear)
    stderr?.on('data', hear)
    stdout?.once('end', () => reject(new Error(`the product did not start: ${said}`)))
  })
  await Promise.race([heard, tooLate('the product did not start')])
}

const tooLate = async (what: string): Promise<never> => {
  await sleep(patienceMs, undefined, { ref: false })
  throw new Error(`${what} within ${patienceMs / 1000} s`)
}

/** The product with its defaults, whatever is set around us. */
const withoutOurSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(LINLI_|WECHAT_|DATABASE_URL$|HOST$)/.test(name)),
  )
