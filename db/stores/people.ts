import type postgres from 'postgres'
import { type PersonId, personId, type RoomId, roomId } from '../../src/domain/ids.ts'
import { type ChannelName, channelNames } from '../../src/domain/people/channel-name.ts'
import type { HeardMessage, Known, People } from '../../src/flows/ports.ts'
import { keepable } from '../json.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

type Heard = Pick<HeardMessage, 'channel' | 'sender'>

export function peopleStore(connection: Connection): People {
  const { tenant, sql } = connection
  return {
    async meet(heard, room) {
      const speaker = withKeepableWords(heard)
      const found = (await byAccount(speaker, connection)) ?? (await newcomer(speaker, connection))
      return remember(found, speaker, room, connection)
    },
    async find(ids) {
      const rows = await sql`
        select p.id, p.name, ${roomsOf(connection)} as rooms from person p
        where p.tenant_id = ${tenant} and p.id = any(${ids.map(keepable)})`
      const byId = new Map(rows.map((row) => [row.id, toKnown(row)]))
      return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
    },
    async whose({ channel, account }) {
      const [row] = await sql`
        select person_id from person_alias
        where tenant_id = ${tenant} and channel = ${channel} and account = ${keepable(account)}`
      return row && personId(row.person_id)
    },
    async inRooms(rooms) {
      const rows = await sql`
        select person_id, room, alias from person_room
        where tenant_id = ${tenant} and room = any(${rooms.map(keepable)}) order by room, person_id`
      return rows.map(({ person_id, room, alias }) => ({
        ...{ person: personId(person_id), room: roomId(room), alias },
      }))
    },
    async reaches(person) {
      const rows = await sql`
        select a.channel, a.account, (a.channel, a.account) = (p.channel, p.account) as last
        from person asked
        join person p on p.tenant_id = ${tenant} and p.id = coalesce(asked.merged_into, asked.id)
        join person_alias a on a.tenant_id = ${tenant} and a.person_id = p.id
        where asked.tenant_id = ${tenant} and asked.id = ${keepable(person)}`
      return rows
        .sort((a, b) => Number(b.last) - Number(a.last) || byChannel(a, b) || byAccountName(a, b))
        .map(({ channel, account }) => ({ kind: 'person', channel, account }))
    },
    async roomOf(channel, platformRoom) {
      const [row] = await sql`
        select room from room_alias
        where tenant_id = ${tenant} and channel = ${channel} and platform_room = ${keepable(platformRoom)}`
      return row && roomId(row.room)
    },
    async platformRooms(room) {
      const rows = await sql`
        select channel, platform_room from room_alias where tenant_id = ${tenant} and room = ${keepable(room)}`
      return rows.map((row) => ({ channel: row.channel, room: row.platform_room })).sort(byChannel)
    },
  }
}

/** A platform's group from now on is this room; what it was before, and what the room was on that channel, is forgotten. */
export const roomBinder =
  ({ tenant, sql }: Connection) =>
  async (channel: ChannelName, platformRoom: string, room: RoomId): Promise<void> => {
    await retrying(() =>
      sql.begin(async (tx) => {
        await tx`
          delete from room_alias where tenant_id = ${tenant}
            and channel = ${channel} and (room = ${room} or platform_room = ${platformRoom})`
        await tx`
          insert into room_alias (tenant_id, channel, platform_room, room)
          values (${tenant}, ${channel}, ${platformRoom}, ${room})`
      }),
    )
  }

interface Found extends Known {
  readonly isStaff: boolean
  readonly channel: string | null
  readonly account: string | null
}

async function byAccount({ channel, sender }: Heard, connection: Connection) {
  const { tenant, sql } = connection
  const [row] = await sql`
    select p.id, p.name, p.is_staff, p.channel, p.account, ${roomsOf(connection)} as rooms
    from person_alias a join person p on p.tenant_id = ${tenant} and p.id = a.person_id
    where a.tenant_id = ${tenant} and a.channel = ${channel} and a.account = ${sender.id}`
  return row && toFound(row)
}

/** Two processes may meet the same newcomer at once; the alias decides whose person it becomes. */
async function newcomer(heard: Heard, connection: Connection): Promise<Found> {
  const { tenant, sql, newId } = connection
  const { channel, sender } = heard
  await sql`
    with alias as (
      insert into person_alias (tenant_id, channel, account, person_id)
      values (${tenant}, ${channel}, ${sender.id}, ${newId()})
      on conflict do nothing returning person_id)
    insert into person (tenant_id, id, name, channel, account)
    select ${tenant}, person_id, ${sender.name}, ${channel}, ${sender.id} from alias`
  const found = await byAccount(heard, connection)
  if (!found) throw new Error('an account has no person')
  return found
}

/** Writes down what is new about a person, which mostly is nothing. */
async function remember(
  { isStaff, channel, account, ...known }: Found,
  heard: Heard,
  room: RoomId | null,
  { tenant, sql }: Connection,
): Promise<Known> {
  const { sender } = heard
  const name = isStaff || sender.name === '' ? known.name : sender.name
  if (name !== known.name || channel !== heard.channel || account !== sender.id)
    await sql`
      update person set name = ${name}, channel = ${heard.channel}, account = ${sender.id}
      where tenant_id = ${tenant} and id = ${known.id}`
  const here = known.rooms.find((spoken) => spoken.room === room)
  if (room === null || here?.alias === sender.alias) return { ...known, name }
  await sql`
    insert into person_room (tenant_id, person_id, room, alias)
    values (${tenant}, ${known.id}, ${room}, ${sender.alias})
    on conflict (tenant_id, person_id, room) do update set alias = excluded.alias`
  const others = known.rooms.filter((spoken) => spoken !== here)
  return { ...known, name, rooms: [...others, { room, alias: sender.alias }].sort(byRoom) }
}

const roomsOf = ({ tenant, sql }: Connection) => sql`
  (select coalesce(json_agg(json_build_object('room', r.room, 'alias', r.alias) order by r.room), '[]')
   from person_room r where r.tenant_id = ${tenant} and r.person_id = p.id)`

const toKnown = ({ id, name, rooms }: postgres.Row): Known => ({
  id: personId(id) satisfies PersonId,
  name,
  rooms,
})

const toFound = (row: postgres.Row): Found => ({
  ...toKnown(row),
  isStaff: row.is_staff,
  channel: row.channel,
  account: row.account,
})

const byChannel = (a: { readonly channel?: ChannelName }, b: { readonly channel?: ChannelName }) =>
  rankOf(a.channel) - rankOf(b.channel)

const rankOf = (channel: ChannelName | undefined) =>
  channel === undefined ? channelNames.length : channelNames.indexOf(channel)

const byAccountName = (a: { readonly account?: string }, b: { readonly account?: string }) =>
  (a.account ?? '') < (b.account ?? '') ? -1 : 1

const byRoom = (a: { readonly room: string }, b: { readonly room: string }) =>
  a.room < b.room ? -1 : 1

const withKeepableWords = ({ channel, sender }: Heard): Heard => ({
  channel,
  sender: {
    id: keepable(sender.id),
    name: keepable(sender.name),
    alias: keepable(sender.alias),
  },
})
