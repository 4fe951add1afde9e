import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { childOf } from '../../src/cli/storm/child.ts'
import { tooLittle } from '../../src/cli/storm/enough.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli-storm-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function child(name: string, source: string) {
  const script = join(folder, `${name}.mjs`)
  writeFileSync(script, source)
  return childOf({ name, script, up: (line) => line === 'up' })
}

const polite = `process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000); console.log('up')`

test('a storm that did too little proves nothing', () => {
  const enough = {
    ...{ asked: 100, said: 80, worthy: 10, petitions: 5, harm: 3, votes: 1 },
    ...{ pressed: 1, minutes: 5 },
  }
  expect(tooLittle(enough)).toEqual([])
  for (const less of [
    { said: 79 },
    { worthy: 0 },
    { petitions: 0 },
    { harm: 0 },
    { votes: 0 },
    { pressed: 0 },
  ])
    expect(tooLittle({ ...enough, ...less })).toHaveLength(1)
  expect(tooLittle({ ...enough, votes: 0, pressed: 0, minutes: 1 })).toEqual([])
})

test('only an end that nobody asked for is a crash', async () => {
  const sound = child('sound', polite)
  await sound.start()
  await sound.kill()
  await sound.start()
  expect(await sound.stop()).toBeNull()
  expect(sound.crashes).toEqual([])

  const crashing = child('crashing', `console.log('up'); setTimeout(() => process.exit(3), 200)`)
  await crashing.start()
  while (crashing.isUp()) await pause(50)
  expect(crashing.crashes).toEqual(['ended by itself with 3'])
  expect(await crashing.stop()).toBeNull()
})

test('an end other than 0, and one before it was up, are told', async () => {
  const rude = child('rude', polite.replace('exit(0)', 'exit(4)'))
  await rude.start()
  expect(await rude.stop()).toBe('asked to stop it ended with 4')
  const stillborn = child('stillborn', `console.error('no ECONNREFUSED'); process.exit(1)`)
  await expect(stillborn.start()).rejects.toThrow('ECONNREFUSED')
  expect(stillborn.crashes).toEqual([])
})
