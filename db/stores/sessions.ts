import type postgres from 'postgres'
import type { Session, Sessions } from '../../src/flows/ports/sessions.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

/** How fine it is known when a session was last seen. */
const seenEveryMs = 60_000

export function sessionStore({ tenant, sql, newId }: Connection): Sessions {
  return {
    async offer(person, hash, expiresAt) {
      await retrying(
        () => sql`
          insert into sign_in_link (tenant_id, person_id, hash, expires_at)
          values (${tenant}, ${person}, ${hash}, ${expiresAt})
          on conflict (tenant_id, person_id) do update
          set hash = excluded.hash, expires_at = excluded.expires_at`,
      )
    },
    async offeredTo(hash, now) {
      const [row] = await sql`
        select person_id from sign_in_link
        where tenant_id = ${tenant} and hash = ${hash} and expires_at > ${now}`
      return row?.person_id
    },
    async begin(link, { hash, client, expiresAt }, now) {
      const rows = await retrying(
        () => sql`
          with used as (
            delete from sign_in_link
            where tenant_id = ${tenant} and hash = ${link} and expires_at > ${now}
            returning person_id)
          insert into session (tenant_id, id, hash, person_id, client, began_at, seen_at, expires_at)
          select ${tenant}, ${newId()}, ${hash}, person_id, ${keepable(client)}, ${now}, ${now}, ${expiresAt} from used
          returning *`,
      )
      return rows.map(toSession)[0]
    },
    async find(hash, now) {
      const [row] = await sql`
        select * from session where tenant_id = ${tenant} and hash = ${hash} and expires_at > ${now}`
      if (!row) return undefined
      if (now.getTime() - row.seen_at.getTime() >= seenEveryMs)
        await sql`
          update session set seen_at = ${now}
          where tenant_id = ${tenant} and id = ${row.id} and seen_at < ${now}`
      return toSession(row)
    },
    async list(now, person) {
      const rows = await sql`
        select * from session
        where tenant_id = ${tenant} and expires_at > ${now}
          ${person ? sql`and person_id = ${person}` : sql``}
        order by seen_at desc, id`
      return rows.map(toSession)
    },
    async end(id, of) {
      const gone = await sql`
        delete from session
        where tenant_id = ${tenant} and id = ${keepable(id)} ${of ? sql`and person_id = ${of}` : sql``}`
      return gone.count > 0
    },
    async forget(before) {
      const [links, sessions] = await sql.begin((tx) => [
        tx`delete from sign_in_link where tenant_id = ${tenant} and expires_at <= ${before}`,
        tx`delete from session where tenant_id = ${tenant} and expires_at <= ${before}`,
      ])
      return links.count + sessions.count
    },
  }
}

const toSession = (row: postgres.Row): Session => ({
  id: row.id,
  person: row.person_id,
  client: row.client,
  beganAt: row.began_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
})
