import type { PersonReach } from '../../src/flows/ports/channels.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

type Place = Pick<Connection, 'tenant' | 'sql'>

/**
 * Writes down that messages were read. Told and sent may be written at the same moment: each writes its own first and then looks for the
 * other's, so that one of them finds both.
 */
export async function seen(
  { channel, account }: PersonReach,
  messages: readonly string[],
  at: Date,
  now: Date,
  { tenant, sql }: Place,
): Promise<void> {
  const read = [...new Set(messages.map(keepable))]
  if (read.length === 0) return
  const known = await retrying(
    () => sql`
    update outbox set seen_at = greatest(least(seen_at, ${at}), sent_at)
    where tenant_id = ${tenant} and message = any(${read}) and state = 'sent'
      and set_out #>> '{via,channel}' = ${channel} and set_out #>> '{via,account}' = ${account}
    returning message`,
  )
  const ours = new Set(known.map(({ message }) => message))
  const early = read.filter((message) => !ours.has(message))
  if (early.length === 0) return
  await sql`
    insert into seen_early as e (tenant_id, channel, message, account, read_at, kept_at)
    select ${tenant}, ${channel}, m, ${keepable(account)}, ${at}, ${now} from unnest(${early}::text[]) m
    on conflict (tenant_id, channel, message, account) do update
    set read_at = least(e.read_at, excluded.read_at)`
  await seenMeanwhile(early, { tenant, sql })
  await sql`
    delete from seen_early
    where tenant_id = ${tenant} and kept_at < ${now}::timestamptz - interval '1 day'`
}

/** Letters that were read before they were known to be sent, of those said in these messages. */
export async function seenMeanwhile(
  messages: readonly string[],
  { tenant, sql }: Place,
): Promise<void> {
  await retrying(
    () => sql`
    update outbox o set seen_at = greatest(e.read_at, o.sent_at) from seen_early e
    where e.tenant_id = ${tenant} and o.tenant_id = ${tenant} and o.message = e.message
      and o.message = any(${[...messages]}) and o.state = 'sent' and o.seen_at is null
      and o.set_out #>> '{via,channel}' = e.channel and o.set_out #>> '{via,account}' = e.account`,
  )
}
