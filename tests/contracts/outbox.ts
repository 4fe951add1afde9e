import { describe, expect, test } from 'vitest'
import { type LetterId, letterId, personId, petitionId, roomId } from '../../src/domain/ids.ts'
import type { Letter, NewLetter } from '../../src/flows/ports.ts'
import { aLetter, anAcceptedNotice, at } from '../support/builders.ts'
import { openedOutbox } from './opened-outbox.ts'
import { unsureSoon } from './setting-out.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const secondsOn = (seconds: number) => new Date(nine.getTime() + seconds * 1000)
const ids = (letters: readonly Letter[]) => letters.map(({ id }) => id)
const someId = (id: string): LetterId => letterId(id)
const toPerson = (person: string) => ({ kind: 'person', person: personId(person) }) as const
const toRoom = (room: string, mention: string | null = null) =>
  ({
    kind: 'room',
    room: roomId(room),
    mention: mention === null ? null : personId(mention),
  }) as const

const byWechat = { kind: 'person', channel: 'wechat', account: 'wx-1' } as const

/** What every outbox promises, be it memory or PostgreSQL. */
export function outboxContract(name: string, fresh: () => Promise<Street>) {
  const opened = () => openedOutbox(fresh, nine)

  describe(`an outbox in ${name}`, () => {
    test('gives out a letter as it was written', async () => {
      const { outbox, write } = await opened()
      const letter = aLetter('l1', {
        to: toRoom('room-xf-1', 'resident-1'),
        notice: anAcceptedNotice(),
      })
      await write(letter)
      expect(await outbox.take(10, nine)).toEqual([
        { ...letter, attempts: 0, doubt: null, closed: [] },
      ])
    })

    test('gives out what is due, the oldest first, and no more than asked for', async () => {
      const { outbox, write } = await opened()
      const due = (id: string, seconds: number) =>
        aLetter(id, { to: toPerson(id), sendAt: secondsOn(seconds) })
      await write(due('late', 60), due('third', 0), due('first', -20), due('second', -10))
      expect(ids(await outbox.take(2, nine))).toEqual(['first', 'second'])
      expect(ids(await outbox.take(10, nine))).toEqual(['third'])
      expect(ids(await outbox.take(10, secondsOn(59)))).toEqual([])
      expect(ids(await outbox.take(10, secondsOn(60)))).toContain('late')
    })

    test('gives a taken letter to nobody else for one minute', async () => {
      const { street, outbox, write } = await opened()
      const { outbox: other } = await street.open()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      expect(await other.take(1, secondsOn(59))).toEqual([])
      expect(await other.take(1, secondsOn(60))).toMatchObject([{ id: 'l1', attempts: 1 }])
    })

    test('gives each letter to one of many who take at the same moment', async () => {
      const { street, outbox, write } = await opened()
      const { outbox: other } = await street.open()
      const letters = Array.from({ length: 60 }, (_, i) =>
        aLetter(`l${i}`, { to: toPerson(`p${i % 30}`), sendAt: secondsOn(i < 30 ? -2 : -1) }),
      )
      await write(...letters)
      const taken: string[] = []
      for (let round = 0; taken.length < 60 && round < 20; round++) {
        const hands = await Promise.all(
          [outbox, other, outbox, other].map(async (each) => ({
            each,
            got: await each.take(9, nine),
          })),
        )
        for (const { each, got } of hands) {
          taken.push(...ids(got))
          await each.sent(ids(got), nine)
        }
      }
      expect([...taken].sort()).toEqual(letters.map(({ id }) => id).sort())
      const place = new Map(taken.map((id, i) => [id, i]))
      for (let i = 0; i < 30; i++)
        expect(place.get(`l${i}`)).toBeLessThan(place.get(`l${i + 30}`) ?? -1)
    })

    test('keeps a sent letter sent', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'), aLetter('l2'))
      await outbox.sent(ids(await outbox.take(10, nine)), nine)
      expect(await outbox.take(10, secondsOn(3600))).toEqual([])
      await outbox.retry([someId('l1')], nine, 'mistake')
      expect(await outbox.take(10, secondsOn(3600))).toEqual([])
      expect(await outbox.letters({})).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    })

    test('tries again when told, counting', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      await outbox.retry([someId('l1')], secondsOn(300), 'rate limit\0')
      expect(await outbox.take(1, secondsOn(299))).toEqual([])
      expect(await outbox.take(1, secondsOn(300))).toMatchObject([{ attempts: 1 }])
      await outbox.retry([someId('l1')], secondsOn(600), 'rate limit')
      expect(await outbox.take(1, secondsOn(600))).toMatchObject([{ attempts: 2 }])
    })

    test('gives up for good', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'), aLetter('l2', { sendAt: secondsOn(1) }))
      await outbox.take(1, nine)
      await outbox.giveUp([someId('l1')], 'no such person')
      expect(ids(await outbox.take(10, secondsOn(3600)))).toEqual(['l2'])
      expect((await outbox.letters({})).map(({ state }) => state)).toEqual(['given_up', 'pending'])
    })

    test('names what was given up and why, and sends it again in the old order', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('b', { sendAt: secondsOn(1) }), aLetter('a'))
      await outbox.take(10, secondsOn(1))
      await outbox.noteWays([someId('a')], { doubt: null, closed: ['wechat/person/wx-1'] })
      await outbox.giveUp([someId('b')], 'late')
      await outbox.giveUp([someId('a')], 'refused\0')
      await write(aLetter('c', { sendAt: secondsOn(2) }))
      expect(await outbox.givenUp(10)).toMatchObject([
        { id: 'a', why: expect.stringContaining('refused'), closed: ['wechat/person/wx-1'] },
        { id: 'b', why: 'late' },
      ])
      expect(ids(await outbox.givenUp(1))).toEqual(['a'])
      const named = ['b', 'a', 'c', 'unknown'].map(someId)
      expect(await outbox.again(named)).toEqual(['a', 'b'])
      expect(await outbox.givenUp(10)).toEqual([])
      expect(await outbox.take(10, secondsOn(60))).toMatchObject([
        { id: 'a', attempts: 0, closed: [] },
        { id: 'b', attempts: 0 },
        { id: 'c', attempts: 0 },
      ])
    })

    test("takes nobody's letter out of another's hands", async () => {
      const { street, outbox, write } = await opened()
      const { outbox: other } = await street.open()
      await write(aLetter('l1'))
      await outbox.take(1, nine)
      await other.take(1, secondsOn(60))
      await outbox.retry([someId('l1')], secondsOn(61), 'too slow')
      await outbox.giveUp([someId('l1')], 'too slow')
      expect(await outbox.letters({})).toMatchObject([{ state: 'pending' }])
      expect(await outbox.take(1, secondsOn(62))).toEqual([])
    })
  })

  describe(`letters to one reader in ${name}`, () => {
    test('may be given out together, in order', async () => {
      const { outbox, write } = await opened()
      await write(
        aLetter('b', { sendAt: secondsOn(-1) }),
        aLetter('a'),
        aLetter('c', { sendAt: secondsOn(-2) }),
      )
      expect(ids(await outbox.take(10, nine))).toEqual(['c', 'b', 'a'])
    })

    test.each<[string, NewLetter['to'], NewLetter['to']]>([
      ['a person', toPerson('p'), toPerson('p')],
      ['a room, whoever is mentioned', toRoom('r', 'p'), toRoom('r')],
    ])('wait while an earlier one is on its way: %s', async (_, to, sameReader) => {
      const { outbox, write } = await opened()
      await write(
        aLetter('first', { to }),
        aLetter('second', { to: sameReader, sendAt: secondsOn(1) }),
        aLetter('elsewhere', { to: toPerson('somebody else'), sendAt: secondsOn(2) }),
      )
      expect(ids(await outbox.take(1, secondsOn(3)))).toEqual(['first'])
      expect(ids(await outbox.take(10, secondsOn(3)))).toEqual(['elsewhere'])
      await outbox.retry([someId('first')], secondsOn(100), 'later')
      expect(ids(await outbox.take(10, secondsOn(99)))).not.toContain('second')
      const got = ids(await outbox.take(1, secondsOn(100)))
      expect(got).toEqual(['first'])
      await outbox.sent(got, secondsOn(100))
      expect(ids(await outbox.take(10, secondsOn(101)))).toContain('second')
    })

    test('postponed till the morning hold up nothing, and go then', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('old-news'), aLetter('answer', { sendAt: secondsOn(60) }))
      expect(ids(await outbox.take(10, secondsOn(1)))).toEqual(['old-news'])
      await outbox.postpone([someId('old-news')], secondsOn(36_000))
      expect(ids(await outbox.take(10, secondsOn(60)))).toEqual(['answer'])
      await outbox.sent([someId('answer')], secondsOn(60))
      expect(ids(await outbox.take(10, secondsOn(35_999)))).toEqual([])
      const [letter] = await outbox.take(10, secondsOn(36_000))
      expect(letter).toMatchObject({ id: someId('old-news'), sendAt: secondsOn(36_000) })
    })

    test('do not wait for one that is held back till the morning', async () => {
      const { outbox, write } = await opened()
      await write(
        aLetter('a-news', { sendAt: secondsOn(36_000) }),
        aLetter('answer', { sendAt: secondsOn(60) }),
      )
      expect(ids(await outbox.take(10, secondsOn(60)))).toEqual(['answer'])
    })

    test('hold nobody else up, however many wait behind a failing one', async () => {
      const { outbox, write } = await opened()
      const crowd = Array.from({ length: 30 }, (_, i) => aLetter(`l${i}`, { sendAt: secondsOn(i) }))
      await write(...crowd, aLetter('other', { to: toPerson('other'), sendAt: secondsOn(40) }))
      await outbox.take(1, nine)
      await outbox.retry([someId('l0')], secondsOn(3600), 'later')
      expect(ids(await outbox.take(5, secondsOn(50)))).toEqual(['other'])
    })
  })

  describe(`after a stop, the outbox in ${name}`, () => {
    test('knows which letters the dead process had in hand', async () => {
      const { street, outbox, write } = await opened()
      await write(
        ...['sent', 'pending', 'up', 'hand'].map((id) => aLetter(id, { to: toPerson(id) })),
      )
      const dead = await street.open()
      await dead.outbox.take(10, nine)
      await dead.outbox.sent([someId('sent')], nine)
      await dead.outbox.retry([someId('pending')], nine, 'later')
      await dead.outbox.giveUp([someId('up')], 'never')
      expect(await outbox.unsure()).toEqual([])
      await dead.close()
      expect(await unsureSoon(outbox)).toMatchObject([{ id: 'hand', attempts: 1, setOut: null }])
      expect(await outbox.unsure()).toEqual([])
      await outbox.retry([someId('hand')], nine, 'unsure')
      expect(ids(await outbox.take(10, nine)).sort()).toEqual(['hand', 'pending'])
    })

    test('knows which way they had set out, and what was sent to the same readers since', async () => {
      const { street, outbox, write } = await opened()
      const [p, r] = [toPerson('p'), toRoom('r')]
      await write(
        aLetter('long ago', { to: p }),
        aLetter('to a room', { to: r }),
        aLetter('elsewhere', { to: toPerson('somebody else') }),
        aLetter('lately', { to: p, sendAt: secondsOn(1) }),
        aLetter('hand', { to: p, sendAt: secondsOn(2) }),
      )
      const dead = await street.open()
      await dead.outbox.take(10, secondsOn(20))
      const lark = { kind: 'person', channel: 'lark', account: 'ou_p' } as const
      await dead.outbox.setOut([someId('lately')], byWechat, secondsOn(20))
      await dead.outbox.setOut([someId('hand')], lark, secondsOn(22))
      await dead.outbox.sent([someId('long ago')], secondsOn(9))
      await dead.outbox.sent(['to a room', 'elsewhere', 'lately'].map(someId), secondsOn(21))
      await dead.close()
      expect(await unsureSoon(outbox)).toMatchObject([
        { id: 'hand', setOut: { via: lark, at: secondsOn(22), parcel: 'hand' }, doubt: null },
      ])
      expect(await outbox.sentSince(secondsOn(10), [p, p, r])).toMatchObject([
        { id: 'to a room', setOut: null },
        { id: 'lately', setOut: { via: byWechat, at: secondsOn(20), parcel: 'lately' } },
      ])
      expect(await outbox.sentSince(secondsOn(10), [])).toEqual([])
    })

    test('is sure of its own letters but those it let fall', async () => {
      const { outbox, write } = await opened()
      await write(aLetter('l1'), aLetter('l2', { to: toPerson('p') }))
      await outbox.take(2, nine)
      await outbox.sent([someId('l2')], nine)
      expect(await outbox.unsure()).toEqual([])
      expect(ids(await outbox.unsure([someId('l1'), someId('l2')]))).toEqual(['l1'])
    })
  })

  test(`letters in ${name} can be looked up by petition and by person`, async () => {
    const { outbox, write } = await opened()
    await write(
      aLetter('l1', { notice: anAcceptedNotice() }),
      aLetter('l2', { to: toPerson('other'), notice: anAcceptedNotice(), sendAt: secondsOn(1) }),
      aLetter('l3', { sendAt: secondsOn(2) }),
      aLetter('l4', { to: toRoom('r', 'resident-1'), sendAt: secondsOn(3) }),
    )
    const petition = petitionId('petition-1')
    const person = personId('resident-1')
    expect(ids(await outbox.letters({}))).toEqual(['l1', 'l2', 'l3', 'l4'])
    expect(ids(await outbox.letters({ petition }))).toEqual(['l1', 'l2'])
    expect(ids(await outbox.letters({ person }))).toEqual(['l1', 'l3'])
    expect(ids(await outbox.letters({ petition, person }))).toEqual(['l1'])
  })
}
