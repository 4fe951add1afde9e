import type { Opening } from './measure.ts'

export interface Measured {
  readonly name: string
  readonly openings: Opening[]
}

export const rounds = 5
const budget = { bytes: 40 * 1024, requests: 6, shownMs: 1_000 }

const middle = (values: readonly (number | null)[]): number =>
  values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)[
    Math.floor(values.length / 2)
  ] ?? Number.POSITIVE_INFINITY

const summaryOf = ({ openings }: Measured) => ({
  bytes: Math.max(...openings.map(({ bytes }) => bytes)),
  requests: Math.max(...openings.map(({ requests }) => requests)),
  paintMs: middle(openings.map(({ paintMs }) => paintMs)),
  shownMs: middle(openings.map(({ shownMs }) => shownMs)),
})

/** A line for each page, and whether the queue keeps to its budget. */
export function report(measured: readonly Measured[]): string[] {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(9)
  const lines = measured.map((one) => {
    const { bytes, requests, paintMs, shownMs } = summaryOf(one)
    const size = `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
    return `${one.name.padEnd(12)}${size}${String(requests).padStart(10)}${seconds(paintMs)}${seconds(shownMs)}`
  })
  const told = measured.map(summaryOf)
  const [plain, queue] = told
  return [
    `first open, 4 x slower processor, 400 kbit/s, 400 ms; most bytes and requests, median time of ${rounds}`,
    `${'page'.padEnd(12)}${'wire'.padStart(9)}${'requests'.padStart(10)}${'paint'.padStart(9)}${'shown'.padStart(9)}`,
    ...lines,
    `budget of the queue: ${budget.bytes / 1024} KB, ${budget.requests} requests: ${isWithin(measured) ? 'kept' : 'BROKEN'}; rows within ${seconds(budget.shownMs).trim()}: ${queue && queue.shownMs <= budget.shownMs ? 'yes' : 'no'}, ${(((queue?.shownMs ?? 0) - (plain?.shownMs ?? 0)) / 1000).toFixed(2)} s more than the plain page`,
  ]
}

/** Bytes and requests are the same on every machine; times are not, and are only told. */
export function isWithin(measured: readonly Measured[]): boolean {
  const queue = measured.find(({ name }) => name === 'queue')
  if (!queue) return false
  const { bytes, requests, shownMs } = summaryOf(queue)
  return bytes <= budget.bytes && requests <= budget.requests && Number.isFinite(shownMs)
}
