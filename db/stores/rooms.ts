import { roomId } from '../../src/domain/ids.ts'
import type { Rooms } from '../../src/flows/ports/rooms.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'

export const roomStore = ({ tenant, sql }: Connection): Rooms => ({
  async seen(channel, room, topic) {
    await sql`
      insert into seen_room (tenant_id, channel, platform_room, topic)
      values (${tenant}, ${channel}, ${keepable(room)}, ${keepable(topic)})
      on conflict (tenant_id, channel, platform_room)
        do update set topic = excluded.topic, lost_at = null`
  },
  async lost(channel, room, at) {
    const { count } = await sql`
      insert into seen_room as s (tenant_id, channel, platform_room, topic, lost_at)
      values (${tenant}, ${channel}, ${keepable(room)}, '', ${at})
      on conflict (tenant_id, channel, platform_room)
        do update set lost_at = excluded.lost_at where s.lost_at is null`
    return count > 0
  },
  async all() {
    const rows = await sql`
      select channel, platform_room, topic, lost_at from seen_room
      where tenant_id = ${tenant} order by channel collate "C", platform_room collate "C"`
    return rows.map((row) => ({
      ...{ channel: row.channel, room: row.platform_room, topic: row.topic, lostAt: row.lost_at },
    }))
  },
  async joined(room, person, at) {
    await sql`
      insert into newcomer (tenant_id, room, person_id, joined_at)
      values (${tenant}, ${keepable(room)}, ${keepable(person)}, ${at}) on conflict do nothing`
  },
  async newcomers(before) {
    const rows = await sql`
      select room, min(joined_at) as since from newcomer
      where tenant_id = ${tenant} and greeted_at is null
      group by room having min(joined_at) <= ${before} order by since, room`
    return rows.map(({ room, since }) => ({ room: roomId(room), sinceAt: since }))
  },
  async greeted(room, at) {
    await sql`
      update newcomer set greeted_at = ${at}
      where tenant_id = ${tenant} and room = ${keepable(room)} and greeted_at is null
        and joined_at <= ${at}`
  },
  async count(now) {
    await sql`
      insert into room_hour as r (tenant_id, channel, platform_room, hour_at, messages, last_at)
      select ${tenant}, channel, body->>'room', date_trunc('hour', sent_at), count(*), max(sent_at)
      from inbox
      where tenant_id = ${tenant} and body->>'room' is not null
        and sent_at >= date_trunc('hour', ${now}::timestamptz) - interval '2 hours' and sent_at <= ${now}
        and body->>'type' not in ('joined', 'system', 'recall')
      group by channel, body->>'room', date_trunc('hour', sent_at)
      on conflict (tenant_id, channel, platform_room, hour_at) do update
        set messages = excluded.messages, last_at = excluded.last_at
        where excluded.messages > r.messages`
  },
  async hours(since) {
    const rows = await sql`
      select channel, platform_room, hour_at, messages, last_at from room_hour
      where tenant_id = ${tenant} and hour_at >= ${since}
      order by hour_at, channel collate "C", platform_room collate "C"`
    return rows.map((row) => ({
      ...{ channel: row.channel, room: row.platform_room, hourAt: row.hour_at },
      ...{ messages: row.messages, lastAt: row.last_at },
    }))
  },
  async forgetHours(before) {
    const { count } =
      await sql`delete from room_hour where tenant_id = ${tenant} and hour_at < ${before}`
    return count
  },
})
