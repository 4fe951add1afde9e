import { existsSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { playSample } from '../../src/cli/console-sample/play-sample.ts'
import { aFolder } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the sample street was played: its PostgreSQL, whose database `sample` is copied by tests, and its files. */
    readonly consoleSample: { readonly postgres: string; readonly dataFolder: string }
  }
}

/**
 * Vitest's global set-up: plays the week of the sample street once for all tests of the console in a browser. `$LINLI_SAMPLE`
 * names a folder in which it stays for the next run; remove it when what is played has changed.
 */
export default async function setup({ provide }: TestProject) {
  const named = process.env.LINLI_SAMPLE
  const folder = named ?? aFolder()
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  const server = await ensurePostgres({ dir: join(folder, 'postgres') })
  const root = server.url.replace(/\/linli$/, '')
  const done = join(folder, 'played')
  if (!existsSync(done)) {
    const sql = postgres(`${root}/postgres`, { max: 1, onnotice: () => {} })
    await sql`drop database if exists sample`
    await sql`create database sample`
    await sql.end()
    await playSample('db/sample-street', { databaseUrl: `${root}/sample`, dataFolder: folder })
    await writeFile(done, '')
  }
  provide('consoleSample', { postgres: root, dataFolder: folder })
  return async () => {
    await server.stop()
    if (!named) await rm(folder, { recursive: true, force: true })
  }
}
