import type { CardView } from '../../src/domain/cards/card-view.ts'
import { messageId } from '../../src/domain/ids.ts'
import type { Model } from '../../src/domain/intake/model.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { cardClerk } from '../../src/flows/card-clerk.ts'
import type { CardDesk, CardPress, CardSurface } from '../../src/flows/ports/cards.ts'
import { aBook, anEntry, aPetition, at } from './builders.ts'
import { memory } from './memory.ts'

/** A street with one petition and one card of it in the chat of its handler, and a platform that can be told to fail. */
export async function cardDesk(first: Petition = aPetition('dispatched')) {
  const stores = memory({ book: aBook() })
  let now = at('2026-03-02 10:00')
  const faults: string[] = []
  const desk: CardDesk = {
    ...stores,
    tenant: aBook().tenant,
    publicUrl: 'http://localhost',
    model: {} as Model, // cards read no messages
    secondReader: null,
    senses: null,
    clock: () => now,
    newId: stores.shelf.newId,
    report: (what) => void faults.push(what),
  }
  let entries = 0
  const put = async (petition: Petition) => {
    const cause = { kind: 'press', key: `put-${++entries}` } as const
    const [written] = await stores.petitions.record([anEntry({ cause, petition })], now)
    if (written !== 'recorded') throw new Error(`the petition is ${written}`)
  }
  await put(first)
  const shown: { readonly message: string; readonly view: CardView }[] = []
  const sent: { readonly account: string; readonly view: CardView; readonly once: string }[] = []
  let answer: 'shown' | 'gone' | 'later' = 'shown'
  const surface: CardSurface = {
    channel: 'lark',
    async replace(message, view) {
      if (answer === 'shown') shown.push({ message, view })
      return answer
    },
    async send(account, view, once) {
      sent.push({ account, view, once })
      return { message: `om_new_${sent.length}`, chat: `oc_${account}` }
    },
  }
  const stands = (message: string, account: string, kind: 'task' | 'rating' = 'task') =>
    desk.cards.keep({
      ...{ channel: 'lark', message, chat: `oc_${account}`, kind, account, sentAt: now },
      ...{ petition: first.id, version: first.version },
    })
  const clerk = cardClerk(desk)
  return {
    ...{ desk, clerk, surface, shown, sent, stands, put, faults },
    itIs: (moment: string) => {
      now = at(moment)
    },
    platform: (is: typeof answer) => {
      answer = is
    },
    petition: async () => {
      const found = await desk.petitions.find(first.id)
      if (!found) throw new Error('no petition')
      return found
    },
    /** Somebody who is no staff speaks once on Lark, and reported the petition. */
    resident: async (account: string) => {
      const sender = { id: account, name: '刘', alias: '' }
      return (await desk.people.meet({ channel: 'lark', sender }, null)).id
    },
    press: (account: string, message: string, but: Partial<CardPress> = {}) =>
      clerk.press({
        ...{ channel: 'lark', account, message, chat: `oc_${account}`, kind: 'task', at: now },
        ...{ petition: first.id, version: first.version, order: { kind: 'accept' } },
        ...but,
      }),
  }
}

export const aPicture = (account: string, n: number, when: Date) => ({
  ...({
    id: messageId(`picture-${n}`),
    channel: 'lark',
    room: null,
    type: 'image',
    text: '',
  } as const),
  ...{ sender: { id: account, name: '', alias: '' }, mentionsUs: false, quotes: null },
  ...{ recalls: null, sentAt: when },
})
