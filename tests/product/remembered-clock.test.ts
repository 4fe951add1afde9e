import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { rememberedClock } from '../../src/remembered-clock.ts'
import { aFolder } from '../support/postgres.ts'

const folder = aFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kept = () => new Date(readFileSync(join(folder, 'clock'), 'utf8'))
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

test('killed while it moves, the clock does not go back', async () => {
  const { clock, remember } = await rememberedClock(folder)
  const target = inDays(30)
  const keptMeanwhile: Date[] = []
  const machine = remember({
    now: clock.now,
    async moveTo(moment) {
      keptMeanwhile.push(kept())
      clock.set(moment)
    },
  })
  await machine.moveTo(target)
  expect(keptMeanwhile).toEqual([target])
  const again = await rememberedClock(folder)
  expect(again.clock.now().getTime()).toBeGreaterThanOrEqual(target.getTime())
})

test('what it ran by itself is kept, too: every now and then, and on stop', async () => {
  const { clock, stop } = await rememberedClock(folder, 20)
  clock.set(inDays(60))
  await expect.poll(() => kept().getTime()).toBeGreaterThan(inDays(59).getTime())
  await pause(50)
  const before = clock.now()
  await stop()
  expect(kept().getTime()).toBeGreaterThanOrEqual(before.getTime())
})
