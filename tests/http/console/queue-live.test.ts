import { expect, test, vi } from 'vitest'
import { petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const now = at('2026-03-02 12:00')

function office() {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  const write = (petition: Petition) =>
    stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'press', key: `${petition.id}/${petition.version}` },
          petition,
        }),
      ],
      now,
    )
  /** Opens the stream of a tab and waits for pieces that hold certain words. */
  const listen = async (person: string, query: string) => {
    const browser = await someone(person, desk)
    const answer = await browser.get(`/console/live?${query}`)
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    return {
      async hears(words: string | RegExp) {
        while (!heard.match(words)) {
          const { value, done } = (await reader?.read()) ?? { done: true }
          if (done) throw new Error(`ended before ${words}`)
          heard += value ?? ''
        }
        const piece = heard
        heard = ''
        return piece
      },
      heard: () => heard,
      stop: () => reader?.cancel(),
    }
  }
  return { desk, stores, write, listen }
}

const numbered = (number: number, petition: Petition): Petition =>
  ({ ...petition, id: petitionId(`p-${number}`), number, version: 1 }) as Petition

test('what is written by anybody comes to who looks at it, with the counts', async () => {
  const { write, listen } = office()
  const line = await listen('S042', 'tab=unit')
  await line.hears('still here')
  await new Promise((done) => setTimeout(done, 100))
  await write(numbered(1001, aPetition('dispatched')))
  const piece = await line.hears(/row-1001/)
  expect(piece).toContain('event: queue')
  expect(piece).toMatch(/全街道<b class="count">1/)
  expect(piece).toMatch(/class="belongs"><li[^>]*row-1001/)
  await write({ ...numbered(1001, aPetition('withdrawn')), version: 2 } as Petition)
  expect(await line.hears(/row-1001/)).toMatch(/<div class=""><li[^>]*row-1001/)
  await line.stop()
})

test('nobody hears of what they may not see, nor reads more of it than in the list', async () => {
  const { write, listen } = office()
  const line = await listen('S010', 'tab=unit')
  await line.hears('still here')
  await new Promise((done) => setTimeout(done, 100))
  await write(numbered(1001, aPetition('dispatched', { confidential: true })))
  await write(numbered(1002, aPetition('dispatched')))
  const piece = await line.hears(/row-1002/)
  expect(piece).not.toContain('1001')
  expect(piece).not.toContain('楼道灯')
  await line.stop()
})

test('all who look share one question a second, and nobody looks when all have gone', async () => {
  const { desk, listen } = office()
  const news = vi.spyOn(desk.queue, 'news')
  const lines = await Promise.all([1, 2, 3, 4, 5].map(() => listen('S042', 'tab=all')))
  await new Promise((done) => setTimeout(done, 2_500))
  expect(news.mock.calls.length).toBeGreaterThan(1)
  expect(news.mock.calls.length).toBeLessThan(5)
  await Promise.all(lines.map((line) => line.stop()))
  await new Promise((done) => setTimeout(done, 1_200))
  const before = news.mock.calls.length
  await new Promise((done) => setTimeout(done, 2_000))
  expect(news.mock.calls.length).toBe(before)
})

test('who is signed out hears no more', async () => {
  const { desk, write, listen } = office()
  const line = await listen('S042', 'tab=all')
  await line.hears('still here')
  await new Promise((done) => setTimeout(done, 100))
  for (const { id } of await desk.sessions.list(now)) await desk.sessions.end(id)
  await write(numbered(1001, aPetition('dispatched')))
  await expect(line.hears('row-1001')).rejects.toThrow('ended')
})
