import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A program of ours in a process that is killed and started again, always in the same way. */
export interface Child {
  readonly name: string
  /** Whether it is up: it said its line and nobody killed it since. */
  isUp(): boolean
  /** kill -9; comes back when it is gone. */
  kill(): Promise<void>
  /** Comes back when it is up. Throws when it ends before. */
  start(): Promise<void>
  /** Asks it to stop, and kills it when it does not; answers what was wrong with its end, null: nothing. */
  stop(): Promise<string | null>
  /** How it ended whenever it was up and nobody had asked it to end: each is a fault. */
  readonly crashes: readonly string[]
  /** The line by which it said that it is up. */
  line(): string
  /** What it told the operator, all lives together. */
  readonly told: string[]
}

interface Program {
  readonly name: string
  readonly script: string
  /** Written to `file`, which the script gets as its argument. */
  readonly settings?: { readonly file: string; readonly value: object }
  readonly env?: Readonly<Record<string, string>>
  /** By which line it says that it is up. */
  readonly up: (line: string) => boolean
}

const patienceMs = 30_000

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<number | NodeJS.Signals>
  /** Whether we want its end. */
  isAsked: boolean
}

export function childOf({ name, script, settings, env = {}, up }: Program): Child {
  const told: string[] = []
  const crashes: string[] = []
  let running: Running | null = null
  let said: string | null = null
  const begin = (tell: (line: string) => void) => {
    if (settings) writeFileSync(settings.file, JSON.stringify(settings.value))
    const { PATH = '', HOME = '' } = process.env
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, ...(settings ? [settings.file] : [])],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME, NODE_NO_WARNINGS: '1', ...env } },
    )
    children.add(child)
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        if (up(line)) {
          said = line
          tell(line)
        } else told.push(line)
      })
    const ended = new Promise<number | NodeJS.Signals>((done) =>
      child.once('close', (code, signal) => {
        children.delete(child)
        if (said !== null && !life.isAsked) crashes.push(`ended by itself with ${signal ?? code}`)
        said = null
        if (running === life) running = null
        done(signal ?? code ?? 0)
      }),
    )
    const life: Running = { child, ended, isAsked: false }
    running = life
    return ended
  }
  return {
    ...{ name, told, crashes },
    isUp: () => said !== null,
    line: () => said ?? '',
    async start() {
      const before = told.length
      await new Promise<void>((done, fail) => {
        void begin(() => done()).then((how) =>
          fail(
            new Error(
              `${name} ended with ${how} before it was up:\n${told.slice(before).slice(-20).join('\n')}`,
            ),
          ),
        )
      })
    },
    async kill() {
      await endOf(running, 'SIGKILL')
    },
    async stop() {
      const life = running
      const late = setTimeout(() => life?.child.kill('SIGKILL'), patienceMs)
      const how = await endOf(life, 'SIGINT')
      clearTimeout(late)
      return how === 0 ? null : `asked to stop it ended with ${how}`
    },
  }
}

/** Answers 0 for a program that does not run. */
async function endOf(life: Running | null, signal: NodeJS.Signals) {
  if (!life) return 0
  life.isAsked = true
  life.child.kill(signal)
  return await life.ended
}
