import type postgres from 'postgres'
import {
  type Cards,
  type DueCard,
  renewedAfterMs,
  type StandingCard,
} from '../../src/flows/ports/cards.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

const leaseMs = 60_000
const mostPictures = 9

export function cardStore({ tenant, sql }: Connection): Cards {
  const named = ({ channel, message }: Pick<StandingCard, 'channel' | 'message'>) => sql`
    tenant_id = ${tenant} and channel = ${channel} and message = ${keepable(message)}`
  return {
    async keep({ channel, message, chat, petition, kind, account, version, sentAt }) {
      await retrying(
        () => sql`
          with kept as (
            insert into card (tenant_id, channel, message, chat, petition_id, kind, account, version, sent_at, due_at)
            values (${tenant}, ${channel}, ${keepable(message)}, ${keepable(chat)}, ${petition}, ${kind}, ${keepable(account)},
              ${version}, ${sentAt}, ${sentAt})
            on conflict do nothing
            returning message)
          update card c set state = 'replaced' from kept
          where c.tenant_id = ${tenant} and c.channel = ${channel} and c.petition_id = ${petition} and c.account = ${keepable(account)}
            and c.kind = ${kind} and c.message <> kept.message and c.state = 'standing'`,
      )
    },
    async find(card) {
      const [row] = await sql`select * from card where ${named(card)}`
      return row && toCard(row)
    },
    async take(channel, count, now) {
      const until = new Date(now.getTime() + leaseMs)
      const old = new Date(now.getTime() - renewedAfterMs)
      const rows = await sql`
        with due as (
          select c.message from card c join petition p on p.tenant_id = ${tenant} and p.id = c.petition_id
          where c.tenant_id = ${tenant} and c.channel = ${channel} and c.state <> 'retired' and c.due_at <= ${now}
            and (c.state = 'replaced' or c.version < p.version
              or (c.sent_at <= ${old} and p.status not in ('closed', 'withdrawn')))
          order by c.due_at, c.message limit ${count} for update of c skip locked)
        update card c set due_at = ${until} from due
        where c.tenant_id = ${tenant} and c.channel = ${channel} and c.message = due.message
        returning c.*`
      return rows.map(toDue)
    },
    async shown(card, version, until) {
      await sql`
        update card set version = greatest(version, ${version}), due_at = ${until} where ${named(card)}`
    },
    async putOff(card, until) {
      await sql`update card set due_at = ${until} where ${named(card)}`
    },
    async retire(card) {
      await sql`update card set state = 'retired' where ${named(card)}`
    },
    async readerOf(channel, account) {
      const [row] = await sql`
        select person_id from person_alias
        where tenant_id = ${tenant} and channel = ${channel} and account = ${keepable(account)}`
      return row?.person_id
    },
    async pictures(channel, account, since) {
      const rows = await sql`
        select body ->> 'media' as media from inbox
        where tenant_id = ${tenant} and conversation = ${keepable(`${channel}/dm/${account}`)} and sent_at >= ${since}
          and body ->> 'type' = 'image' and body ->> 'media' is not null
        order by id desc limit ${mostPictures}`
      return rows.map(({ media }) => media).reverse()
    },
  }
}

const toCard = (row: postgres.Row): StandingCard => ({
  channel: row.channel,
  message: row.message,
  chat: row.chat,
  petition: row.petition_id,
  kind: row.kind,
  account: row.account,
  version: row.version,
  sentAt: row.sent_at,
})

const toDue = (row: postgres.Row): DueCard => ({
  ...toCard(row),
  replaced: row.state === 'replaced',
})
