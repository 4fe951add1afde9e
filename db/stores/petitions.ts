import { and, desc, eq, sql as fragment, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import type { Question } from '../../src/domain/conversation/question.ts'
import type { Near } from '../../src/domain/intake/same-matter.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Timer } from '../../src/domain/petition/timer.ts'
import type { PetitionFilter } from '../../src/flows/ports/petition-filter.ts'
import type { Entry, Petitions } from '../../src/flows/ports.ts'
import { keepable, revive } from '../json.ts'
import {
  isLookedFor,
  isUndecided,
  petition,
  petitionMessage,
  petitionPerson,
} from '../schema/petitions.ts'
import type { Connection } from './connect.ts'
import type { Dated } from './entry-rows.ts'
import { gather } from './gather.ts'
import { record, type Written } from './record.ts'
import { retrying } from './retrying.ts'

/** The first petition of a street is number 1001: numbers are said aloud, and short ones sound like house numbers. */
const beforeFirst = 1000

export function petitionStore(connection: Connection): Petitions {
  const { tenant, sql, db } = connection
  const recordTogether = gather<Dated, Written>((entries) => record(entries, connection), {
    most: 100,
    writers: 2,
  })
  const numbersTogether = gather<number, number[]>((counts) => numbersFor(counts, connection), {
    most: 1000,
    writers: 1,
  })
  /** A report asks for thousands of them: one by one, that took twenty seconds of a street of three years. */
  const timelinesTogether = gather<string, PetitionEvent[]>((ids) => timelinesOf(ids, connection), {
    most: 200,
    writers: 2,
  })
  return {
    numbers: async (count) => (await numbersTogether([count]))[0] ?? [],
    async find(id) {
      const rows = await sql`
        select body from petition where tenant_id = ${tenant} and id = ${keepable(id)}`
      return rows.map(toPetition)[0]
    },
    async findByNumber(number) {
      const rows = await sql`
        select body from petition where tenant_id = ${tenant} and number = ${number}`
      return rows.map(toPetition)[0]
    },
    async findByMessages(messages) {
      const rows = await sql`
        with of_it as materialized (
          select distinct petition_id as id from unnest(${messages.map(keepable)}::text[]) as asked (message), lateral (
            select petition_id from petition_message
            where tenant_id = ${tenant} and message_id between asked.message and asked.message
            order by message_id offset 0) found)
        select body from of_it, lateral (
          select body, registered_at, number from petition
          where tenant_id = ${tenant} and id between of_it.id and of_it.id order by id limit 1) one
        order by registered_at desc, number desc`
      return rows.map(toPetition)
    },
    async list(filter) {
      const query = db
        .select({ body: petition.body })
        .from(petition)
        .where(and(eq(petition.tenantId, tenant), ...conditionsOf(filter, tenant)))
        .orderBy(desc(petition.registeredAt), desc(petition.number))
      const rows = await (filter.limit === undefined ? query : query.limit(filter.limit))
      return rows.map(toPetition)
    },
    timeline: async (id) => (await timelinesTogether([keepable(id)]))[0] ?? [],
    async record(entries, now) {
      for (const entry of entries) assertWhole(entry)
      const written = await recordTogether(entries.map((entry) => ({ entry, now })))
      return written.map((answer) => {
        if (typeof answer === 'object') throw answer.fault
        return answer
      })
    },
    async question(conversation, person) {
      const [row] = await sql`
        select body from question
        where tenant_id = ${tenant} and conversation = ${keepable(conversation)} and person_id = ${person}`
      return row && revive<Question>(row.body)
    },
    async timersDue(now, count) {
      const rows = await sql`
        select petition_id, key, due_at, command from timer
        where tenant_id = ${tenant} and fired_at is null and due_at <= ${now}
        order by due_at limit ${count}`
      return rows.map(({ petition_id, key, due_at, command }) => ({
        petition: petition_id,
        key,
        dueAt: due_at,
        command: revive<Timer['command']>(command),
      }))
    },
  }
}

function assertWhole({ petition, events, timers }: Entry) {
  if (!petition && events.length + timers.length > 0)
    throw new RangeError('events and timers belong to a petition')
}

async function numbersFor(counts: readonly number[], { tenant, sql }: Connection) {
  const total = counts.reduce((a, b) => a + b, 0)
  const [row] = await retrying(
    () => sql`
      insert into counter as c (tenant_id, name, value) values (${tenant}, 'petition', ${beforeFirst + total})
      on conflict (tenant_id, name) do update set value = c.value + ${total}
      returning value::int`,
  )
  let next = row?.value - total + 1
  return counts.map((count) => Array.from({ length: count }, () => next++))
}

async function timelinesOf(ids: readonly string[], { tenant, sql }: Connection) {
  const rows = await sql`
    select petition_id, body from petition_event
    where tenant_id = ${tenant} and petition_id = any(${[...new Set(ids)]})
    order by petition_id, version, seq`
  const found = new Map<string, PetitionEvent[]>()
  for (const { petition_id, body } of rows) {
    const events = found.get(petition_id) ?? []
    found.set(petition_id, events)
    events.push(revive<PetitionEvent>(body))
  }
  // who asks for the same one twice gets lists of their own
  return ids.map((id) => [...(found.get(id) ?? [])])
}

function conditionsOf(filter: PetitionFilter, tenant: string): (SQL | undefined)[] {
  const { statuses, person, grid, to, owedBy, registeredSince, after, messagesBegin } = filter
  const { categories, near, dueBefore, undecided, looksAt } = filter
  return [
    statuses && inArray(petition.status, [...statuses]),
    grid === undefined ? undefined : eq(petition.grid, grid),
    to === undefined ? undefined : eq(petition.toCode, to),
    owedBy && owesPart(owedBy),
    registeredSince && gte(petition.registeredAt, registeredSince),
    categories && inArray(petition.category, [...categories]),
    ...(near ? nearby(near) : []),
    dueBefore && lt(petition.resolveDueAt, dueBefore),
    undecided && fragment.raw(isUndecided),
    looksAt === undefined ? undefined : fragment.raw(isLookedFor),
    looksAt ? fragment`${petition.body} -> 'check' ->> 'head' = ${looksAt}` : undefined,
    after &&
      fragment`(${petition.registeredAt}, ${petition.number}) <
        (${after.registeredAt.toISOString()}::timestamptz, ${after.number})`,
    person && isPetitioner(person, tenant),
    messagesBegin === undefined ? undefined : hasMessage(messagesBegin, tenant),
  ]
}

/** By the index `petition_near`, where open ones are asked for. */
const nearby = ({ name, building, spreads }: Near) => [
  eq(petition.place, name),
  building === null
    ? undefined
    : or(
        eq(petition.building, building),
        isNull(petition.building),
        spreads
          ? and(
              inArray(petition.category, [...spreads.categories]),
              gte(petition.registeredAt, spreads.since),
            )
          : undefined,
      ),
]

/** The table says who ever was one, the petition itself who still is. */
const isPetitioner = (person: string, tenant: string) =>
  and(
    fragment`${petition.id} in (select ${petitionPerson.petitionId} from ${petitionPerson}
      where ${petitionPerson.tenantId} = ${tenant} and ${petitionPerson.personId} = ${person})`,
    or(
      eq(petition.reporter, person),
      fragment`${petition.body} -> 'supporters' @> ${JSON.stringify([{ person }])}::jsonb`,
    ),
  )

/** The first condition is that of the index `petition_joint`. */
const owesPart = (codes: readonly string[]) =>
  and(
    fragment`${petition.body} -> 'joint' is not null`,
    fragment`exists (select from jsonb_array_elements(${petition.body} -> 'joint' -> 'parts') part
      where part ->> 'state' = 'open' and part -> 'to' ->> 'code' in (
        select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)))`,
  )

const hasMessage = (begin: string, tenant: string) =>
  fragment`${petition.id} in (select ${petitionMessage.petitionId} from ${petitionMessage}
    where ${petitionMessage.tenantId} = ${tenant}
      and ${petitionMessage.messageId} like ${`${begin.replace(/[\\%_]/g, '\\$&')}%`})`

const toPetition = ({ body }: { body?: unknown }) => revive<Petition>(body)
