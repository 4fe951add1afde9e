import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Voice } from '../flows/ports/senses.ts'
import type { AsrSettings } from './settings.ts'
import type { Tried } from './tried.ts'

type Command = Extract<AsrSettings, { kind: 'command' }>['command']

const mostOutput = 64 * 1024

/**
 * Runs a program on a voice: its path comes last, what the program prints is what was said. Without a shell; killed when
 * the signal says so or when it prints too much. The file is gone afterwards.
 */
export async function runCommand(
  command: Command,
  { bytes, mime }: Voice,
  signal: AbortSignal,
): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-voice-'))
  try {
    const file = join(folder, mime === 'audio/wav' ? 'voice.wav' : 'voice.mp3')
    await writeFile(file, bytes, { mode: 0o600 })
    return await run(command, file, signal)
  } catch {
    return { ok: false, fault: 'failed' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run([program, ...options]: Command, file: string, signal: AbortSignal): Promise<Tried> {
  return new Promise((resolve) => {
    const child = spawn(program, [...options, file], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true, // a group of its own, so that what it started ends with it
    })
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        killGroup(child.pid)
      child.stdout.destroy() // what left the group may hold it open for ever
    }
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    const printed: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > mostOutput) end()
      else printed.push(chunk)
    })
    child.on('error', () => resolve({ ok: false, fault: signal.aborted ? 'timeout' : 'failed' }))
    child.on('close', (code) => {
      signal.removeEventListener('abort', end)
      if (length > mostOutput) resolve({ ok: false, fault: 'nonsense' })
      else if (code === 0) resolve({ ok: true, said: Buffer.concat(printed).toString('utf8') })
      else resolve({ ok: false, fault: signal.aborted ? 'timeout' : 'failed' })
    })
  })
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it ended by itself just now
  }
}
