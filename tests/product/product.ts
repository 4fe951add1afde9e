import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The product as an operator runs it: a process of its own. */
export interface Running {
  readonly pid: number
  /** All that it wrote, both streams, as it came. */
  readonly output: () => string
  /** Comes back when it says that it is up; throws with its output when it ends before that. */
  readonly up: Promise<void>
  /** How it ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>
  signal(signal: NodeJS.Signals): void
  /** Its terminal is closed: nobody takes what it says any more. */
  hangUp(): void
}

const started = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL') // of a test that failed in the middle
})

/** Starts `src/main.ts` with nothing set but what is given. */
export function runProduct(settings: Readonly<Record<string, string>>): Running {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_NO_WARNINGS: '1', PORT: '0', ...settings },
  })
  started.add(child)
  child.once('close', () => started.delete(child))
  const lines: string[] = []
  const heard = listen(child, lines)
  const ended = new Promise<number | NodeJS.Signals>((tell) =>
    child.once('close', (code, signal) => tell(signal ?? code ?? 0)),
  )
  const up = Promise.race([
    heard,
    ended.then((how) => {
      throw new Error(`ended with ${how} before it was up:\n${lines.join('\n')}`)
    }),
  ])
  up.catch(() => {}) // who kills it while it starts does not ask
  return {
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    up,
    ended,
    signal: (signal) => void child.kill(signal),
    hangUp() {
      child.stdout?.destroy()
      child.stderr?.destroy()
      child.kill('SIGHUP')
    },
  }
}

const listen = (child: ChildProcess, lines: string[]) =>
  new Promise<void>((tell) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line)
          if (line.startsWith('按 Ctrl-C')) tell()
        })
  })

/** A copy of the sample street in `folder`, one of its files changed. */
export function streetLike(
  folder: string,
  file: string,
  change: (text: string) => string,
): Readonly<{ LINLI_STREET: string }> {
  cpSync('db/sample-street', folder, { recursive: true })
  const path = join(folder, file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  return { LINLI_STREET: folder }
}

/** Processes, whoever started them, that have `word` in their command line: the database of a folder, above all. */
export const processesOf = (word: string): string[] =>
  (process.platform === 'linux' ? linuxCommands() : commands()).filter((line) =>
    line.includes(word),
  )

const commands = () =>
  execFileSync('ps', ['-Ao', 'pid=,command='], { encoding: 'utf8' }).split('\n')

const linuxCommands = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => `${pid} ${contents(`/proc/${pid}/cmdline`)}`)

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  } catch {
    return '' // it ended meanwhile
  }
}
