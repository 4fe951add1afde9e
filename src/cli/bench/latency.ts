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
  /** Ten at once again, of a street in which little was said before, and of one in which much was: in turns. */
  readonly afterFew: Latencies
  readonly afterMany: Latencies
  /** How many messages were said before, at the first of those turns. */
  readonly few: number
  readonly many: number
  /** What the product reported to its operator meanwhile. */
  readonly faults: readonly string[]
}

const patienceMs = 30_000
const burst = 10
const warmUp = 20
const few = 10
/** Rounds of each; the street with few has five times as many in the end, which counts for it. */
const turns = 5

const troubles = [
  '楼道灯不亮了',
  '水管一直在漏水',
  '单元门锁坏了',
  '垃圾好几天没人清',
  '下水道堵了',
]

/**
 * The whole way in real time: simulated platform, gRPC, wechaty, inbox, reading, recording, outbox, and back. First
 * one resident after the other, then ten at once, `count` each; then ten at once after `many` messages, in turns with a street
 * that has just opened. Throws when a message is not answered within half a minute.
 */
export async function measureLatency(
  { count, many }: { readonly count: number; readonly many: number },
  tell: (done: number, of: number) => void,
): Promise<LatencyReport> {
  const old = await openStage()
  try {
    let said = 0
    const inBursts = async (to: number, values: number[] = []) => {
      while (values.length < to) {
        values.push(...(await old.ten()))
        said += burst
        tell(said, many)
      }
      return values
    }
    await inBursts(warmUp)
    const alone: number[] = []
    while (alone.length < count) {
      alone.push(await old.ask())
      said += 1
    }
    const together = await inBursts(count)
    await inBursts(many - said)
    const young = await openStage()
    try {
      while (young.asked() < few) await young.ten()
      const [afterFew, afterMany]: [number[], number[]] = [[], []]
      for (let turn = 0; turn < turns; turn++) {
        afterMany.push(...(await old.ten()))
        afterFew.push(...(await young.ten()))
      }
      return {
        oneByOne: latencies(alone),
        inBursts: latencies(together),
        ...{ afterFew: latencies(afterFew), afterMany: latencies(afterMany), few, many: said },
        faults: [...old.stage.faults, ...young.stage.faults],
      }
    } finally {
      await young.stage.close()
    }
  } finally {
    await old.stage.close()
  }
}

async function openStage() {
  const stage = await setStage(new Date('2026-03-02T10:00:00+08:00'), streetFolder)
  stage.work.start()
  let asked = 0
  const askAs = asker(stage)
  const ask = () => askAs(asked++)
  const ten = () => Promise.all(Array.from({ length: burst }, ask))
  return { stage, ask, ten, asked: () => asked }
}

/** Answers how to let the nth newcomer complain and wait for the answer; it comes back with the milliseconds. */
function asker({ world, faults }: Stage): (n: number) => Promise<number> {
  const waiting = new Map<string, () => void>()
  world.listen(({ from, dmWith }) => {
    if (from === world.bot && dmWith !== null) waiting.get(dmWith)?.()
  })
  return async (n) => {
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
