import { type PersonId, personId, type RoomId } from '../../../src/domain/ids.ts'
import {
  type ChannelName,
  channelNames,
  channelsThatHear,
} from '../../../src/domain/people/channel-name.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import type { Known, People } from '../../../src/flows/ports.ts'
import type { KeptPerson, Shelf } from './shelf.ts'

export function memoryPeople(shelf: Shelf) {
  const people: People = {
    async meet({ channel, sender }, room) {
      const key = `${channel}/${sender.id}`
      const id = shelf.accounts.get(key) ?? personId(shelf.newId())
      shelf.accounts.set(key, id)
      const person = shelf.people.get(id) ?? stranger()
      shelf.people.set(id, person)
      if (!person.isStaff && sender.name !== '') person.name = sender.name
      if (room !== null) person.rooms.set(room, sender.alias)
      person.account = { channel, account: sender.id }
      return known(id, person)
    },
    find: async (ids) =>
      [...new Set(ids)].flatMap((id) => {
        const person = shelf.people.get(id)
        return person ? [known(id, person)] : []
      }),
    whose: async ({ channel, account }) => shelf.accounts.get(`${channel}/${account}`),
    inRooms: async (rooms) =>
      [...shelf.people]
        .flatMap(([person, one]) =>
          [...one.rooms].map(([room, alias]) => ({ person, room, alias })),
        )
        .filter(({ room }) => rooms.includes(room))
        .sort((a, b) => (`${a.room}/${a.person}` < `${b.room}/${b.person}` ? -1 : 1)),
    async reaches(id) {
      const whose = shelf.merges.get(id) ?? id
      const last = shelf.people.get(whose)?.account
      return [...shelf.accounts]
        .filter(([, person]) => person === whose)
        .map(([key]) => ({ kind: 'person', ...inPlace(key) }) as const)
        .sort(
          (a, b) =>
            Number(isSame(b, last)) - Number(isSame(a, last)) ||
            channelNames.indexOf(a.channel) - channelNames.indexOf(b.channel) ||
            (a.account < b.account ? -1 : 1),
        )
    },
    roomOf: async (channel, platformRoom) => shelf.rooms.get(`${channel}/${platformRoom}`),
    platformRooms: async (room) =>
      [...shelf.rooms]
        .filter(([, bound]) => bound === room)
        .map(([key]) => inPlace(key))
        .sort((a, b) => channelNames.indexOf(a.channel) - channelNames.indexOf(b.channel))
        .map(({ channel, account }) => ({ channel, room: account })),
  }
  return {
    people,
    introduce: (book: Rulebook) => introduce(book, shelf),
    bindRoom: async (channel: ChannelName, platformRoom: string, room: RoomId) => {
      const key = `${channel}/${platformRoom}`
      for (const [other, bound] of shelf.rooms)
        if (bound === room && other.startsWith(`${channel}/`)) shelf.rooms.delete(other)
      shelf.rooms.set(key, room)
    },
  }
}

/** `wechat/wx-1` in its parts. */
function inPlace(key: string) {
  const channel = channelNames.find((name) => key.startsWith(`${name}/`))
  if (!channel) throw new Error('no channel')
  return { channel, account: key.slice(channel.length + 1) }
}

const isSame = (a: Account, b: Account | null | undefined) =>
  a.channel === b?.channel && a.account === b.account

type Account = NonNullable<KeptPerson['account']>

const stranger = (): KeptPerson => ({ name: '', isStaff: false, account: null, rooms: new Map() })

const known = (id: PersonId, { name, rooms }: KeptPerson): Known => ({
  id,
  name,
  rooms: [...rooms]
    .map(([room, alias]) => ({ room, alias }))
    .sort((a, b) => (a.room < b.room ? -1 : 1)),
})

function introduce({ staff, rooms }: Rulebook, shelf: Shelf) {
  for (const { id, name, accounts } of staff) {
    const before = shelf.people.get(id)
    const given = channelsThatHear.flatMap((channel) => {
      const account = accounts[channel]
      return account === undefined ? [] : [{ channel, account }]
    })
    for (const [key, person] of shelf.accounts)
      if (person === id && !shelf.bound.has(key)) shelf.accounts.delete(key)
    for (const { channel, account } of given) {
      shelf.accounts.set(`${channel}/${account}`, id)
      shelf.bound.delete(`${channel}/${account}`)
    }
    const own = [...shelf.accounts].flatMap(([key, person]) =>
      person === id ? [inPlace(key)] : [],
    )
    const last = own.find(
      (a) => a.channel === before?.account?.channel && a.account === before.account.account,
    )
    shelf.people.set(id, {
      name,
      isStaff: true,
      account: last ?? given[0] ?? null,
      rooms: before?.rooms ?? new Map(),
    })
  }
  const onWechat = [...shelf.rooms].filter(([key]) => key.startsWith('wechat/'))
  const bound = new Set(onWechat.map(([, room]) => room))
  for (const { id } of rooms)
    if (!bound.has(id) && !shelf.rooms.has(`wechat/${id}`)) shelf.rooms.set(`wechat/${id}`, id)
}
