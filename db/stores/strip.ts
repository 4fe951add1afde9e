import type postgres from 'postgres'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { toJson } from '../json.ts'

/** Writes a petition without its people over itself, and takes away what else told of them: see `Retention.strip`. */
export async function strip(
  petition: Petition,
  timeline: readonly PetitionEvent[],
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<boolean> {
  const { id, version } = petition
  const { count } = await tx`
    update petition set version = ${version}, reporter = ${petition.reporter.person},
      body = ${toJson(petition)}::text::jsonb
    where tenant_id = ${tenant} and id = ${id} and version = ${version - 1}`
  if (count === 0) return false
  const rows = timeline.map((event, seq) => ({ seq, body: event }))
  await tx`delete from petition_event where tenant_id = ${tenant} and petition_id = ${id}`
  await tx`
    insert into petition_event (tenant_id, petition_id, version, seq, body, recorded_at)
    select ${tenant}, ${id}, 1, r.seq, r.body, case r.body ->> 'kind' when 'forgotten' then now()
      else least(now(), (r.body ->> 'at')::timestamptz) end -- those who follow the feed know the others
    from jsonb_to_recordset(${toJson(rows)}::text::jsonb) as r(seq int, body jsonb)`
  await tx`
    delete from inbox where tenant_id = ${tenant} and state <> 'waiting' and (petition_id = ${id}
      or message_id in (select message_id from petition_message m
        where m.tenant_id = ${tenant} and m.petition_id = ${id} and not exists (
          select from petition_message o where o.tenant_id = ${tenant}
            and o.message_id = m.message_id and o.petition_id <> ${id})))`
  await tx`
    delete from outbox where tenant_id = ${tenant} and petition_id = ${id}
      and state in ('sent', 'given_up')`
  for (const table of ['petition_person', 'petition_message', 'card', 'correction', 'timer'])
    await tx`delete from ${tx(table)} where tenant_id = ${tenant} and petition_id = ${id}`
  return true
}
