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

/** Two clients, because drizzle takes over how its own writes dates and JSON. */
export function connect(url: string, tenant: TenantId, newId: () => string) {
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
  const connection: Connection = { tenant, sql, db: drizzle(ordinary), newId, process }
  return {
    connection,
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), ordinary.end({ timeout: 5 })])
    },
  }
}

/** What a process calls itself in `pg_stat_activity`. */
export const nameOf = (process: string) => `linli/${process}`

const onnotice = () => {}
