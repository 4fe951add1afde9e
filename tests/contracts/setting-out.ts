import { describe, expect, test } from 'vitest'
import { type LetterId, letterId, personId } from '../../src/domain/ids.ts'
import type { Letter, LetterOnItsWay } from '../../src/flows/ports.ts'
import { aLetter, at } from '../support/builders.ts'
import { openedOutbox } from './opened-outbox.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const secondsOn = (seconds: number) => new Date(nine.getTime() + seconds * 1000)
const ids = (letters: readonly Letter[]) => letters.map(({ id }) => id)
const someId = (id: string): LetterId => letterId(id)
const toPerson = (person: string) => ({ kind: 'person', person: personId(person) }) as const
const byWechat = { kind: 'person', channel: 'wechat', account: 'wx-1' } as const

/** What every outbox promises of letters that are handed to a platform, be it memory or PostgreSQL. */
export function settingOutContract(name: string, fresh: () => Promise<Street>) {
  const opened = () => openedOutbox(fresh, nine)

  describe(`letters that set out in ${name}`, () => {
    test('are given to nobody else for five minutes', async () => {
      const { street, outbox, write } = await opened()
      const { outbox: other } = await street.open()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      expect(await outbox.setOut([someId('l1')], byWechat, secondsOn(30))).toEqual(['l1'])
      expect(await other.take(1, secondsOn(329))).toEqual([])
      expect(ids(await other.take(1, secondsOn(330)))).toEqual(['l1'])
    })

    test('are forgotten when dropped, but only by who has them in hand', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'), aLetter('l2', { sendAt: secondsOn(90) }))
      await outbox.take(1, nine)
      await outbox.drop([someId('l1'), someId('l2')])
      expect(ids(await outbox.take(5, secondsOn(120)))).toEqual(['l2'])
      expect(ids(await outbox.letters({}))).toEqual(['l2'])
    })

    test('must still be ours: who was too slow must not send them', async () => {
      const { street, outbox, write } = await opened()
      const { outbox: other } = await street.open()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.take(2, nine)
      await other.take(1, secondsOn(60))
      const [taken] = await outbox.setOut([someId('l1'), someId('l2')], byWechat, secondsOn(61))
      expect([taken]).toHaveLength(1)
      expect(await other.setOut(['l1', 'l2'].map(someId), byWechat, secondsOn(61))).toHaveLength(1)
      await other.sent([someId('l1')], nine)
      expect(await outbox.setOut([someId('l1')], byWechat, secondsOn(62))).toEqual([])
    })

    test('of many readers at once, keep their own ways', async () => {
      const { street, outbox, write } = await opened()
      const all = Array.from({ length: 30 }, (_, i) => `l${i}`)
      await write(...all.map((id) => aLetter(id, { to: toPerson(id) })))
      const dead = await street.open()
      await dead.outbox.take(30, nine)
      await Promise.all(
        all.map((id) =>
          dead.outbox.setOut([someId(id)], { ...byWechat, account: id }, secondsOn(1)),
        ),
      )
      await dead.close()
      const found = await unsureSoon(outbox)
      expect(found).toHaveLength(30)
      for (const { id, setOut } of found) expect(setOut?.via).toEqual({ ...byWechat, account: id })
    })

    test('may be marked as sent by calls that overlap, in any order', async () => {
      const { outbox, write } = await opened()
      const all = Array.from({ length: 40 }, (_, i) => someId(`l${i}`))
      await write(...all.map((id) => aLetter(id, { to: toPerson(id) })))
      await outbox.take(40, nine)
      const said: LetterId[] = []
      await Promise.all(
        all.map(async (id, i) => {
          await outbox.setOut([id], byWechat, secondsOn(i))
          said.push(id)
          await outbox.sent(i % 2 ? [...said] : [...said].reverse(), secondsOn(i))
        }),
      )
      const states = new Set((await outbox.letters({})).map(({ state }) => state))
      expect([...states]).toEqual(['sent'])
    })

    test('and whose fate is unknown are known as such until it is clear', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.take(2, nine)
      const doubt = { via: byWechat, at: secondsOn(3), parcel: someId('l1') }
      const closed = ['lark/person/ou_1', '\0']
      await outbox.noteWays([someId('l1'), someId('l2')], { doubt, closed })
      await outbox.retry([someId('l1'), someId('l2')], secondsOn(5), 'link down')
      const [letter] = await outbox.take(10, secondsOn(5))
      expect(letter).toMatchObject({
        id: 'l1',
        doubt,
        closed: ['lark/person/ou_1', expect.anything()],
      })
      expect(await outbox.possibleDoubles()).toBe(0)
      await outbox.noteWays([someId('l2')], { doubt: null, closed: [] })
      await outbox.sent([someId('l1'), someId('l2')], secondsOn(6))
      expect(await outbox.possibleDoubles()).toBe(1)
    })

    test('and did not arrive keep the parcel they went as, and count as said once', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      const doubt = { via: byWechat, at: secondsOn(3), parcel: someId('l1'), isOver: true } as const
      await outbox.noteWays([someId('l1')], { doubt, closed: [] })
      await outbox.retry([someId('l1')], secondsOn(5), 'link down')
      expect(await outbox.take(10, secondsOn(5))).toMatchObject([{ id: 'l1', doubt }])
      await outbox.sent([someId('l1')], secondsOn(6))
      expect(await outbox.possibleDoubles()).toBe(0)
    })

    test('and died on the next try are sure not to have gone on that one', async () => {
      const { street, outbox, write } = await opened()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      await outbox.setOut([someId('l1')], byWechat, nine)
      await outbox.retry([someId('l1')], secondsOn(2), 'link down')
      const dead = await street.open()
      await dead.outbox.take(1, secondsOn(2))
      await dead.close()
      expect(await unsureSoon(outbox)).toMatchObject([{ id: 'l1', setOut: null, doubt: null }])
    })
  })
}

/** A database takes a moment to see that a connection is gone. */
export async function unsureSoon(outbox: { unsure(): Promise<LetterOnItsWay[]> }) {
  for (let i = 0; i < 50; i++) {
    const letters = await outbox.unsure()
    if (letters.length > 0) return letters
    await new Promise((go) => setTimeout(go, 20))
  }
  return []
}
