import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { TenantId } from '../../src/domain/ids.ts'

/** What every store works with. */
export interface Connection {
  readonly tenant: TenantId
  /** For what every message does: statements written by hand and prepared. */
  readonly sql: postgres.Sql
  /** For everything else. */
  readonly db: PostgresJsDatabase
  readonly newId: () => string
  /** Names this process as long as it runs: whoever took letters and shows no connection any more has died. */
  readonly process: string
}

const everyConnection = { timezone: 'UTC', idle_in_transaction_session_timeout: 60_000 }

/** Two clients, because drizzle takes over how its own writes dates and JSON. Comes back connected. */
export async function connect(url: string, tenant: TenantId, newId: () => string) {
  const process = newId()
  const application_name = nameOf(process)
  const sql = postgres(url, {
    max: 4,
    max_lifetime: null,
    onnotice,
    connection: {
      ...everyConnection,
      application_name,
      // Everything here is found by its key. A plan made while the tables were small must not read them whole later.
      enable_seqscan: 'off',
      plan_cache_mode: 'force_generic_plan',
    },
  })
  const ordinary = postgres(url, {
    max: 4,
    onnotice,
    connection: { ...everyConnection, application_name },
  })
  const close = async () => {
    await Promise.all([sql.end({ timeout: 5 }), ordinary.end({ timeout: 5 })])
  }
  try {
    await Promise.all([knowTypes(sql), knowTypes(ordinary)])
  } catch (fault) {
    await close()
    throw fault
  }
  const connection: Connection = { tenant, sql, db: drizzle(ordinary), newId, process }
  return { connection, close }
}

/**
 * Learns the database's array types once. The library would ask for them anew on every connection, where nobody can catch
 * its fault: a database that goes away at that moment would end the process.
 */
async function knowTypes(client: postgres.Sql): Promise<void> {
  await client`select 1`
  client.options.fetch_types = false
}

/** What a process calls itself in `pg_stat_activity`. */
export const nameOf = (process: string) => `linli/${process}`

const onnotice = () => {}
