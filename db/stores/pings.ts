import { type LetterId, type PersonId, personId } from '../../src/domain/ids.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { readerOf } from './entry-rows.ts'
import { retrying } from './retrying.ts'

/**
 * See `Outbox.takeAlong`; `lease` is an interval. Letters locked by another taker are skipped. The order is that of the reader's
 * index: by id alone the whole outbox was walked for each letter.
 */
export const takeAlong = (
  letters: readonly LetterId[],
  now: Date,
  lease: string,
  { tenant, sql, process }: Pick<Connection, 'tenant' | 'sql' | 'process'>,
) =>
  retrying(
    () => sql`
    update outbox o
    set state = 'leased', lease_by = ${process}, attempts = o.attempts + 1, set_out = null,
      due_at = ${now}::timestamptz + ${lease}::interval
    from (
      select w.id from outbox t, lateral (
        select id from outbox
        where tenant_id = ${tenant} and reader = t.reader and state = 'pending' and send_at > ${now}
          and petition_id = t.petition_id and id < t.id
        order by send_at, id for update skip locked) w
      where t.tenant_id = ${tenant} and t.id = any(${letters.map(keepable)})) found
    where o.tenant_id = ${tenant} and o.id = found.id
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
      select reader, coalesce(doubt ->> 'parcel', set_out ->> 'parcel', id) as parcel from outbox
      where tenant_id = ${tenant} and reader = any(${readers.map(keepable)})
        and (state = 'sent' and sent_at >= ${since} ${until ? sql`and sent_at < ${until}` : sql``}
          or state in ('pending', 'leased') and doubt is not null and doubt ->> 'isOver' is null)
      group by 1, 2
      having bool_and(body ? 'calm')) parcels
    group by reader`
  return new Map(rows.map(({ reader, count }) => [personId(reader.slice('person/'.length)), count]))
}
