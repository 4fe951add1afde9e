import type postgres from 'postgres'
import { personId } from '../../src/domain/ids.ts'
import {
  type Bindings,
  type Claimed,
  mostMisses,
  type SaidCode,
} from '../../src/flows/ports/bindings.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { mergePeople } from './merge-people.ts'
import { codeOf, retrying } from './retrying.ts'

export function bindingStore({ tenant, sql }: Connection): Bindings {
  return {
    async issue(person, hash, expiresAt, now) {
      try {
        await retrying(() =>
          sql.begin(async (tx) => {
            await tx`
              delete from binding_code where tenant_id = ${tenant} and hash = ${hash} and expires_at <= ${now}`
            await tx`
              insert into binding_code (tenant_id, person_id, hash, expires_at)
              values (${tenant}, ${person}, ${hash}, ${expiresAt})
              on conflict (tenant_id, person_id) do update
              set hash = excluded.hash, expires_at = excluded.expires_at, used_by = null`
          }),
        )
        return true
      } catch (fault) {
        if (codeOf(fault) === '23505') return false
        throw fault
      }
    },
    claim: (said, now) =>
      retrying(() => sql.begin((tx) => claim(keepableSaid(said), now, tenant, tx))),
    async release(person) {
      const [, gone] = await sql.begin((tx) => [
        tx`delete from binding_code where tenant_id = ${tenant} and person_id = ${person}`,
        tx`
          delete from person_alias
          where tenant_id = ${tenant} and person_id = ${person} and bound_at is not null`,
      ])
      return gone.count
    },
  }
}

async function claim(
  { hash, by, aloud, key, staff }: SaidCode,
  now: Date,
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<Claimed> {
  const usedBy = `${aloud ? 'aloud ' : ''}${key}`
  const account = `${by.channel}/${by.account}`
  // one after another: who tries many at once must not be counted too late
  await tx`select pg_advisory_xact_lock(hashtextextended(${`linli/binding/${tenant}`}, 0))`
  const [code] = await tx`
    select c.person_id, c.used_by, c.expires_at, coalesce(p.merged_into, c.person_id) as person
    from binding_code c left join person p on p.tenant_id = ${tenant} and p.id = c.person_id
    where c.tenant_id = ${tenant} and c.hash = ${hash}`
  const person = code && personId(code.person)
  if (code && person && code.used_by === usedBy)
    return aloud ? { kind: 'voided' } : { kind: 'bound', person }
  // others read it: whoever said it, and however often he missed, nobody may use it any more
  if (aloud && code?.used_by === null)
    await tx`
      update binding_code set used_by = ${usedBy}
      where tenant_id = ${tenant} and person_id = ${code.person_id}`
  const [missed] = await tx`
    select count(*)::int as all, count(*) filter (where account = ${account})::int as own from binding_miss
    where tenant_id = ${tenant} and id <> ${key}
      and missed_at > ${new Date(now.getTime() - mostMisses.withinMs)}`
  if (missed?.own >= mostMisses.ofAccount || missed?.all >= mostMisses.ofAll)
    return { kind: 'locked' }
  const [alias] = await tx`
    select person_id, bound_at from person_alias
    where tenant_id = ${tenant} and channel = ${by.channel} and account = ${by.account} for update`
  if (code && person && alias?.person_id === person && !aloud) return { kind: 'already', person }
  if (!code || !person || code.used_by !== null || code.expires_at <= now) {
    await tx`
      insert into binding_miss (tenant_id, id, account, missed_at)
      values (${tenant}, ${key}, ${account}, ${now}) on conflict do nothing`
    return { kind: 'unknown' }
  }
  if (!aloud && alias && staff.some((id) => id === alias.person_id)) return { kind: 'inOffice' }
  if (aloud) return { kind: 'voided' }
  await tx`
    update binding_code set used_by = ${usedBy}
    where tenant_id = ${tenant} and person_id = ${code.person_id}`
  if (alias) await mergePeople(personId(alias.person_id), person, now, tenant, tx)
  await tx`
    insert into person_alias (tenant_id, channel, account, person_id, bound_at)
    values (${tenant}, ${by.channel}, ${by.account}, ${person}, ${now})
    on conflict (tenant_id, channel, account) do update
    set person_id = excluded.person_id, bound_at = excluded.bound_at`
  await tx`
    update person set channel = ${by.channel}, account = ${by.account}
    where tenant_id = ${tenant} and id = ${person}`
  return { kind: 'bound', person }
}

const keepableSaid = ({ by, key, ...said }: SaidCode): SaidCode => ({
  ...said,
  by: { ...by, account: keepable(by.account) },
  key: keepable(key),
})
