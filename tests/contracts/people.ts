import { describe, expect, test } from 'vitest'
import { personId, roomId } from '../../src/domain/ids.ts'
import { aBook, aHeard } from '../support/builders.ts'
import type { Street } from './street.ts'

const here = roomId('room-xf-1')
const there = roomId('room-xf-2')
const speaking = (id: string, name = '小刘', alias = '5-2-301刘') =>
  aHeard('', { sender: { id, name, alias } })
const onLark = (id: string) => aHeard('', { channel: 'lark', sender: { id, name: '', alias: '' } })

/** What every keeper of people promises, be it memory or PostgreSQL. */
export function peopleContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()
  const withStaff = async () => {
    const stores = await opened()
    await stores.saveRulebook(aBook())
    return stores
  }

  describe(`people in ${name}`, () => {
    test('are the same person whenever the same account speaks', async () => {
      const { people } = await opened()
      const first = await people.meet(speaking('wx-1'), here)
      expect(first).toMatchObject({ name: '小刘', rooms: [{ room: here, alias: '5-2-301刘' }] })
      expect(await people.meet(speaking('wx-1'), here)).toEqual(first)
      expect((await people.meet(speaking('wx-2'), here)).id).not.toBe(first.id)
      expect((await people.meet({ ...speaking('wx-1'), channel: 'lark' }, null)).id).not.toBe(
        first.id,
      )
      expect(await people.find([first.id])).toEqual([first])
    })

    test('are made once, also when met by two at the same moment', async () => {
      const street = await fresh()
      const both = await Promise.all([street.open(), street.open()])
      const met = await Promise.all(
        [...both, ...both].map(({ people }) => people.meet(speaking('wx-1'), here)),
      )
      expect(new Set(met.map(({ id }) => id)).size).toBe(1)
    })

    test('are known by their latest name, and by their alias in each room', async () => {
      const { people } = await opened()
      const { id } = await people.meet(speaking('wx-1', '小刘', '刘'), there)
      await people.meet(speaking('wx-1', '老刘', '5-2-301刘'), here)
      await people.meet(speaking('wx-1', '', '2幢刘'), there)
      expect(await people.meet(speaking('wx-1', '老刘', ''), null)).toEqual({
        id,
        name: '老刘',
        rooms: [
          { room: here, alias: '5-2-301刘' },
          { room: there, alias: '2幢刘' },
        ],
      })
    })

    test('are found as asked for, strangers left out', async () => {
      const { people } = await opened()
      const one = await people.meet(speaking('wx-1'), here)
      const two = await people.meet(speaking('wx-2'), null)
      expect(await people.find([two.id, personId('nobody'), one.id, two.id])).toEqual([two, one])
      expect(await people.find([])).toEqual([])
    })

    test('are reached where they spoke last, then in the order of the channels', async () => {
      const { people } = await withStaff()
      const staff = personId('S010')
      const wechat = { kind: 'person', channel: 'wechat', account: 'wx-S010' }
      const lark = { kind: 'person', channel: 'lark', account: 'ou_S010' }
      expect(await people.reaches(staff)).toEqual([wechat, lark])
      await people.meet(onLark('ou_S010'), null)
      expect(await people.reaches(staff)).toEqual([lark, wechat])
      await people.meet(speaking('wx-S010'), here)
      expect(await people.reaches(staff)).toEqual([wechat, lark])
      expect(await people.reaches(personId('nobody'))).toEqual([])
    })

    test('are told by their accounts, and asking makes nobody known', async () => {
      const { people } = await withStaff()
      expect(await people.whose({ channel: 'lark', account: 'ou_S010' })).toBe('S010')
      for (let asked = 0; asked < 2; asked++)
        for (const account of ['ou_nobody', 'wx-S010', '', '\u0000'])
          expect(await people.whose({ channel: 'lark', account })).toBeUndefined()
      const { id } = await people.meet(onLark('ou_new'), null)
      expect(await people.whose({ channel: 'lark', account: 'ou_new' })).toBe(id)
    })

    test('of the staff are not known by what only carries letters out', async () => {
      const { people, saveRulebook } = await opened()
      const sms = '13800000000'
      const staff = aBook().staff.map((one) => ({ ...one, accounts: { ...one.accounts, sms } }))
      await saveRulebook(aBook({ staff }))
      const spoken = await people.meet(
        { channel: 'sms', sender: { id: sms, name: '', alias: '' } },
        null,
      )
      expect(staff.map(({ id }) => id)).not.toContain(spoken.id)
    })

    test('of the staff are known by all their accounts, under the name of the rulebook', async () => {
      const { people } = await withStaff()
      expect(await people.meet(speaking('wx-S010', '丽华加油'), null)).toMatchObject({
        id: 'S010',
        name: '高丽华',
      })
      expect((await people.meet(onLark('ou_S010'), null)).id).toBe('S010')
    })

    test('lose the office with the account', async () => {
      const { people, saveRulebook } = await withStaff()
      const staff = aBook().staff.map((one) =>
        one.id === 'S010' ? { ...one, accounts: { wechat: 'wx-new' } } : one,
      )
      const resident = await people.meet(speaking('wx-new'), null)
      await saveRulebook(aBook({ staff }))
      expect((await people.meet(speaking('wx-S010'), null)).id).not.toBe('S010')
      expect((await people.meet(speaking('wx-new'), null)).id).toBe('S010')
      expect(resident.id).not.toBe('S010')
      expect(await people.reaches(personId('S010'))).toMatchObject([{ account: 'wx-new' }])
    })

    test('of another street are not known here', async () => {
      const { people } = await opened()
      const { people: elsewhere } = await opened()
      const { id } = await people.meet(speaking('wx-1'), here)
      expect(await elsewhere.find([id])).toEqual([])
    })
  })

  describe(`rooms in ${name}`, () => {
    test('of a rulebook are known on WeChat by their own id', async () => {
      const { people } = await withStaff()
      expect(await people.roomOf('wechat', 'room-xf-1')).toBe(here)
      expect(await people.platformRooms(here)).toEqual([{ channel: 'wechat', room: 'room-xf-1' }])
      expect(await people.roomOf('lark', 'room-xf-1')).toBeUndefined()
      expect(await people.roomOf('wechat', 'unbound')).toBeUndefined()
      expect(await people.platformRooms(there)).toEqual([])
    })

    test('can be one group on each channel, and stay so when the rulebook is saved again', async () => {
      const { people, bindRoom, saveRulebook } = await withStaff()
      await bindRoom('lark', 'oc_1', here)
      await saveRulebook(aBook())
      expect(await people.platformRooms(here)).toEqual([
        { channel: 'wechat', room: 'room-xf-1' },
        { channel: 'lark', room: 'oc_1' },
      ])
      expect(await people.roomOf('lark', 'oc_1')).toBe(here)
      expect(await people.roomOf('wechat', 'room-xf-1')).toBe(here)
    })

    test('can become another group of a channel, which forgets the one before', async () => {
      const { people, bindRoom, saveRulebook } = await withStaff()
      await bindRoom('wechat', 'renamed', here)
      await saveRulebook(aBook())
      expect(await people.platformRooms(here)).toEqual([{ channel: 'wechat', room: 'renamed' }])
      expect(await people.roomOf('wechat', 'room-xf-1')).toBeUndefined()
    })

    test('give way when their group becomes another room', async () => {
      const { people, bindRoom } = await withStaff()
      await bindRoom('wechat', 'room-xf-1', there)
      expect(await people.roomOf('wechat', 'room-xf-1')).toBe(there)
      expect(await people.platformRooms(here)).toEqual([])
    })
  })
}
