import { petitionId } from '../../src/domain/ids.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Feed, FeedPlace } from '../../src/flows/ports/feed.ts'
import { keepable, revive } from '../json.ts'
import { type Connection, nameOf } from './connect.ts'

/** A transaction takes its time shortly before it shows that it runs, and moments are rounded to a millisecond. */
const slackMs = 500

/** Right before all that was recorded at a moment. */
const placeOf = (from: FeedPlace | Date) =>
  from instanceof Date ? { recordedAt: from, petition: '', version: 0, seq: 0 } : from

export function feedStore({ tenant, sql }: Connection): Feed {
  return {
    async after(from, count) {
      // Asked first and by itself: whatever ends between the two is seen by the second.
      const [row] = await sql`
        select least(clock_timestamp(), min(xact_start)) - ${slackMs} * interval '1 millisecond' as until
        from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and application_name like ${`${nameOf('')}%`}`
      if (!row) throw new Error('PostgreSQL answered no row')
      const place = placeOf(from)
      const rows = await sql`
        select e.recorded_at, e.petition_id, e.version, e.seq, e.body, p.body as petition
        from petition_event e
        join petition p on p.tenant_id = ${tenant} and p.id = e.petition_id
        where e.tenant_id = ${tenant} and e.recorded_at < ${row.until}
          and (e.recorded_at, e.petition_id, e.version, e.seq)
            > (${place.recordedAt}::timestamptz, ${keepable(place.petition)}, ${place.version}::int, ${place.seq}::int)
        order by e.recorded_at, e.petition_id, e.version, e.seq limit ${count}`
      return rows.map((one) => ({
        place: {
          ...{ recordedAt: one.recorded_at, petition: petitionId(one.petition_id) },
          ...{ version: one.version, seq: one.seq },
        },
        event: revive<PetitionEvent>(one.body),
        petition: revive<Petition>(one.petition),
      }))
    },
    async behind(from, most) {
      const place = placeOf(from)
      const [row] = await sql`
        select count(*)::int as count from (
          select from petition_event
          where tenant_id = ${tenant} and (recorded_at, petition_id, version, seq)
            > (${place.recordedAt}::timestamptz, ${keepable(place.petition)}, ${place.version}::int, ${place.seq}::int)
          limit ${most}) as waiting`
      return row?.count ?? 0
    },
  }
}
