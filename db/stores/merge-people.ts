import type postgres from 'postgres'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { samePerson } from '../../src/domain/petition/same-person.ts'
import { revive, toJson } from '../json.ts'
import { readerOf } from './entry-rows.ts'

/**
 * `one` turned out to be `other`: accounts, groups, petitions, open questions and letters on their way become the other's.
 * What was changed is written down with it, for an operator who must undo it by hand.
 */
export async function mergePeople(
  one: PersonId,
  other: PersonId,
  now: Date,
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<void> {
  const accounts = await tx`
    update person_alias set person_id = ${other}, bound_at = ${now}
    where tenant_id = ${tenant} and person_id = ${one} returning channel, account`
  const petitions = await mergePetitions(one, other, tenant, tx)
  await tx`
    insert into person_room (tenant_id, person_id, room, alias)
    select tenant_id, ${other}, room, alias from person_room
    where tenant_id = ${tenant} and person_id = ${one} on conflict do nothing`
  await tx`
    update identity_reveal set person_id = ${other} where tenant_id = ${tenant} and person_id = ${one}`
  await tx`
    insert into person_said (tenant_id, person_id, name, door)
    select tenant_id, ${other}, name, door from person_said
    where tenant_id = ${tenant} and person_id = ${one} on conflict do nothing`
  await tx`delete from person_said where tenant_id = ${tenant} and person_id = ${one}`
  await tx`
    delete from question q where tenant_id = ${tenant} and person_id = ${one} and exists (
      select from question o
      where o.tenant_id = ${tenant} and o.conversation = q.conversation and o.person_id = ${other})`
  await tx`
    update question set person_id = ${other} where tenant_id = ${tenant} and person_id = ${one}`
  await tx`
    update voice set version = version + 1, body = jsonb_set(
      replace(body::text, ${one}::text, ${other}::text)::jsonb, '{version}', to_jsonb(version + 1))
    where tenant_id = ${tenant} and body->'answers' @> ${toJson([{ person: one }])}::text::jsonb`
  await tx`
    update errand set version = version + 1, asker = ${other}, body = body || jsonb_build_object(
      'version', version + 1, 'asker', ${other}::text)
    where tenant_id = ${tenant} and asker = ${one}`
  // what is being sent this moment still finds the way: see `reaches`
  await tx`
    update outbox set reader = ${readerOf({ kind: 'person', person: other })},
      body = jsonb_set(body, '{to,person}', to_jsonb(${other}::text))
    where tenant_id = ${tenant} and reader = ${readerOf({ kind: 'person', person: one })} and state = 'pending'`
  await tx`
    update person set merged_into = ${other}
    where tenant_id = ${tenant} and (id = ${one} or merged_into = ${one})`
  await tx`
    insert into person_merge (tenant_id, person_id, merged_into, merged_at, body)
    values (${tenant}, ${one}, ${other}, ${now}, ${toJson({ accounts, petitions })}::text::jsonb)`
}

/** Answers who were petitioners before. */
async function mergePetitions(
  one: PersonId,
  other: PersonId,
  tenant: string,
  tx: postgres.TransactionSql,
) {
  const rows = await tx`
    select body from petition where tenant_id = ${tenant} and id in (
      select petition_id from petition_person where tenant_id = ${tenant} and person_id = ${one})
    order by id for update`
  for (const { body } of rows) {
    const petition = samePerson(revive<Petition>(structuredClone(body)), one, other)
    await tx`
      update petition set version = ${petition.version}, reporter = ${petition.reporter.person},
        body = ${toJson(petition)}::text::jsonb
      where tenant_id = ${tenant} and id = ${petition.id}`
  }
  await tx`
    insert into petition_person (tenant_id, person_id, petition_id)
    select tenant_id, ${other}, petition_id from petition_person
    where tenant_id = ${tenant} and person_id = ${one} on conflict do nothing`
  return rows.map(({ body: { id, reporter, supporters, notTheirs, ratings } }) => ({
    ...{ id, reporter, supporters, notTheirs, ratings },
  }))
}
