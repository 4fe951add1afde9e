import type postgres from 'postgres'
import type { PlainClass } from '../../src/flows/ports/retention.ts'

type Condition = (
  before: Date,
  tenant: string,
  sql: postgres.ISql,
) => postgres.PendingQuery<postgres.Row[]>

/** The rows of one table that are over. */
export interface Of {
  readonly table: string
  /** Of the table as `t`. */
  readonly isOver: Condition
  /** Whether its rows are what is counted; the others only go with it. */
  readonly isCounted: boolean
  readonly withThem?: (
    gone: readonly postgres.Row[],
    tenant: string,
    tx: postgres.TransactionSql,
  ) => Promise<void>
}

const isChatter = (tenant: string, sql: postgres.ISql) => sql`
  t.petition_id is null and t.state = 'read' and not exists (select from petition_message m
    where m.tenant_id = ${tenant} and m.message_id = t.message_id)`

const isNotOver = (sql: postgres.ISql) => sql`p.status not in ('closed', 'withdrawn')`

/** Causes of what is done once and never again, however much later: what groups are told, what is proposed. */
const saidForGood = '^(rules|proposal)/'

/** Of which tables each class is made, and when a row of them is over. */
export const tables: Readonly<Record<PlainClass, readonly Of[]>> = {
  chatter: [
    {
      table: 'inbox',
      isCounted: true,
      isOver: (before, tenant, sql) => sql`t.kept_at < ${before} and ${isChatter(tenant, sql)}`,
    },
  ],
  inbox: [
    {
      table: 'inbox',
      isCounted: true,
      // each by its key: asked as one, every message was held against every petition that is not over
      isOver: (before, tenant, sql) => sql`
        t.kept_at < ${before} and t.state <> 'waiting' and not (${isChatter(tenant, sql)})
        and not exists (select from petition p where p.tenant_id = ${tenant}
          and p.id = t.petition_id and ${isNotOver(sql)})
        and not exists (select from petition_message m
          join petition p on p.tenant_id = ${tenant} and p.id = m.petition_id
          where m.tenant_id = ${tenant} and m.message_id = t.message_id and ${isNotOver(sql)})`,
    },
  ],
  letters: [
    {
      table: 'outbox',
      isCounted: true,
      isOver: (before, _tenant, sql) =>
        sql`t.state in ('sent', 'given_up') and t.send_at < ${before} and coalesce(t.sent_at, t.send_at) < ${before}`,
    },
    {
      table: 'seen_early',
      isCounted: false,
      isOver: (before, _tenant, sql) => sql`t.kept_at < ${before}`,
    },
    {
      table: 'done_once',
      isCounted: false,
      isOver: (before, _tenant, sql) =>
        sql`t.done_at < ${before}::timestamptz - interval '1 year' and t.key !~ ${saidForGood}`,
    },
    {
      table: 'voice',
      isCounted: true,
      isOver: (before, _tenant, sql) =>
        sql`t.due_at is null and (t.body->>'endsAt')::timestamptz < ${before}`,
    },
    {
      table: 'errand',
      isCounted: true,
      isOver: (before, tenant, sql) => sql`
        t.due_at is null and ((t.body->>'overAt')::timestamptz < ${before} or exists (
          select from person p
          where p.tenant_id = ${tenant} and p.id = t.asker and p.erase_asked_at is not null))`,
    },
  ],
  reveals: [
    {
      table: 'identity_reveal',
      isCounted: true,
      isOver: (before, _tenant, sql) => sql`t.revealed_at < ${before}`,
    },
  ],
  accounts: [
    {
      table: 'binding_code',
      isCounted: true,
      isOver: (before, _tenant, sql) => sql`t.expires_at < ${before}`,
    },
    {
      table: 'binding_miss',
      isCounted: true,
      isOver: (before, _tenant, sql) => sql`t.missed_at < ${before}`,
    },
    {
      table: 'person_merge',
      isCounted: true,
      isOver: (before, _tenant, sql) => sql`t.merged_at < ${before}`,
    },
  ],
  people: [
    {
      table: 'person',
      isCounted: true,
      isOver: (before, tenant, sql) => sql`
        not t.is_staff and t.merged_into is null
        and (t.heard_at < ${before} or t.erase_asked_at is not null)
        and not exists (select from petition_person p
          where p.tenant_id = ${tenant} and p.person_id = t.id)
        and not exists (select from errand e where e.tenant_id = ${tenant} and e.asker = t.id)
        and not exists (select from outbox o
          where o.tenant_id = ${tenant} and o.reader = 'person/' || t.id and o.state in ('pending', 'leased'))
        and not exists (select from inbox i join person_alias a on a.tenant_id = ${tenant}
            and a.channel = i.channel and a.account = i.body->'sender'->>'id'
          where i.tenant_id = ${tenant} and i.state = 'waiting' and a.person_id = t.id)`,
      withThem: forgetWhole,
    },
  ],
}

/** All that is kept under people who are gone. */
async function forgetWhole(
  gone: readonly postgres.Row[],
  tenant: string,
  tx: postgres.TransactionSql,
): Promise<void> {
  const ids: string[] = gone.map(({ id }) => id)
  if (ids.length === 0) return
  for (const table of ['card', 'seen_early'])
    await tx`
      delete from ${tx(table)} where tenant_id = ${tenant} and (channel, account) in (
        select channel, account from person_alias where tenant_id = ${tenant} and person_id = any(${ids}))`
  for (const table of [
    ...['person_alias', 'person_room', 'person_said', 'person_merge', 'newcomer'],
    ...['question', 'binding_code'],
  ])
    await tx`delete from ${tx(table)} where tenant_id = ${tenant} and person_id = any(${ids})`
  await tx`delete from person where tenant_id = ${tenant} and merged_into = any(${ids})`
  await tx`
    delete from outbox where tenant_id = ${tenant} and reader = any(${ids.map((id) => `person/${id}`)})`
}
