import { describe, expect, test } from 'vitest'
import { messageId, petitionId } from '../../src/domain/ids.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { aHeard, anEntry, aPetition, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const longAgo = at('2026-01-01 00:00')

/** A message with this id and text, said in this group. */
const said = (id: string, but: Partial<HeardMessage> = {}) =>
  aHeard(id, { id: messageId(id), ...but })
const texts = (messages: readonly HeardMessage[]) => messages.map(({ text }) => text)

/** What every inbox promises, be it memory or PostgreSQL. */
export function inboxContract(name: string, fresh: () => Promise<Street>) {
  const inboxes = async () => {
    const { inbox, petitions } = await (await fresh()).open()
    const read = (id: string, petition: string | null = null) =>
      petitions.record(
        [
          anEntry({
            cause: { kind: 'message', channel: 'wechat', message: messageId(id) },
            petition:
              petition === null
                ? null
                : aPetition('dispatched', { id: petitionId(petition), messages: [] }),
          }),
        ],
        now,
      )
    return { inbox, petitions, read }
  }

  describe(`an inbox in ${name}`, () => {
    test('gives back a message as it was heard, dates and all', async () => {
      const { inbox } = await inboxes()
      const heard = said('m1', { quotes: messageId('m0'), mentionsUs: true })
      await inbox.keep([heard], now)
      expect(await inbox.waiting(10)).toEqual([heard])
    })

    test('keeps a message that comes twice only once', async () => {
      const { inbox } = await inboxes()
      expect(await inbox.keep([said('m1'), said('m2')], now)).toEqual(['m1', 'm2'])
      expect(await inbox.keep([said('m2'), said('m3'), said('m3')], now)).toEqual(['m3'])
      expect(await inbox.stretch(said('m3'), longAgo)).toHaveLength(3)
    })

    test('finds those of some messages that are kept, oldest first', async () => {
      const { inbox } = await inboxes()
      await inbox.keep([said('m1'), said('m2', { channel: 'lark' }), said('m3')], now)
      const wanted = ['m2', 'm9', 'm1'].map((id) => messageId(id))
      expect(texts(await inbox.find(wanted))).toEqual(['m1', 'm2'])
      expect(await inbox.find([])).toEqual([])
    })

    test('keeps it once when it comes by two ways at the same moment', async () => {
      const { inbox } = await inboxes()
      const heard = Array.from({ length: 20 }, (_, i) => said(`m${i}`))
      const kept = await Promise.all([
        inbox.keep(heard, now),
        inbox.keep([...heard].reverse(), now),
        ...heard.map((message) => inbox.keep([message], now)),
      ])
      expect(kept.flat().sort()).toEqual(heard.map(({ id }) => id).sort())
    })

    test('takes the same id on another channel for another message', async () => {
      const { inbox } = await inboxes()
      await inbox.keep([said('m1')], now)
      expect(await inbox.keep([said('m1', { channel: 'lark' })], now)).toEqual(['m1'])
    })

    test('refuses no message for a character that nobody can see', async () => {
      const { inbox } = await inboxes()
      const sender = { id: 'wx\0', name: '\ud83d', alias: '好\udc00' }
      expect(
        await inbox.keep([said('m\0', { text: '漏\0水\ud800 \\u0000', sender })], now),
      ).toEqual(['m\0'])
      expect(await inbox.waiting(1)).toMatchObject([
        { text: '漏�水� \\u0000', sender: { id: 'wx�', name: '�', alias: '好�' } },
      ])
      expect(await inbox.keep([said('m\0')], now)).toEqual([])
    })

    test('shows the oldest unread message of each conversation, the longest waiting first', async () => {
      const { inbox, read } = await inboxes()
      const privately = { room: null }
      await inbox.keep([said('b1', { room: 'b' }), said('a1', { room: 'a' })], now)
      await inbox.keep([said('a2', { room: 'a' }), said('p1', privately)], now)
      await inbox.keep([said('l1', { room: 'b', channel: 'lark' })], now)
      expect(texts(await inbox.waiting(10))).toEqual(['b1', 'a1', 'p1', 'l1'])
      expect(texts(await inbox.waiting(2))).toEqual(['b1', 'a1'])
      await read('a1')
      expect(texts(await inbox.waiting(10))).toEqual(['b1', 'a2', 'p1', 'l1'])
    })

    test('shows a stretch of one conversation up to a message, read or not, oldest first', async () => {
      const { inbox, read } = await inboxes()
      await inbox.keep([said('m1'), said('other', { room: 'elsewhere' }), said('m2')], now)
      await inbox.keep([said('m3'), said('m4')], now)
      await read('m1')
      expect(texts(await inbox.stretch(said('m3'), longAgo))).toEqual(['m1', 'm2', 'm3'])
    })

    test('shows what waits behind a message in its conversation, oldest first', async () => {
      const { inbox, read } = await inboxes()
      await inbox.keep([said('m1'), said('m2'), said('other', { room: 'elsewhere' })], now)
      await inbox.keep([said('m3'), said('m4')], now)
      await read('m3')
      expect(texts(await inbox.behind(said('m1')))).toEqual(['m2', 'm4'])
      expect(await inbox.behind(said('m4'))).toEqual([])
    })

    test('shows none that is too old, and at most the last 40', async () => {
      const { inbox } = await inboxes()
      const old = said('old', { sentAt: at('2026-03-01 08:00') })
      const many = Array.from({ length: 45 }, (_, i) => said(`m${i}`))
      await inbox.keep([old, ...many], now)
      const since = at('2026-03-02 00:00')
      expect(texts(await inbox.stretch(said('m2'), since))).toEqual(['m0', 'm1', 'm2'])
      const stretch = texts(await inbox.stretch(said('m44'), longAgo))
      expect([stretch.length, stretch[0], stretch.at(-1)]).toEqual([40, 'm5', 'm44'])
    })

    test('sets aside what cannot be read, and goes on with the next', async () => {
      const { inbox, read } = await inboxes()
      await inbox.keep([said('m1'), said('m2')], now)
      await inbox.setAside(messageId('m1'), 'wechat', 'RangeError\0')
      expect(texts(await inbox.waiting(10))).toEqual(['m2'])
      expect(await read('m1')).toEqual(['alreadyDone'])
      expect(await inbox.forget(at('2027-01-01 00:00'))).toBe(0)
    })

    test('sets nothing aside that was read', async () => {
      const { inbox, read } = await inboxes()
      await inbox.keep([said('m1')], now)
      await read('m1')
      await inbox.setAside(messageId('m1'), 'wechat', 'too late')
      expect(await inbox.forget(at('2026-03-03 09:01'))).toBe(1)
    })

    test('forgets chatter that was read, and nothing else', async () => {
      const { inbox, petitions, read } = await inboxes()
      await inbox.keep(
        ['chatter', 'cause', 'part', 'unread'].map((id) => said(id)),
        now,
      )
      await inbox.keep([said('later')], at('2026-03-02 12:00'))
      for (const id of ['chatter', 'part', 'later']) await read(id)
      await petitions.record(
        [
          anEntry({
            cause: { kind: 'message', channel: 'wechat', message: messageId('cause') },
            petition: aPetition('dispatched', {
              messages: [messageId('part'), messageId('cause')],
            }),
          }),
        ],
        now,
      )
      expect(await inbox.forget(at('2026-03-02 10:00'))).toBe(1)
      expect(await inbox.forget(at('2026-03-02 10:00'))).toBe(0)
      expect(texts(await inbox.stretch(said('later'), longAgo))).toEqual([
        'cause',
        'part',
        'unread',
        'later',
      ])
    })

    test('knows up to when all of a channel is kept, also when what was said is forgotten', async () => {
      const { inbox, read } = await inboxes()
      expect(await inbox.lastHeard('wechat')).toBeUndefined()
      const eight = at('2026-03-02 08:00')
      await inbox.keep([said('m1', { sentAt: eight })], now, eight)
      await inbox.keep([said('m2', { sentAt: at('2026-03-02 07:00') })], now, eight)
      await inbox.keep([said('l1', { channel: 'lark', sentAt: at('2026-03-02 08:30') })], now)
      await read('m1')
      await inbox.forget(at('2026-03-03 09:01'))
      expect(await inbox.lastHeard('wechat')).toEqual(eight)
    })

    test('a message kept while older ones may be missing moves that moment not', async () => {
      const { inbox } = await inboxes()
      const [seven, eight, nine] = [at('2026-03-02 07:00'), at('2026-03-02 08:00'), now]
      await inbox.keep([said('m1', { sentAt: eight }), said('m2', { sentAt: nine })], now)
      expect(await inbox.lastHeard('wechat')).toEqual(eight)
      await inbox.keep([said('m3', { sentAt: nine })], now, null)
      expect(await inbox.lastHeard('wechat')).toEqual(eight)
      await inbox.keep([said('m4', { sentAt: seven })], now, nine)
      expect(await inbox.lastHeard('wechat')).toEqual(nine)
      await inbox.keep([said('m5', { sentAt: nine })], now, at('2026-03-02 23:00'))
      expect(await inbox.lastHeard('wechat')).toEqual(now)
    })
  })
}
