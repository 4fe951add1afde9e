import { describe, expect, test } from 'vitest'
import { letterId, personId, petitionId } from '../../src/domain/ids.ts'
import type { NewLetter } from '../../src/flows/ports.ts'
import { aLetter, anAcceptedNotice, aPetition, at } from '../support/builders.ts'
import { openedOutbox } from './opened-outbox.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const noon = at('2026-03-02 12:00')
const anna = personId('anna')
const bert = personId('bert')
const byWechat = { kind: 'person', channel: 'wechat', account: 'wx-1' } as const

const about = (petition: string, id: string, but: Partial<NewLetter> = {}): NewLetter =>
  aLetter(id, {
    to: { kind: 'person', person: anna },
    notice: anAcceptedNotice(aPetition('handling', { id: petitionId(petition) })),
    calm: true,
    ...but,
  })

/** What every outbox promises of calm letters. */
export function pingsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const { street, outbox, write } = await openedOutbox(fresh, nine)
    const says = async (...ids: string[]) => {
      const letters = ids.map(letterId)
      await outbox.setOut(letters, byWechat, nine)
      await outbox.sent(letters, nine)
    }
    return { street, outbox, write, says }
  }

  describe(`calm letters in ${name}`, () => {
    test('come back as calm', async () => {
      const { outbox, write } = await opened()
      await write(about('p1', 'l1'), about('p1', 'l2', { to: { kind: 'person', person: bert } }))
      expect(await outbox.take(10, nine)).toMatchObject([{ calm: true }, { calm: true }])
    })

    test('that went along and could not be said are tried again with the others, before their time', async () => {
      const { outbox, write } = await opened()
      await write(about('p1', 'a', { sendAt: noon }), about('p1', 'd'))
      await outbox.take(10, nine)
      await outbox.takeAlong([letterId('d')], nine)
      await outbox.retry(['a', 'd'].map(letterId), nine, 'link down')
      expect((await outbox.take(10, nine)).map(({ id }) => id).sort()).toEqual(['a', 'd'])
    })

    test('that wait go along with a later one of the same petition, once, and no others', async () => {
      const { street, outbox, write } = await opened()
      await write(
        about('p1', 'a', { sendAt: noon }),
        about('p2', 'b', { sendAt: noon }),
        about('p1', 'c', { sendAt: noon, to: { kind: 'person', person: bert } }),
        about('p1', 'd'),
        about('p1', 'e', { sendAt: noon }),
      )
      expect(await outbox.take(10, nine)).toMatchObject([{ id: 'd' }])
      const along = await outbox.takeAlong([letterId('d')], nine)
      expect(along).toMatchObject([{ id: 'a', sendAt: noon, attempts: 0, doubt: null }])
      const { outbox: other } = await street.open()
      expect(await other.takeAlong([letterId('d')], nine)).toEqual([])
      await outbox.postpone([letterId('a')], noon)
      await outbox.sent([letterId('d')], nine)
      expect((await outbox.take(10, noon)).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'e'])
    })

    test('are counted by messages that went out, and may have, to each reader since', async () => {
      const { outbox, write, says } = await opened()
      await write(
        about('p1', 'a'),
        about('p2', 'b'),
        about('p3', 'c'),
        about('p4', 'd', { to: { kind: 'person', person: bert } }),
      )
      await outbox.take(10, nine)
      expect(await outbox.pings([anna, bert], nine)).toEqual(new Map())
      await says('a', 'b')
      await says('d')
      expect(await outbox.pings([anna, bert], nine)).toEqual(
        new Map([
          [anna, 1],
          [bert, 1],
        ]),
      )
      const doubt = { via: byWechat, at: nine, parcel: letterId('c') }
      await outbox.setOut([letterId('c')], byWechat, nine)
      await outbox.noteWays([letterId('c')], { doubt, closed: [] })
      expect(await outbox.pings([anna], nine)).toEqual(new Map([[anna, 2]]))
      expect(await outbox.pings([anna], noon)).toEqual(new Map([[anna, 1]]))
      expect(await outbox.pings([bert], nine, nine)).toEqual(new Map())
    })

    test('do not count with what cannot wait in the same message', async () => {
      const { outbox, write, says } = await opened()
      const { calm: _, ...loud } = about('p1', 'b')
      await write(about('p1', 'a'), loud)
      await outbox.take(10, nine)
      await says('a', 'b')
      expect(await outbox.pings([anna], nine)).toEqual(new Map())
    })
  })
}
