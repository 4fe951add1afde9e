import type postgres from 'postgres'
import { channelNames } from '../../src/domain/people/channel-name.ts'
import { conversationOf, type HeardMessage, type Inbox } from '../../src/flows/ports.ts'
import { keepable, revive, toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { gather } from './gather.ts'
import { retrying } from './retrying.ts'

const longestStretch = 40
const forgottenAtOnce = 5000

export function inboxStore({ tenant, sql, newId }: Connection): Inbox {
  const keep = gather<{ message: HeardMessage; now: Date; upTo: Date | null }, boolean>(
    async (heard) => {
      const rows = heard.map(({ message, now, upTo }) => ({
        id: newId(),
        channel: message.channel,
        message: message.id,
        conversation: conversationOf(message),
        sent: message.sentAt,
        kept: now,
        upto: upTo,
        body: message,
      }))
      const json = toJson(rows)
      const fresh = await retrying(() =>
        sql.unsafe(keepStatement, [tenant, json], { prepare: true }),
      )
      const ids = new Set(fresh.map(({ id }) => id))
      return rows.map(({ id }) => ids.has(id))
    },
    { most: 200, writers: 1 }, // one writer: what came first is there first
  )
  return {
    async keep(messages, now, upTo = null) {
      const isNew = await keep(messages.map((message) => ({ message, now, upTo })))
      return messages.filter((_, i) => isNew[i]).map(({ id }) => id)
    },
    async waiting(count) {
      const rows = await sql.unsafe(waitingStatement, [tenant, count], { prepare: true })
      return rows.map(toHeard)
    },
    async stretch(upTo, since) {
      const rows = await sql`
        select body from inbox
        where tenant_id = ${tenant} and conversation = ${keepable(conversationOf(upTo))} and sent_at >= ${since}
          and id <= (select id from inbox
            where tenant_id = ${tenant} and channel = ${upTo.channel} and message_id = ${keepable(upTo.id)})
        order by id desc limit ${longestStretch}`
      return rows.map(toHeard).reverse()
    },
    async behind(heard) {
      const rows = await sql`
        select body from inbox
        where tenant_id = ${tenant} and conversation = ${keepable(conversationOf(heard))} and state = 'waiting'
          and id > (select id from inbox
            where tenant_id = ${tenant} and channel = ${heard.channel} and message_id = ${keepable(heard.id)})
        order by id desc limit ${longestStretch}`
      return rows.map(toHeard).reverse()
    },
    async listen(id, channel, forMs) {
      const key = sql`tenant_id = ${tenant} and channel = ${channel} and message_id = ${keepable(id)}`
      const { count } = await sql`
        update inbox set listen_until = now() + ${forMs} * interval '1 ms'
        where ${key} and (listen_until is null or listen_until < now())`
      if (count > 0) return 'ours'
      const [row] = await sql`select listen_until = 'infinity' as done from inbox where ${key}`
      return row?.done === false ? 'theirs' : 'done'
    },
    async listened(id, channel, words) {
      await sql`
        update inbox set listen_until = 'infinity', body = body || ${toJson(words === null ? {} : { text: words })}::text::jsonb
        where tenant_id = ${tenant} and channel = ${channel} and message_id = ${keepable(id)}
          and listen_until is distinct from 'infinity'`
    },
    async voices(messages) {
      const rows = await sql`
        select body from inbox
        where tenant_id = ${tenant} and channel = any(${[...channelNames]}) and message_id = any(${messages.map(keepable)})
          and body->>'type' = 'voice' and body->>'media' is not null
        order by id`
      return rows.map(toHeard)
    },
    async find(messages) {
      const rows = await sql`
        select body from inbox
        where tenant_id = ${tenant} and channel = any(${[...channelNames]}) and message_id = any(${messages.map(keepable)})
        order by id`
      return rows.map(toHeard)
    },
    async setAside(id, channel, fault) {
      await sql`
        update inbox set state = 'set_aside', fault = ${keepable(fault)}
        where tenant_id = ${tenant} and channel = ${channel} and message_id = ${keepable(id)} and state = 'waiting'`
    },
    async lastHeard(channel) {
      const [row] = await sql`
        select sent_at from last_heard where tenant_id = ${tenant} and channel = ${channel}`
      return row?.sent_at
    },
    async forget(before) {
      // What belongs to a petition without having been its cause led to something, too.
      await sql`
        update inbox i set petition_id = m.petition_id from petition_message m
        where i.tenant_id = ${tenant} and i.state = 'read' and i.petition_id is null and i.kept_at < ${before}
          and m.tenant_id = ${tenant} and m.message_id = i.message_id`
      for (let forgotten = 0; ; ) {
        const { count } = await sql`
          delete from inbox where tenant_id = ${tenant} and (channel, message_id) in (
            select channel, message_id from inbox
            where tenant_id = ${tenant} and state = 'read' and petition_id is null and kept_at < ${before}
            limit ${forgottenAtOnce})`
        forgotten += count
        if (count < forgottenAtOnce) return forgotten
      }
    },
  }
}

/** In order, lest writers who bring the same messages wait for each other in a circle. */
const keepStatement = `
  with heard as materialized (
    select * from jsonb_to_recordset($2::text::jsonb) as r(
      id text, channel text, message text, conversation text, sent timestamptz, kept timestamptz, upto timestamptz, body jsonb)
    order by channel, message),
  fresh as (
    insert into inbox (tenant_id, channel, message_id, id, conversation, sent_at, kept_at, body)
    select $1, channel, message, id, conversation, sent, kept, body from heard
    on conflict do nothing
    returning id),
  last as (
    insert into last_heard as l (tenant_id, channel, sent_at)
    select $1, channel, coalesce(
      max(least(upto, kept)) filter (where upto is not null), min(least(sent, kept)))
    from heard group by channel order by channel
    on conflict (tenant_id, channel) do update set sent_at = excluded.sent_at where l.sent_at < excluded.sent_at
      and exists (select from heard where heard.channel = excluded.channel and upto is not null))
  select id from fresh`

/** Leaps from conversation to conversation: a long queue in one costs no more than a single message. */
const waitingStatement = `
  with recursive first as (
    (select conversation, id, body from inbox
      where tenant_id = $1 and state = 'waiting' order by conversation, id limit 1)
    union all
    select next.* from first, lateral (
      select conversation, id, body from inbox
      where tenant_id = $1 and state = 'waiting' and conversation > first.conversation
      order by conversation, id limit 1) next)
  select body from first order by id limit $2`

const toHeard = ({ body }: postgres.Row): HeardMessage => revive<HeardMessage>(body)
