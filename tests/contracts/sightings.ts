import { describe, expect, test } from 'vitest'
import { type LetterId, letterId, personId } from '../../src/domain/ids.ts'
import type { NewLetter } from '../../src/flows/ports.ts'
import { aLetter, at } from '../support/builders.ts'
import { openedOutbox } from './opened-outbox.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const secondsOn = (seconds: number) => new Date(nine.getTime() + seconds * 1000)
const someId = (id: string): LetterId => letterId(id)
const toPerson = (person: string) => ({ kind: 'person', person: personId(person) }) as const
const byLark = { kind: 'person', channel: 'lark', account: 'ou_p' } as const
const roomOnLark = { kind: 'room', channel: 'lark', room: 'oc_1', mention: null } as const

/** What every outbox promises of letters that were read, be it memory or PostgreSQL. */
export function sightingsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const { street, outbox, ...put } = await openedOutbox(fresh, nine)
    const write = async (...letters: NewLetter[]) => {
      await put.write(...letters)
      await outbox.take(letters.length, nine)
    }
    /** When each letter was seen, by its id. */
    const sights = async () =>
      Object.fromEntries((await outbox.letters({})).map(({ id, seenAt }) => [id, seenAt]))
    const sent = (ids: readonly string[], message: string, seconds = 1) =>
      outbox.sent(
        ids.map(someId),
        secondsOn(seconds),
        new Map(ids.map((id) => [someId(id), message])),
      )
    return { street, outbox, write, sights, sent }
  }

  describe(`letters that were read, in ${name}`, () => {
    test('are seen when their message was, all that were said in it, and for the first time only', async () => {
      const { outbox, write, sights, sent } = await opened()
      await write(...['l1', 'l2', 'l3'].map((id) => aLetter(id, { to: toPerson(id) })))
      await outbox.setOut([someId('l1'), someId('l2')], byLark, nine)
      await outbox.setOut([someId('l3')], byLark, nine)
      await sent(['l1', 'l2'], 'om_1')
      await sent(['l3'], 'om_3')
      expect(await sights()).toEqual({ l1: null, l2: null, l3: null })
      await outbox.seen(byLark, ['om_1', 'om_1', 'om_strange'], secondsOn(60), secondsOn(61))
      await outbox.seen(byLark, ['om_1'], secondsOn(90), secondsOn(91))
      expect(await sights()).toEqual({ l1: secondsOn(60), l2: secondsOn(60), l3: null })
      await outbox.seen(byLark, ['om_1'], secondsOn(30), secondsOn(92))
      expect(await sights()).toEqual({ l1: secondsOn(30), l2: secondsOn(30), l3: null })
      expect(await outbox.letters({})).toMatchObject([
        { id: 'l1', state: 'sent', via: 'lark', sentAt: secondsOn(1) },
        { id: 'l2', state: 'sent', via: 'lark', sentAt: secondsOn(1) },
        { id: 'l3', state: 'sent', via: 'lark', sentAt: secondsOn(1) },
      ])
    })

    test('are known as read when that was told before they were known to be sent, but never seen before they were sent', async () => {
      const { outbox, write, sights, sent } = await opened()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.setOut([someId('l1')], byLark, nine)
      await outbox.setOut([someId('l2')], byLark, nine)
      await outbox.seen(byLark, ['om_1', 'om_2'], secondsOn(2), secondsOn(2))
      await outbox.seen(byLark, ['om_2'], secondsOn(9), secondsOn(9))
      expect(await sights()).toEqual({ l1: null, l2: null })
      await sent(['l1'], 'om_1', 5)
      await sent(['l2'], 'om_2', 1)
      expect(await sights()).toEqual({ l1: secondsOn(5), l2: secondsOn(2) })
    })

    test('lose nothing when both are written at the same moment', async () => {
      const { street, outbox, write, sights, sent } = await opened()
      const { outbox: other } = await street.open()
      const all = Array.from({ length: 30 }, (_, i) => `l${i}`)
      await write(...all.map((id) => aLetter(id, { to: toPerson(id) })))
      for (const id of all) await outbox.setOut([someId(id)], byLark, nine)
      await Promise.all(
        all.flatMap((id) => [
          sent([id], `om_${id}`),
          other.seen(byLark, [`om_${id}`], secondsOn(2), secondsOn(2)),
        ]),
      )
      expect(Object.values(await sights())).toEqual(all.map(() => secondsOn(2)))
    })

    test('were read by their own reader: nobody else’s reading counts, nor a group’s', async () => {
      const { outbox, write, sights, sent } = await opened()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.setOut([someId('l1')], byLark, nine)
      await outbox.setOut([someId('l2')], roomOnLark, nine)
      await sent(['l1'], 'om_1')
      await sent(['l2'], 'om_2')
      await outbox.seen({ ...byLark, account: 'ou_other' }, ['om_1', 'om_2'], nine, nine)
      await outbox.seen({ ...byLark, channel: 'wechat' }, ['om_1'], nine, nine)
      await outbox.seen(byLark, ['om_2', 'om\0'], nine, nine)
      await outbox.seen(byLark, [], nine, nine)
      expect(await sights()).toEqual({ l1: null, l2: null })
    })

    test('what no letter was known to be is remembered for a day', async () => {
      const { outbox, write, sights, sent } = await opened()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.setOut([someId('l1')], byLark, nine)
      await outbox.setOut([someId('l2')], byLark, nine)
      await outbox.seen(byLark, ['om_1'], secondsOn(2), secondsOn(2))
      await outbox.seen(byLark, ['om_2'], secondsOn(3), secondsOn(3600))
      await outbox.seen(byLark, ['om_3'], secondsOn(86_500), secondsOn(86_500))
      await sent(['l1'], 'om_1')
      await sent(['l2'], 'om_2')
      expect(await sights()).toEqual({ l1: null, l2: secondsOn(3) })
    })
  })
}
