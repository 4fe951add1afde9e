import { type LetterId, type PersonId, personId } from '../../src/domain/ids.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { readerOf } from './entry-rows.ts'
import { retrying } from './retrying.ts'

/**
 * See `Outbox.takeAlong`; `lease` is an interval. Letters locked by another taker are skipped. Each is looked up by the index
 * that its order names, and changed where it was found, as in `recordStatement`: joined by id, the whole outbox was walked for
 * each letter.
 */
export const takeAlong = (
  letters: readonly LetterId[],
  now: Date,
  lease: string,
  { tenant, sql, process }: Pick<Connection, 'tenant' | 'sql' | 'process'>,
) =>
  retrying(
    () => sql`
    with found as materialized (
      select waits.at from unnest(${letters.map(keepable)}::text[]) as asked (id),
        lateral (
          select id, reader, petition_id from outbox
          where tenant_id = ${tenant} and id between asked.id and asked.id order by id limit 1) taken,
        lateral (
          select ctid as at from outbox
          where tenant_id = ${tenant} and petition_id between taken.petition_id and taken.petition_id and id < taken.id
            and reader = taken.reader and state = 'pending' and send_at > ${now}
          order by petition_id, id for update skip locked) waits)
    update outbox o
    set state = 'leased', lease_by = ${process}, attempts = o.attempts + 1, set_out = null,
      due_at = ${now}::timestamptz + ${lease}::interval
    from found where o.tenant_id = ${tenant} and o.ctid = found.at
    returning o.id, o.body, o.send_at, o.attempts - 1 as attempts, o.doubt, o.closed`,
  )

/** See `Outbox.pings`: what is said as one message is a parcel, and one with anything else in it is no calm one. */
export async function pingsIn(
  people: readonly PersonId[],
  { since, until }: { readonly since: Date; readonly until: Date | undefined },
  { tenant, sql }: Pick<Connection, 'tenant' | 'sql'>,
): Promise<Map<PersonId, number>> {
  const readers = people.map((person) => readerOf({ kind: 'person', person }))
  const rows = await sql`
    select reader, count(*)::int as count from (
      select reader, coalesce(doubt ->> 'parcel', set_out ->> 'parcel', id) as parcel from (
        (select reader, doubt, set_out, id, body from outbox
          where tenant_id = ${tenant} and reader = any(${readers.map(keepable)}) and state = 'sent'
            and sent_at >= ${since} ${until ? sql`and sent_at < ${until}` : sql``})
        union all
        (select reader, doubt, set_out, id, body from outbox
          where tenant_id = ${tenant} and reader = any(${readers.map(keepable)}) and state in ('pending', 'leased')
            and doubt is not null and doubt ->> 'isOver' is null)) letters
      group by 1, 2
      having bool_and(body ? 'calm')) parcels
    group by reader`
  return new Map(rows.map(({ reader, count }) => [personId(reader.slice('person/'.length)), count]))
}
