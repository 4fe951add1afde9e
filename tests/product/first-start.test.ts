import { expect, test } from 'vitest'
import { loadStreet } from '../../src/office.ts'
import { smallBook } from '../support/book.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memory } from '../support/memory.ts'

const [room] = smallBook.rooms
const people = ['one', 'two', 'three']
const street = {
  book: smallBook,
  residents: people.map((account) => ({ account, nickname: `name ${account}` })),
  members: people.map((account) => ({ room: room?.id ?? '', account, alias: `door ${account}` })),
} as unknown as Parameters<typeof loadStreet>[0]

test('a first start that ends in the middle counts as none: the next one loads everybody', async () => {
  const stores = memory({ shelf: emptyShelf() })
  let met = 0
  const dying = {
    ...stores,
    people: {
      ...stores.people,
      meet: (...who: Parameters<typeof stores.people.meet>) => {
        if (++met === 2) throw new Error('killed')
        return stores.people.meet(...who)
      },
    },
  }
  await expect(loadStreet(street, dying, smallBook.tenant)).rejects.toThrow('killed')
  expect(await stores.rulebooks.isKept()).toBe(false)
  await loadStreet(street, stores, smallBook.tenant)
  expect(await stores.rulebooks.isKept()).toBe(true)
  for (const account of people) {
    const sender = { id: account, name: '', alias: '' }
    const known = await stores.people.meet({ channel: 'wechat', sender }, null)
    expect(known).toMatchObject({ name: `name ${account}`, rooms: [{ alias: `door ${account}` }] })
  }
})
