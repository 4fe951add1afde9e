import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as apply } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** Any number, the same in every release: processes that start together bring the schema up to date one by one. */
const migrating = 5_170_002

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Brings the schema of a database up to date. Any number of processes may ask at once. */
export async function migrate(url: string, folder = migrationsFolder): Promise<void> {
  const client = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${migrating})`
    await apply(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end({ timeout: 5 })
  }
}
