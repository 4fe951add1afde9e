import { sql } from 'drizzle-orm'
import { type PgColumn, text, timestamp } from 'drizzle-orm/pg-core'

/*
 * The tenant (a street) is first in every key, so that streets can be spread over servers one day; `tests/db` has the
 * query that watches over it. Ids are made in TypeScript. Words of a fixed set are text with a check: an enum cannot
 * lose a value. There are no foreign keys on the way of a message: one statement writes all rows of an entry together,
 * and a test that kills it at random audits them.
 */
export const tenantId = text('tenant_id').notNull()

export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const oneOf = (column: PgColumn, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
