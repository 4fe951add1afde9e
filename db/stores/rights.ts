import type postgres from 'postgres'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Erased } from '../../src/domain/notices/rights-notice.ts'
import type { Reveal, Rights } from '../../src/flows/ports/rights.ts'
import { keepable, toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { readerOf } from './entry-rows.ts'
import { retrying } from './retrying.ts'

export function rightsStore({ tenant, sql }: Connection): Rights {
  return {
    async reveal({ id, petition, number, person, by, role, reason, revealedAt }) {
      await sql`
        insert into identity_reveal
          (tenant_id, id, petition_id, number, person_id, revealed_by, role, reason, revealed_at)
        values (${tenant}, ${keepable(id)}, ${petition}, ${number}, ${person}, ${by}, ${role},
          ${keepable(reason)}, ${revealedAt})
        on conflict do nothing`
    },
    async revealsOf(person) {
      const rows = await sql`
        select * from identity_reveal
        where tenant_id = ${tenant} and person_id = ${person} order by revealed_at desc, id desc`
      return rows.map(toReveal)
    },
    async holdings(person) {
      const reader = readerOf({ kind: 'person', person })
      const [row] = await sql`
        select count(*) filter (where what = 'chatter')::int as chatter,
          count(*) filter (where what = 'letter')::int as letters, min(since) as since
        from (
          select 'chatter' as what, kept_at as since ${chatterOf(person, tenant, sql)}
          union all
          select 'letter', send_at from outbox where tenant_id = ${tenant} and reader = ${reader}) held`
      return { chatter: row?.chatter ?? 0, letters: row?.letters ?? 0, sinceAt: row?.since ?? null }
    },
    async saidOfSelf(person) {
      const [row] = await sql`
        select name, door from person_said where tenant_id = ${tenant} and person_id = ${person}`
      return { name: row?.name ?? null, door: row?.door ?? null }
    },
    async correctSelf(person, { name, door }) {
      await sql`
        insert into person_said as s (tenant_id, person_id, name, door)
        values (${tenant}, ${person}, ${name && keepable(name)}, ${door && keepable(door)})
        on conflict (tenant_id, person_id) do update
        set name = coalesce(excluded.name, s.name), door = coalesce(excluded.door, s.door)`
    },
    erase: (person, key, now) =>
      retrying(() => sql.begin((tx) => erase(person, keepable(key), now, tenant, tx))),
  }
}

/** What a person said that led to nothing, and was read. */
const chatterOf = (person: string, tenant: string, sql: postgres.Sql) => sql`
  from inbox i where i.tenant_id = ${tenant} and i.state = 'read' and i.petition_id is null
    and (i.channel, i.body->'sender'->>'id') in (
      select channel, account from person_alias where tenant_id = ${tenant} and person_id = ${person})
    and not exists (select from petition_message m
      where m.tenant_id = ${tenant} and m.message_id = i.message_id)`

async function erase(
  person: string,
  key: string,
  now: Date,
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<Erased> {
  const [before] = await tx`select body from erasure where tenant_id = ${tenant} and id = ${key}`
  if (before) return before.body as Erased
  const chatter = await tx`
    delete from inbox i where i.tenant_id = ${tenant} and i.state = 'read' and i.petition_id is null
      and (i.channel, i.body->'sender'->>'id') in (
        select channel, account from person_alias where tenant_id = ${tenant} and person_id = ${person})
      and not exists (select from petition_message m
        where m.tenant_id = ${tenant} and m.message_id = i.message_id)
    returning i.body->>'media' as media`
  const rooms =
    await tx`delete from person_room where tenant_id = ${tenant} and person_id = ${person}`
  await tx`delete from newcomer where tenant_id = ${tenant} and person_id = ${person}`
  await tx`delete from binding_code where tenant_id = ${tenant} and person_id = ${person}`
  await tx`delete from person_said where tenant_id = ${tenant} and person_id = ${person}`
  await tx`delete from question where tenant_id = ${tenant} and person_id = ${person}`
  await tx`
    update voice set version = version + 1, body = jsonb_set(
      jsonb_set(body, '{version}', to_jsonb(version + 1)), '{answers}', coalesce((
        select jsonb_agg(answer) from jsonb_array_elements(body->'answers') answer
        where answer->>'person' <> ${person}), '[]'))
    where tenant_id = ${tenant} and body->'answers' @> ${toJson([{ person }])}::text::jsonb`
  await tx`
    delete from errand where tenant_id = ${tenant} and asker = ${person} and due_at is null`
  await tx`
    update person set erase_asked_at = ${now}
    where tenant_id = ${tenant} and id = ${person} and not is_staff`
  const erased: Erased = {
    messages: chatter.length,
    files: chatter.filter(({ media }) => media !== null).length,
    rooms: rooms.count,
    voices: 0,
  }
  await tx`
    insert into erasure (tenant_id, id, erased_at, body)
    values (${tenant}, ${key}, ${now}, ${toJson(erased)}::text::jsonb)`
  return erased
}

const toReveal = (row: postgres.Row): Reveal => ({
  id: row.id,
  petition: petitionId(row.petition_id),
  number: row.number,
  person: personId(row.person_id),
  by: personId(row.revealed_by),
  role: row.role,
  reason: row.reason,
  revealedAt: row.revealed_at,
})
