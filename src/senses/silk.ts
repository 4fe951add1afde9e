import { Worker } from 'node:worker_threads'
import { getDuration, isSilk } from 'silk-wasm'
import type { Examined } from '../flows/ports/senses.ts'
import { wavOf } from './wav.ts'

/** What platforms record at, and what transcribers want at least. */
const rate = 16_000
/** A voice of a chat platform lasts 60 seconds; a forwarded one may last longer. */
const longestMs = 5 * 60_000
/** Less is no word, or what is left of a file that was cut off. */
const shortestMs = 100
const decodeMs = 15_000
/** Of the thread's own heap; sound lies outside. */
const mostMegabytes = 64

/** Decodes voices one after the other, in a thread of its own that is made when needed and holds nobody up. */
export interface SilkDecoder {
  /** Never answers once it is stopped: what was not finished is not damaged. */
  examine(silk: Uint8Array): Promise<Examined>
  stop(): Promise<void>
}

export { isSilk }

export function silkDecoder(): SilkDecoder {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let stopped = false

  const letGo = async () => {
    const old = worker
    worker = null
    await old?.terminate()
  }
  /** The samples; null when they cannot be had in time. A thread that got stuck is given up. */
  const decode = async (silk: Uint8Array): Promise<Uint8Array | null> => {
    if (stopped) return new Promise<never>(() => {})
    worker ??= newThread()
    worker.ref()
    const samples = await answerOf(worker, { silk, rate })
    if (stopped) return new Promise<never>(() => {})
    if (samples === undefined) await letGo()
    else worker.unref() // an idle thread keeps no process alive
    return samples ?? null
  }
  return {
    async examine(bytes) {
      const silk = asTencent(bytes)
      const damaged = { kind: 'unreadable', because: 'damaged' } as const
      const ms = lengthOf(silk)
      if (ms > longestMs) return { kind: 'unreadable', because: 'tooLarge' }
      if (ms < shortestMs) return damaged
      const turn = last.then(() => decode(silk))
      last = turn.catch(() => {})
      const samples = await turn
      const decodedMs = samples ? Math.round(samples.length / 2 / (rate / 1_000)) : 0
      if (!samples || decodedMs < shortestMs) return damaged
      return { kind: 'voice', wav: wavOf(samples, rate), ms: decodedMs }
    },
    async stop() {
      stopped = true
      await letGo()
    },
  }
}

function newThread(): Worker {
  const thread = new Worker(new URL('./silk-worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    execArgv: [],
  })
  return thread.on('error', () => {}) // one that comes late must not end the process
}

/** Tencent's kind begins with a byte of its own, and the decoder knows no other. */
function asTencent(silk: Uint8Array): Uint8Array {
  if (silk[0] === tencentMark) return silk
  const marked = new Uint8Array(silk.length + 1)
  marked[0] = tencentMark
  marked.set(silk, 1)
  return marked
}
const tencentMark = 0x02

/** By the headers of its frames; 0 for what is none. */
function lengthOf(silk: Uint8Array): number {
  try {
    return getDuration(silk)
  } catch {
    return 0
  }
}

/** What the thread answers: samples, null for what it cannot decode; undefined when it gives no answer. */
function answerOf(worker: Worker, question: unknown): Promise<Uint8Array | null | undefined> {
  return new Promise((resolve) => {
    const done = (answer?: Uint8Array | null) => {
      clearTimeout(timer)
      worker.off('message', done).off('error', lost).off('exit', lost)
      resolve(answer)
    }
    const lost = () => done()
    const timer = setTimeout(lost, decodeMs)
    worker.on('message', done).on('error', lost).on('exit', lost)
    worker.postMessage(question)
  })
}
