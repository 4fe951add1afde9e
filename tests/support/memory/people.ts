import { type PersonId, personId, type RoomId, roomId } from '../../../src/domain/ids.ts'
import { type ChannelName, channelNames } from '../../../src/domain/people/channel-name.ts'
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
    async reach(id) {
      const account = shelf.people.get(id)?.account
      return account ? { kind: 'person', ...account } : undefined
    },
    roomOf: async (channel, platformRoom) => shelf.rooms.get(`${channel}/${platformRoom}`),
    async platformRoom(room) {
      const key = [...shelf.rooms].findLast(([, bound]) => bound === room)?.[0]
      const channel = channelNames.find((name) => key?.startsWith(`${name}/`))
      return key && channel ? { channel, room: key.slice(channel.length + 1) } : undefined
    },
  }
  return {
    people,
    introduce: (book: Rulebook) => introduce(book, shelf),
    bindRoom: async (channel: ChannelName, platformRoom: string, room: RoomId) => {
      const key = `${channel}/${platformRoom}`
      for (const [other, bound] of shelf.rooms) if (bound === room) shelf.rooms.delete(other)
      shelf.rooms.set(key, room)
    },
  }
}

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
    const own = channelNames.flatMap((channel) => {
      const account = accounts[channel]
      return account === undefined ? [] : [{ channel, account }]
    })
    for (const [key, person] of shelf.accounts) if (person === id) shelf.accounts.delete(key)
    for (const { channel, account } of own) shelf.accounts.set(`${channel}/${account}`, id)
    const last = own.find(
      (a) => a.channel === before?.account?.channel && a.account === before.account.account,
    )
    shelf.people.set(id, {
      name,
      isStaff: true,
      account: last ?? own[0] ?? null,
      rooms: before?.rooms ?? new Map(),
    })
  }
  const bound = new Set(shelf.rooms.values())
  for (const { id } of rooms) if (!bound.has(id)) shelf.rooms.set(`wechat/${roomId(id)}`, id)
}
