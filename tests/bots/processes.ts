import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HeardMessage } from '../../src/flows/ports.ts'

/** A process of ours in a test, and its first line. */
async function start(script: string, settings: object, scratch: string) {
  const file = join(scratch, `${Math.random().toString(36).slice(2)}.json`)
  writeFileSync(file, JSON.stringify(settings))
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const lines = createInterface({ input: child.stdout })
  const first = await new Promise<string>((tell, fail) => {
    lines.once('line', tell)
    child.once('exit', (code) => fail(new Error(`${script} ended with ${code}`)))
  })
  return { child, first }
}

const gone = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

const killed = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await gone(child)
}

/** The simulated platform in a process of its own. */
export async function gatewayProcess(settings: object, scratch: string) {
  const { child, first } = await start('bots/sandbox/gateway-process.ts', settings, scratch)
  const { endpoint, token, control } = JSON.parse(first)
  return {
    endpoint: endpoint as string,
    token: token as string,
    async call<Answer>(verb: string, ...args: unknown[]): Promise<Answer> {
      const response = await fetch(`${control}/${verb}`, {
        ...{ method: 'POST', body: JSON.stringify(args) },
      })
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as Answer
    },
    signal: (signal: 'SIGSTOP' | 'SIGCONT') => void child.kill(signal),
    kill: () => killed(child),
  }
}

/** A bot in a process of its own, which writes what it keeps to a file, as a database would. */
export async function botProcess(settings: { readonly inbox: string }, scratch: string) {
  const { child } = await start('tests/bots/bot-process.ts', settings, scratch)
  return {
    kill: () => killed(child),
    /** Asks it to stop, and waits until it has ended by itself. Answers how. */
    async stop(): Promise<number | null> {
      child.kill('SIGTERM')
      await gone(child)
      return child.exitCode
    },
    kept: () =>
      readFileSync(settings.inbox, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): HeardMessage => JSON.parse(line)),
  }
}
