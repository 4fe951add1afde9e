import { expect, test } from 'vitest'
import { lookUp } from '../../bots/open311/look-up.ts'
import { tokensBegin } from '../../bots/open311/seal.ts'
import { requestOf } from '../../bots/open311/view.ts'
import { categoryCode, messageId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Category } from '../../src/domain/street/rulebook.ts'
import { smallBook } from '../support/book.ts'
import { aPetition, at } from '../support/builders.ts'

const [usual] = smallBook.categories
if (!usual) throw new Error('no category')
const category = (code: string, but: Partial<Category>): Category => ({
  ...{ ...usual, code: categoryCode(code), level2: `类别${code}`, kind: 'report' },
  ...{ confidential: false, ...but },
})
const book = {
  ...smallBook,
  categories: [
    category('plain', {}),
    category('theft', { countedOnly: true }),
    category('violence', { confidential: true }),
    category('help', { kind: 'request' }),
    category('blame', { kind: 'complaint' }),
  ],
}
const brought = (code: string, number: number): Petition => ({
  ...aPetition('dispatched', { category: categoryCode(code), number }),
  messages: [messageId(`${tokensBegin}${number}`)],
})
const all = book.categories.map(({ code }, i) => brought(code, 1001 + i))
const { byNumber, byQuery } = lookUp({
  findByNumber: async (number) => all.find((one) => one.number === number),
  findByMessages: async () => [],
  list: async () => all,
})
const query = {
  ...{ services: [], statuses: [], page: 1, pageSize: 100 },
  ...{ from: at('2020-01-01 00:00'), to: at('2030-01-01 00:00') },
}
const found = async (numbers: readonly number[]) =>
  (await byQuery({ ...query, numbers }, book)).map(({ number }) => number)

test('what may be known by its kind alone is nobody’s to look up, neither in lists nor by number', async () => {
  expect(await found([])).toEqual([1001, 1004, 1005])
  expect(await found([1001, 1002, 1003])).toEqual([1001])
  for (const [number, isThere] of [
    ...[[1001, true] as const, [1002, false] as const, [1003, false] as const],
  ])
    expect([number, (await byNumber(number, book)) !== null]).toEqual([number, isThere])
})

test('who asks for help, and whom somebody complains about, is not found by the building', () => {
  const address = (i: number) => JSON.stringify(all[i] && requestOf(all[i], book))
  expect(address(0)).toContain('"address":"幸福里小区5栋"')
  for (const i of [3, 4]) expect(address(i)).toContain('"address":""')
})
