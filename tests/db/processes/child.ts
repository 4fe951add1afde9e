import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program of this folder in a process of its own. */
export interface Child {
  readonly process: ChildProcess
  /** The next line it says; rejects when it ends before. */
  line(): Promise<string>
  /** All it says from now on, till its end. */
  rest(): Promise<string[]>
  tell(line: string): void
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>
  readonly ended: Promise<void>
}

export function run(program: string, args: readonly string[]): Child {
  const file = fileURLToPath(new URL(program, import.meta.url))
  const process_ = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let errors = ''
  process_.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<void>((done) => process_.once('close', () => done()))
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]()
  return {
    process: process_,
    async line() {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${program} ended: ${errors}`)
      return value
    },
    async rest() {
      const said: string[] = []
      for (;;) {
        const { value, done } = await lines.next()
        if (done) return said
        said.push(value)
      }
    },
    tell: (line) => void process_.stdin.write(`${line}\n`),
    async kill() {
      process_.kill('SIGKILL')
      await ended
    },
    ended,
  }
}
