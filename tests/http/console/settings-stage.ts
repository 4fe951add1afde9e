import { expect } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const sample = await readStreet('db/sample-street')
if (!sample.ok) throw new Error('the sample street is faulty')

/** The rulebook of the sample street, version 0. */
export const sampleBook = sample.value.book
/** Street dispatchers of the sample street. */
export const keepers = sampleBook.staff.filter(({ role }) => role === 'street_dispatcher')

/** A desk with the sample street, and its keeper of settings signed in. */
export async function settingsStage() {
  const stores = memory({ book: sampleBook })
  const now = at('2026-03-02 09:00')
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  const keeper = await someone(keepers[0]?.id ?? '', desk)
  return { stores, desk, keeper, page: async (path: string) => (await keeper.get(path)).text() }
}

/** The page of the draft that an answer leads to. */
export const draftOf = (answer: Response) => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
