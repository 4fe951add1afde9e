import { describe, expect, test } from 'vitest'
import { messageId, personId, roomId } from '../../src/domain/ids.ts'
import { aHeard, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const [five, seven] = [roomId('room-5'), roomId('room-7')]
const [wang, li] = [personId('wang'), personId('li')]

/** What every keeper of rooms promises. */
export function roomsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`rooms in ${name}`, () => {
    test('are called what the platform last called them', async () => {
      const { rooms } = await opened()
      await rooms.seen('wechat', 'b', '阳光花园')
      await rooms.seen('wechat', 'a', '幸福里')
      await rooms.seen('wechat', 'a', '幸福里\0业主群')
      expect(await rooms.all()).toEqual([
        { channel: 'wechat', room: 'a', topic: '幸福里\uFFFD业主群', lostAt: null },
        { channel: 'wechat', room: 'b', topic: '阳光花园', lostAt: null },
      ])
    })

    test('are lost once, known or not, and are back when they are seen again', async () => {
      const { rooms } = await opened()
      await rooms.seen('wechat', 'a', '幸福里')
      expect(await rooms.lost('wechat', 'a', nine)).toBe(true)
      expect(await rooms.lost('wechat', 'a', at('2026-03-02 09:05'))).toBe(false)
      expect(await rooms.lost('wechat', 'new', nine)).toBe(true)
      expect((await rooms.all()).map(({ topic, lostAt }) => [topic, lostAt])).toEqual([
        ['幸福里', nine],
        ['', nine],
      ])
      await rooms.seen('wechat', 'a', '幸福里')
      expect((await rooms.all())[0]?.lostAt).toBeNull()
      expect(await rooms.lost('wechat', 'a', nine)).toBe(true)
    })

    test('have newcomers, who wait until they are greeted, once for ever', async () => {
      const { rooms } = await opened()
      await rooms.joined(five, wang, at('2026-03-02 09:05'))
      await rooms.joined(five, li, nine)
      await rooms.joined(seven, li, at('2026-03-02 09:07'))
      expect(await rooms.newcomers(at('2026-03-02 08:59'))).toEqual([])
      expect(await rooms.newcomers(at('2026-03-02 09:05'))).toEqual([{ room: five, sinceAt: nine }])
      expect(await rooms.newcomers(at('2026-03-02 10:00'))).toHaveLength(2)
      await rooms.greeted(five, at('2026-03-02 09:02'))
      const still = { room: five, sinceAt: at('2026-03-02 09:05') }
      expect((await rooms.newcomers(at('2026-03-02 10:00')))[0]).toEqual(still)
      await rooms.greeted(five, at('2026-03-02 09:10'))
      await rooms.joined(five, li, at('2026-03-03 09:00'))
      expect((await rooms.newcomers(at('2026-03-04 00:00'))).map(({ room }) => room)).toEqual([
        seven,
      ])
    })

    test('are counted by the hour, however often, also when messages are forgotten', async () => {
      const { rooms, inbox } = await opened()
      let said = 0
      const says = (room: string | null, when: string, type: 'text' | 'joined' = 'text') =>
        inbox.keep(
          [aHeard('嗯', { id: messageId(`m${++said}`), room, type, sentAt: at(when) })],
          at(when),
        )
      await says('g', '2026-03-02 09:10')
      await says('g', '2026-03-02 09:50')
      await says('g', '2026-03-02 09:20')
      await says('g', '2026-03-02 10:05')
      await says('h', '2026-03-02 09:10')
      await says('g', '2026-03-02 09:55', 'joined')
      await says(null, '2026-03-02 09:10')
      const now = at('2026-03-02 10:30')
      await rooms.count(now)
      await rooms.count(now)
      const nineInG = {
        ...{ channel: 'wechat', room: 'g', hourAt: nine, messages: 3 },
        lastAt: at('2026-03-02 09:50'),
      }
      const hours = await rooms.hours(nine)
      expect(hours).toHaveLength(3)
      expect(hours[0]).toEqual(nineInG)
      expect(hours[2]).toMatchObject({ room: 'g', messages: 1, hourAt: at('2026-03-02 10:00') })
      await rooms.count(at('2026-03-02 14:00'))
      expect(await rooms.hours(nine)).toEqual(hours)
      expect(await rooms.forgetHours(at('2026-03-02 10:00'))).toBe(2)
      expect(await rooms.hours(nine)).toHaveLength(1)
    })

    test('of one street never show in another', async () => {
      const { rooms } = await opened()
      await rooms.seen('wechat', 'a', '幸福里')
      await rooms.joined(five, wang, nine)
      const other = (await opened()).rooms
      expect(await other.all()).toEqual([])
      expect(await other.newcomers(at('2027-01-01 00:00'))).toEqual([])
    })
  })
}
