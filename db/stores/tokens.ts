import type postgres from 'postgres'
import type { ApiToken, Tokens } from '../../src/flows/ports/tokens.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

/** How fine it is known when a token was last used. */
const seenEveryMs = 60_000

export function tokenStore({ tenant, sql }: Connection): Tokens {
  return {
    async keep({ id, name, person, unit, power, madeBy, madeAt, expiresAt }, hash) {
      const made = await retrying(
        () => sql`
          insert into api_token
            (tenant_id, id, hash, name, person_id, unit, power, made_by, made_at, expires_at)
          values (${tenant}, ${keepable(id)}, ${hash}, ${keepable(name)}, ${person}, ${unit}, ${power}, ${madeBy},
            ${madeAt}, ${expiresAt})
          on conflict (tenant_id, id) do nothing`,
      )
      return made.count > 0
    },
    async find(hash, now) {
      const [row] = await sql`
        select * from api_token
        where tenant_id = ${tenant} and hash = ${hash} and revoked_at is null and expires_at > ${now}`
      if (!row) return undefined
      if (row.seen_at === null || now.getTime() - row.seen_at.getTime() >= seenEveryMs)
        await sql`
          update api_token set seen_at = ${now}
          where tenant_id = ${tenant} and id = ${row.id} and (seen_at is null or seen_at < ${now})`
      return toToken(row)
    },
    async list() {
      const rows = await sql`
        select * from api_token where tenant_id = ${tenant} order by made_at desc, id desc`
      return rows.map(toToken)
    },
    async revoke(id, now) {
      const gone = await sql`
        update api_token set revoked_at = ${now}
        where tenant_id = ${tenant} and id = ${keepable(id)} and revoked_at is null and expires_at > ${now}`
      return gone.count > 0
    },
  }
}

const toToken = (row: postgres.Row): ApiToken => ({
  id: row.id,
  name: row.name,
  person: row.person_id,
  unit: row.unit,
  power: row.power,
  madeBy: row.made_by,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  seenAt: row.seen_at,
  revokedAt: row.revoked_at,
})
