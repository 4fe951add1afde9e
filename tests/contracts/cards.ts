import { describe, expect, test } from 'vitest'
import { mediaId, petitionId } from '../../src/domain/ids.ts'
import type { StandingCard } from '../../src/flows/ports/cards.ts'
import { aHeard, aPetition, at } from '../support/builders.ts'
import { about } from './causes.ts'
import type { Street } from './street.ts'

const sent = at('2026-03-02 09:00')
const soon = at('2026-03-02 09:01')
const aCard = (message: string, but: Partial<StandingCard> = {}): StandingCard => ({
  channel: 'lark',
  message,
  chat: 'oc_p2p',
  petition: petitionId('petition-1'),
  kind: 'task',
  account: 'ou_s061',
  version: 1,
  sentAt: sent,
  ...but,
})

/** What every keeper of cards promises. */
export function cardsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const street = await fresh()
    const stores = await street.open()
    const first = aPetition('dispatched')
    await stores.petitions.record([about(first)], sent)
    const moves = (version: number, status: 'handling' | 'closed' = 'handling') =>
      stores.petitions.record([about(aPetition(status, { version }))], soon)
    const due = async (when = soon, count = 9) =>
      (await stores.cards.take('lark', count, when)).map(({ message }) => message)
    return { ...stores, street, moves, due }
  }

  describe(`cards in ${name}`, () => {
    test('are kept once and found by their message', async () => {
      const { cards } = await opened()
      await Promise.all([cards.keep(aCard('om_1')), cards.keep(aCard('om_1', { version: 9 }))])
      const found = await cards.find({ channel: 'lark', message: 'om_1' })
      expect(found).toMatchObject({ petition: 'petition-1', account: 'ou_s061', sentAt: sent })
      expect(await cards.find({ channel: 'lark', message: 'om_2' })).toBeUndefined()
      expect(await cards.find({ channel: 'wecom', message: 'om_1' })).toBeUndefined()
    })

    test('are due once their petition moved on, and for one caller only', async () => {
      const { cards, moves, due, street } = await opened()
      await cards.keep(aCard('om_1'))
      await cards.keep(aCard('om_2', { account: 'ou_s062' }))
      expect(await due()).toEqual([])
      await moves(2)
      const other = await street.open()
      const taken = await Promise.all([due(), other.cards.take('lark', 9, soon)])
      expect(taken.flat()).toHaveLength(2)
      expect(await due()).toEqual([])
      expect(await due(at('2026-03-02 09:03'))).toHaveLength(2)
    })

    test('that were shown as they are now are no longer due; a later version shown stays', async () => {
      const { cards, moves, due } = await opened()
      const card = aCard('om_1')
      await cards.keep(card)
      await moves(2)
      expect(await due()).toEqual(['om_1'])
      await cards.shown(card, 2, soon)
      await cards.shown(card, 1, soon)
      expect(await due()).toEqual([])
      expect(await cards.find(card)).toMatchObject({ version: 2 })
      await moves(3)
      expect(await due()).toEqual(['om_1'])
    })

    test('wait as long as they are put off', async () => {
      const { cards, moves, due } = await opened()
      await cards.keep(aCard('om_1'))
      await moves(2)
      await cards.putOff(aCard('om_1'), at('2026-03-02 09:05'))
      expect(await due(at('2026-03-02 09:04'))).toEqual([])
      expect(await due(at('2026-03-02 09:05'))).toEqual(['om_1'])
    })

    test('are replaced by newer ones of the same account, petition and kind', async () => {
      const { cards, due } = await opened()
      const later = { sentAt: soon }
      await cards.keep(aCard('om_1'))
      await cards.keep(aCard('om_other', { account: 'ou_s062' }))
      await cards.keep(aCard('om_rating', { kind: 'rating' }))
      await cards.keep(aCard('om_2', later))
      const [replaced, ...others] = await cards.take('lark', 9, soon)
      expect(replaced).toMatchObject({ message: 'om_1', replaced: true })
      expect(others).toEqual([])
      await cards.retire(aCard('om_1'))
      expect(await due(at('2026-03-02 10:00'))).toEqual([])
      expect(await cards.find(aCard('om_1'))).toBeDefined()
    })

    test('are due on the thirteenth day, unless the petition is closed', async () => {
      const { cards, moves, due } = await opened()
      await cards.keep(aCard('om_1'))
      expect(await due(at('2026-03-15 08:59'))).toEqual([])
      expect(await due(at('2026-03-15 09:00'))).toEqual(['om_1'])
      await moves(2, 'closed')
      await cards.shown(aCard('om_1'), 2, soon)
      expect(await due(at('2026-03-16 09:00'))).toEqual([])
    })

    test('come a few at a time, and of one street never to another', async () => {
      const { cards, moves, due } = await opened()
      for (const n of ['1', '2', '3']) await cards.keep(aCard(`om_${n}`, { account: `ou_${n}` }))
      await moves(2)
      const elsewhere = await opened()
      expect(await elsewhere.due()).toEqual([])
      expect(await elsewhere.cards.find(aCard('om_1'))).toBeUndefined()
      expect(await due(soon, 2)).toHaveLength(2)
      expect(await due(soon, 2)).toHaveLength(1)
    })

    test('know whose account it is, and the pictures of a private chat', async () => {
      const { cards, people, inbox } = await opened()
      const sender = { id: 'ou_wang', name: '王芳', alias: '' }
      expect(await cards.readerOf('lark', 'ou_wang')).toBeUndefined()
      const { id } = await people.meet({ channel: 'lark', sender }, null)
      expect(await cards.readerOf('lark', 'ou_wang')).toBe(id)
      const dm = { channel: 'lark', room: null, sender } as const
      const picture = (n: number, but = {}) =>
        aHeard('', {
          ...{ ...dm, id: `m${n}` as ReturnType<typeof aHeard>['id'], type: 'image' },
          ...{ media: mediaId(`photo-${n}`), sentAt: at(`2026-03-02 09:0${n}`), ...but },
        })
      const said = [
        picture(1),
        picture(2),
        picture(3, { type: 'voice' }),
        picture(4),
        picture(5, { room: 'oc_1' }),
        picture(6, { media: null }),
      ]
      await inbox.keep(said, at('2026-03-02 10:00'))
      const since = at('2026-03-02 09:02')
      expect(await cards.pictures('lark', 'ou_wang', since)).toEqual(['photo-2', 'photo-4'])
      expect(await cards.pictures('lark', 'ou_other', since)).toEqual([])
    })
  })
}
