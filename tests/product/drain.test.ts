import { afterEach, expect, test, vi } from 'vitest'
import { clockwork } from '../../src/clockwork.ts'
import { personId } from '../../src/domain/ids.ts'
import { ok } from '../../src/domain/result.ts'
import { aLetter } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { nine, streetWith } from './channels.ts'

afterEach(() => vi.useRealTimers())

const chen = { kind: 'person', person: personId('S001') } as const
const two = [aLetter('l1', { to: chen }), aLetter('l2', { to: chen })]

test('a stop waits for what is under way and begins nothing more', async () => {
  const { first, channels, write, states } = streetWith('wechat')
  const { wechat } = channels
  if (!wechat) throw new Error('no channel')
  await write(...two)
  wechat.answer = async (parcel) => {
    first.carrier.stop()
    await new Promise((go) => setTimeout(go, 20))
    wechat.say(parcel)
    return ok(undefined)
  }
  await first.carrier.carry(channels)
  expect(await states()).toEqual(['sent', 'pending'])
  expect(await first.carrier.carry(channels)).toBe(0)
  expect((await first.outbox.take(10, nine)).map(({ id }) => id)).toEqual(['l2'])
})

test('a stop waits no longer than ten seconds, and who comes next knows what is in doubt', async () => {
  const { first, open, channels, write } = streetWith('wechat')
  const { wechat } = channels
  if (!wechat) throw new Error('no channel')
  await write(...two)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  wechat.answer = () => new Promise(() => {})
  let ended = false
  const carrying = first.carrier
    .carry(channels)
    .then(() => first.carrier.settled())
    .then(() => {
      ended = true
    })
  await vi.advanceTimersByTimeAsync(1)
  first.carrier.stop()
  await vi.advanceTimersByTimeAsync(9_999)
  expect(ended).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await carrying
  await first.close()
  expect(await open().outbox.unsure()).toMatchObject([
    { id: 'l1', setOut: { via: { channel: 'wechat' } } },
    { id: 'l2', setOut: null },
  ])
})

test('the clockwork is drained while the accounts are still there: nothing is begun after that', async () => {
  const { first, channels, write, states } = streetWith('wechat')
  const { wechat } = channels
  if (!wechat) throw new Error('no channel')
  await write(...two)
  let begun = 0
  wechat.answer = async (parcel) => {
    begun += 1
    await new Promise((go) => setTimeout(go, 100))
    wechat.say(parcel)
    return ok(undefined)
  }
  const work = clockwork(
    { ...first.desk, cards: memory().cards },
    () => ({ channels, surfaces: [] }),
    false,
  )
  work.start()
  while (begun === 0) await new Promise((go) => setTimeout(go, 5))
  await work.drain()
  expect(begun).toBe(1)
  expect(await states()).toEqual(['sent', 'pending'])
  await work.stop()
})
