import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { dailyCap } from '../../src/llm/daily-cap.ts'
import { talk } from '../domain/intake/understanding.ts'
import { at } from '../support/builders.ts'
import { clearMemory } from '../support/clear-memory.ts'
import { aMatter, says, type Turn } from '../support/fake-llm.ts'
import { local, outline, stage } from './stage.ts'

const complaint = (nth: number) => talk('meiyuan', `刘姐(5-2-301): ${nth}栋楼道灯坏了`)
const lamp = says({
  matters: [aMatter({ category: '0301', category_evidence: '楼道灯坏了' })],
})

describe('the same question', () => {
  test('is asked once, also while it is under way, and gets the same answer', async () => {
    const llm = await stage(() => lamp)
    const readings = await Promise.all([llm.reads(complaint(1)), llm.reads(complaint(1))])
    readings.push(await llm.reads(complaint(1)))
    expect(llm.requests).toHaveLength(1)
    expect(new Set(readings.map((reading) => outline(reading).join())).size).toBe(1)
    expect(llm.reader.spent()).toMatchObject({
      requests: 1,
      fromMemory: 2,
      tokens: { asked: 100, answered: 10 },
    })
  })

  test('is not asked again when it had no answer: who reads anew after a stale write waits no second time', async () => {
    const llm = await stage(() => ({ kind: 'hangs' }), { timeoutMs: 1_500 })
    await llm.reads(complaint(1))
    const begun = performance.now()
    await llm.reads(complaint(1))
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(llm.requests).toHaveLength(1)
  })

  test('is another one when one more word was said, or another person said it', async () => {
    const llm = await stage(() => lamp)
    await llm.reads(talk('meiyuan', '刘姐(5-2-301): 楼道灯坏了'))
    await llm.reads(talk('meiyuan', '刘姐(5-2-301): 楼道灯坏了', '刘姐: 三天了'))
    await llm.reads(talk('meiyuan', '刘姐(6-2-301): 楼道灯坏了'))
    expect(llm.requests).toHaveLength(3)
  })
})

test('never more than two questions are under way', async () => {
  const llm = await stage(() => ({ kind: 'drips', everyMs: 10 }), { timeoutMs: 1_000 })
  const begun = performance.now()
  await Promise.all([1, 2, 3, 4, 5, 6].map((nth) => llm.reads(complaint(nth))))
  expect(llm.mostAtOnce()).toBe(2)
  expect(performance.now() - begun, 'waiting in line counts').toBeLessThan(2_000)
})

describe('a server that fails five times in a row', () => {
  test('is left alone for a minute, then tried with one question', async () => {
    let now = 0
    let isUp = false
    const llm = await stage(() => (isUp ? lamp : { kind: 'status', status: 401 }), {
      elapsed: () => now,
    })
    for (let nth = 1; nth <= 7; nth++) await llm.reads(complaint(nth))
    expect(llm.requests).toHaveLength(5)
    expect(llm.reports).toEqual(['the language model rests for a minute: refused 401'])
    now += 61_000
    await llm.reads(complaint(8))
    await llm.reads(complaint(9))
    expect(llm.requests, 'one to see').toHaveLength(6)
    isUp = true
    now += 61_000
    await llm.reads(complaint(10))
    await llm.reads(complaint(11))
    expect(llm.requests).toHaveLength(8)
  })

  test('is tried after the minute also when questions kept coming', async () => {
    let now = 0
    let isUp = false
    const llm = await stage(() => (isUp ? lamp : { kind: 'status', status: 401 }), {
      elapsed: () => now,
    })
    for (let nth = 1; nth <= 5; nth++) await llm.reads(complaint(nth))
    isUp = true
    for (let nth = 6; nth <= 10; nth++) {
      now += 11_000
      await llm.reads(complaint(nth))
    }
    expect(llm.requests).toHaveLength(5)
    now += 6_000
    await llm.reads(complaint(11))
    await llm.reads(complaint(12))
    expect(llm.requests).toHaveLength(7)
    expect(llm.reader.spent().failures).toEqual({ refused: 5, resting: 5 })
  })

  test('is not one that fails now and then', async () => {
    const llm = await stage((_, nth) => (nth % 3 === 0 ? lamp : { kind: 'status', status: 401 }))
    for (let nth = 1; nth <= 9; nth++) await llm.reads(complaint(nth))
    expect(llm.requests).toHaveLength(9)
    expect(llm.reports).toEqual([])
  })
})

describe('the daily cap', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-cap-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let file = ''
  let now = at('2026-03-02 22:00')
  let reached = 0
  const open = (most: number) =>
    dailyCap(
      file,
      most,
      () => now,
      () => {
        reached += 1
      },
    )
  const taken = async (cap: ReturnType<typeof open>, times: number) =>
    (await Promise.all(Array.from({ length: times }, () => cap.take()))).filter(Boolean).length
  beforeEach(() => {
    file = join(folder, `${Math.random()}`)
    now = at('2026-03-02 22:00')
    reached = 0
  })

  test('counts what goes out together, says once that it is reached, and begins anew at midnight in Beijing', async () => {
    const cap = open(3)
    expect(await taken(cap, 5)).toBe(3)
    expect(await taken(cap, 5)).toBe(0)
    expect(reached).toBe(1)
    now = at('2026-03-02 23:59')
    expect(await taken(cap, 1)).toBe(0)
    now = at('2026-03-03 00:01')
    expect(await taken(cap, 5)).toBe(3)
  })

  test('is not forgotten over a restart', async () => {
    await taken(open(3), 2)
    expect(await taken(open(3), 5)).toBe(1)
  })

  test('stands when the file is spoilt; without a place to count nothing is spent', async () => {
    writeFileSync(file, '{"day":')
    expect(await taken(open(2), 5)).toBe(2)
    file = join(folder, 'no', 'such', 'folder')
    expect(await taken(open(2), 5)).toBe(0)
  })

  test('keeps nothing but a day and a number', async () => {
    await taken(open(3), 2)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ day: '2026-03-02', calls: 2 })
  })

  test('counts every request, and then our own reading stands', async () => {
    const llm = await stage(() => lamp, { most: 2 })
    for (let nth = 1; nth <= 4; nth++) {
      expect((await llm.reads(complaint(nth))).matters).toHaveLength(
        local(complaint(nth)).matters.length,
      )
    }
    expect(llm.requests).toHaveLength(2)
    expect(llm.reader.spent().failures).toEqual({ capped: 2 })
  })
})

test.each<[string, Turn]>([
  ['hangs', { kind: 'hangs' }],
  ['answers byte by byte', { kind: 'drips', everyMs: 20 }],
])(
  'a server that %s is given up in time also when memory is cleared meanwhile',
  async (_, turn) => {
    const llm = await stage(() => turn, { timeoutMs: 600 })
    const clearing = setInterval(clearMemory, 50)
    const begun = performance.now()
    await llm.reads(complaint(1))
    clearInterval(clearing)
    expect(performance.now() - begun).toBeLessThan(5_000)
  },
)

test('stopping gives up what is under way', async () => {
  const llm = await stage(() => ({ kind: 'hangs' }), { timeoutMs: 60_000 })
  const reading = llm.reads(complaint(1))
  await new Promise((soon) => setTimeout(soon, 100))
  llm.reader.stop()
  expect(outline(await reading)).toEqual(outline(local(complaint(1))))
})

test('the key goes to the server and nowhere else', async () => {
  const llm = await stage(() => ({ kind: 'status', status: 401, body: 'wrong key sk-secret' }))
  for (let nth = 1; nth <= 6; nth++) await llm.reads(complaint(nth))
  expect(llm.requests[0]?.authorization).toBe('Bearer sk-secret')
  expect(llm.requests[0]?.path).toBe('/v1/chat/completions')
  expect(JSON.stringify([llm.requests[0]?.raw, llm.reports, llm.reader.spent()])).not.toContain(
    'sk-secret',
  )
})
