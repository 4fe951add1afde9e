import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchAbsence } from '../../bots/lark/absence.ts'
import { at } from '../support/builders.ts'
import { openTidings } from './tidings.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

function watched(lastHeard: Date | undefined, now: Date) {
  const { tidings, told } = openTidings(lastHeard)
  const world = { now, hears: true }
  const reports: string[] = []
  const stop = watchAbsence({
    ...{ tidings, hears: () => world.hears, clock: () => world.now },
    report: (what) => void reports.push(what),
  })
  const later = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      world.now = new Date(world.now.getTime() + 60_000)
      await vi.advanceTimersByTimeAsync(60_000)
    }
  }
  return { world, told, reports, later, stop, tidings }
}

test('an absence longer than Lark repeats itself is a gap, up to what it still brings', async () => {
  const { told, later, stop } = watched(at('2026-03-02 08:00'), at('2026-03-02 20:00'))
  await later(1)
  stop()
  expect(told.gaps).toEqual([
    { channel: 'lark', fromAt: at('2026-03-02 08:00'), untilAt: at('2026-03-02 12:55') },
  ])
})

test('a shorter one is none, nor is the first start', async () => {
  for (const lastHeard of [at('2026-03-02 14:00'), undefined]) {
    const { told, later, stop } = watched(lastHeard, at('2026-03-02 20:00'))
    await later(1)
    stop()
    expect(told.gaps).toEqual([])
    expect(told.signs).toHaveLength(2)
  }
})

test('while the link is down nothing is signed, and a night of it is told when it is back', async () => {
  const { world, told, later, stop } = watched(undefined, at('2026-03-02 20:00'))
  await later(0)
  world.hears = false
  await later(12 * 60)
  expect(told.gaps).toEqual([])
  world.hears = true
  await later(2)
  stop()
  expect(told.gaps).toEqual([
    { channel: 'lark', fromAt: at('2026-03-02 20:00'), untilAt: at('2026-03-03 00:56') },
  ])
})

test('a gap that cannot be written down is told later', async () => {
  const { told, reports, later, stop, tidings } = watched(
    at('2026-03-02 08:00'),
    at('2026-03-02 20:00'),
  )
  const keep = tidings.gap
  tidings.gap = async () => {
    throw new Error('the database is away')
  }
  await later(1)
  tidings.gap = keep
  await later(1)
  stop()
  expect(reports).toContain('lark: a sign of hearing')
  expect(told.gaps.map(({ fromAt }) => fromAt)).toContainEqual(at('2026-03-02 08:00'))
})
