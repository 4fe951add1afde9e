import { setTimeout as sleep } from 'node:timers/promises'
import { type Stage, setStage } from '../demo/stage.ts'
import { percentile } from './figures.ts'
import { streetFolder } from './sample.ts'

/** Milliseconds from a resident's message to our answer, both as the chat platform sees them. */
export interface Latencies {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface LatencyReport {
  readonly oneByOne: Latencies
  readonly inBursts: Latencies
  /** What the product reported to its operator meanwhile. */
  readonly faults: readonly string[]
}

const patienceMs = 30_000
const burst = 10
const warmUp = 20

const troubles = [
  '楼道灯不亮了',
  '水管一直在漏水',
  '单元门锁坏了',
  '垃圾好几天没人清',
  '下水道堵了',
]

/**
 * The whole way in real time: simulated platform, gRPC, wechaty, inbox, reading, recording, outbox, and back. First
 * one resident after the other, then ten at once. Throws when a message is not answered within half a minute.
 */
export async function measureLatency(
  count: number,
  tell: (done: number) => void,
): Promise<LatencyReport> {
  const stage = await setStage(new Date('2026-03-02T10:00:00+08:00'), streetFolder)
  try {
    stage.work.start()
    const ask = asker(stage)
    for (let i = 0; i < warmUp; i++) await ask()
    const alone: number[] = []
    while (alone.length < count) {
      alone.push(await ask())
      tell(alone.length)
    }
    const together: number[] = []
    while (together.length < count) {
      together.push(...(await Promise.all(Array.from({ length: burst }, ask))))
      tell(count + together.length)
    }
    return {
      oneByOne: latencies(alone),
      inBursts: latencies(together),
      faults: [...stage.faults],
    }
  } finally {
    await stage.close()
  }
}

/** Answers how to let somebody new complain and wait for the answer; it comes back with the milliseconds. */
function asker({ world, faults }: Stage): () => Promise<number> {
  const waiting = new Map<string, () => void>()
  world.listen(({ from, dmWith }) => {
    if (from === world.bot && dmWith !== null) waiting.get(dmWith)?.()
  })
  let asked = 0
  return async () => {
    const n = asked++
    const person = `wx-bench-${n}`
    world.addPerson({ id: person, name: `居民${n}` })
    const answered = new Promise<number>((resolve) => {
      const begun = performance.now()
      waiting.set(person, () => resolve(performance.now() - begun))
      world.say({ from: person, room: null, type: 'text', text: complaint(n) })
    })
    const patience = new AbortController()
    const tooLate = sleep(patienceMs, undefined, { signal: patience.signal }).then(() => {
      throw new Error(`message ${n} was not answered; ${faults.join('; ')}`)
    })
    const took = await Promise.race([answered, tooLate])
    patience.abort()
    tooLate.catch(() => {})
    return took
  }
}

/** Each of another door, so that most become petitions of their own. */
const complaint = (n: number): string =>
  `幸福里小区${(n % 12) + 1}栋${(n % 3) + 1}单元${(Math.floor(n / 12) % 18) + 1}楼${troubles[n % troubles.length]}，麻烦派人看看`

const latencies = (values: readonly number[]): Latencies => ({
  count: values.length,
  p50: percentile(values, 50),
  p95: percentile(values, 95),
  p99: percentile(values, 99),
})
