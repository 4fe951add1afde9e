import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { aFolder } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sample street is played: its PostgreSQL, whose database `sample` is copied by tests, and its files. */
    readonly consoleSample: { readonly postgres: string; readonly dataFolder: string }
  }
}

/**
 * Vitest's global set-up: plays the week of the sample street once for all tests of the console in a browser, in a process
 * of its own, while other tests begin; it is over when `played` or `failed` stands in the folder. `$LINLI_SAMPLE` names a
 * folder in which it stays for the next run; remove it when what is played has changed.
 */
export default async function setup({ provide }: TestProject) {
  const named = process.env.LINLI_SAMPLE
  const folder = named ?? aFolder()
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  await rm(join(folder, 'failed'), { force: true })
  const server = await ensurePostgres({ dir: join(folder, 'postgres') })
  const root = server.url.replace(/\/linli$/, '')
  const player = existsSync(join(folder, 'played')) ? null : playIn(folder, root)
  provide('consoleSample', { postgres: root, dataFolder: folder })
  return async () => {
    player?.kill()
    await server.stop()
    if (!named) await rm(folder, { recursive: true, force: true })
  }
}

const playIn = (folder: string, root: string) =>
  spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/play-console-sample.ts', folder, root],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  )
