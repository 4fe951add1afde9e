import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { ensurePostgres } from '../../db/embedded/ensure.ts'
import { migrate } from '../../db/migrate.ts'
import { openStores } from '../../db/stores/open-stores.ts'
import type { Stores } from '../../db/stores/stores.ts'
import { tenantId } from '../../src/domain/ids.ts'
import type { Street } from '../contracts/street.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server of its own for this run; its database `template` is empty and migrated. */
    readonly postgres: string
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, in a folder of its own. */
export default async function setup({ provide }: TestProject) {
  const folder = aFolder()
  const server = await ensurePostgres({ dir: join(folder, 'postgres') })
  const root = server.url.replace(/\/linli$/, '')
  const sql = postgres(`${root}/postgres`, { max: 1 })
  await sql`create database template`
  await sql.end()
  await migrate(`${root}/template`)
  provide('postgres', root)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A new migrated database of its own, cloned in some 50 ms; answers its address. */
export async function freshDatabase(): Promise<string> {
  const root = inject('postgres')
  const name = `t${v7().replaceAll('-', '')}`
  const sql = postgres(`${root}/postgres`, { max: 1 })
  try {
    await sql.unsafe(`create database ${name} template template`)
  } finally {
    await sql.end()
  }
  return `${root}/${name}`
}

/** A street of its own in that database, with all that was opened of it. */
export function streetIn(url: string): Street & { readonly close: () => Promise<void> } {
  const tenant = tenantId(v7())
  const mediaFolder = aFolder()
  const opened: Stores[] = []
  return {
    async open() {
      const stores = await openStores({ url, tenant, mediaFolder, newId: v7 })
      opened.push(stores)
      return stores
    },
    async close() {
      await Promise.all(opened.map((stores) => stores.close()))
      rmSync(mediaFolder, { recursive: true, force: true })
    },
  }
}

/** An empty temporary folder that PostgreSQL's own account can enter. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linli-'))
  chmodSync(folder, 0o755)
  return folder
}
