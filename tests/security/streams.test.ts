import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStreet } from './street.ts'

/** What is open for long ends with what let it in: with the session, the office, and with whoever asked. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const streams = ['/console/live?tab=all', '/console/petitions/2003/stream']
const aFewSeconds = 6_000

/** Opens a stream; tells whether it is over. */
async function opened(path: string, street: Awaited<ReturnType<typeof openStreet>>) {
  const answer = await street.visitor.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  let isOver = false
  void (async () => {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: '' }
      if (done) break
      heard += value
    }
    isOver = true
  })()
  await vi.advanceTimersByTimeAsync(50)
  return { path, isOver: () => isOver, heard: () => heard, stop: () => reader?.cancel() }
}

test('who is signed out is told nothing more by any open page, which ends within seconds', async () => {
  const street = await openStreet()
  await street.visitor.signIn('S043')
  const lines = await Promise.all(streams.map((path) => opened(path, street)))
  await vi.advanceTimersByTimeAsync(aFewSeconds)
  expect(lines.map(({ isOver }) => isOver())).toEqual([false, false])
  for (const { id } of await street.desk.sessions.list(street.desk.clock()))
    await street.desk.sessions.end(id)
  await vi.advanceTimersByTimeAsync(aFewSeconds)
  expect(lines.filter(({ isOver }) => !isOver()).map(({ path }) => path)).toEqual([])
  expect(street.faults).toEqual([])
})

test('who holds the office no more is told nothing more, either', async () => {
  const street = await openStreet()
  await street.visitor.signIn('S043')
  const lines = await Promise.all(streams.map((path) => opened(path, street)))
  const staff = street.book.staff.filter(({ id }) => id !== 'S043')
  await street.stores.saveRulebook({ ...street.book, staff })
  await vi.advanceTimersByTimeAsync(aFewSeconds)
  expect(lines.filter(({ isOver }) => !isOver()).map(({ path }) => path)).toEqual([])
})

test('who only asks for the head of a stream keeps nothing running', async () => {
  const street = await openStreet()
  await street.visitor.signIn('S043')
  const news = vi.spyOn(street.desk.queue, 'news')
  const finds = vi.spyOn(street.desk.petitions, 'find')
  for (const path of streams) {
    const answer = await street.visitor.ask(path, { method: 'HEAD' })
    expect([path, answer.status]).toEqual([path, 200])
  }
  await vi.advanceTimersByTimeAsync(aFewSeconds)
  const before = [news.mock.calls.length, finds.mock.calls.length]
  await vi.advanceTimersByTimeAsync(60_000)
  expect([news.mock.calls.length, finds.mock.calls.length]).toEqual(before)
})

test('a fault of ours ends a stream, is told to the operator, and to nobody else', async () => {
  const street = await openStreet()
  await street.visitor.signIn('S043')
  const lines = await Promise.all(streams.map((path) => opened(path, street)))
  const find = vi.spyOn(street.desk.sessions, 'find')
  find.mockRejectedValue(new Error('planted: password of linli at 10.0.0.5'))
  await vi.advanceTimersByTimeAsync(aFewSeconds)
  expect(lines.map(({ isOver }) => isOver())).toEqual([true, true])
  expect(lines.map(({ heard }) => heard()).join()).not.toContain('planted')
  expect(street.faults.filter((fault) => fault.includes('planted'))).toHaveLength(2)
})
