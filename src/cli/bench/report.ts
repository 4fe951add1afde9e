import type { Start } from './cold-start.ts'
import { aligned, figure, median, percentile } from './figures.ts'
import type { Pair } from './intake.ts'
import type { Latencies, LatencyReport } from './latency.ts'

/** The median of the pairs must reach this. */
const leastRatio = 2
/** No more than 1 in 100 messages may take longer, in the median of the rounds. */
const mostP99Ms = 250

/** Every pair, and the medians below; `unshared` is the comparison without the rows that a street has once. */
export function intakeLines(pairs: readonly Pair[]): string[] {
  const [first] = pairs
  const row = (of: (value: (pair: Pair) => number) => number) => [
    ...[of((p) => p.theirs), of((p) => p.ours)].map((rate) => `${figure(rate)}/s`),
    of((p) => p.ratio).toFixed(2),
    `${figure(of((p) => p.theirsUnshared))}/s`,
    of((p) => p.ratioUnshared).toFixed(2),
    ...[of((p) => slowest(50, p)), of((p) => slowest(99, p))].map((ms) => `${figure(ms)} ms`),
  ]
  const written = Object.entries(first?.ourRows ?? {}).filter(([, count]) => count > 0)
  return [
    ...aligned([
      ['', '对照 rival', '我们 ours', '比 ratio', '对照 unshared', '比 ratio', 'p50', 'p99'],
      ...pairs.map((pair, i) => [`第${i + 1}对 pair`, ...row((value) => value(pair))]),
      ['中位 median', ...row((value) => median(pairs.map(value)))],
    ]),
    '街道共用的行（counter、last_heard）写在事务最后；unshared：不写它们',
    'Rows that a street has once (counter, last_heard) are written last in the transaction; unshared: not at all',
    `双方每条消息写入 rows a message, both sides: ${written.map(([table, count]) => `${table} ${figure(count)}`).join(', ')}`,
  ]
}

const slowest = (percent: number, { latencies }: Pair) => percentile(latencies, percent)

export function intakeVerdicts(pairs: readonly Pair[]) {
  const ratio = ratioOf(pairs)
  const p99 = p99Of(pairs)
  return [
    {
      held: ratio >= leastRatio,
      what: `收存是对照的 durable intake, median ratio ${ratio.toFixed(2)} ≥ ${leastRatio.toFixed(1)}`,
    },
    {
      held: p99 < mostP99Ms,
      what: `收存 p99，各轮中位 durable intake, median p99 ${figure(p99)} ms < ${mostP99Ms} ms`,
    },
  ]
}

const ratioOf = (pairs: readonly Pair[]) => median(pairs.map(({ ratio }) => ratio))

const p99Of = (pairs: readonly Pair[]) => median(pairs.map((pair) => slowest(99, pair)))

export const latencyLines = ({
  oneByOne,
  inBursts,
  faults,
  ...report
}: LatencyReport): string[] => [
  ...aligned([
    ['', '条 messages', 'p50', 'p95', 'p99'],
    ['一条一条 one by one', ...latencyCells(oneByOne)],
    ['十条一起 ten at once', ...latencyCells(inBursts)],
    [`已说过 ${report.few} 条 said before`, ...latencyCells(report.afterFew)],
    [`已说过 ${figure(report.many)} 条 said before`, ...latencyCells(report.afterMany)],
  ]),
  ...faults.map((fault) => `异常 reported: ${fault}`),
]

/** Ten at once are read and written together: it must not take longer than one after the other at the beginning. */
const mostOfOneByOne = 10
/** What was said before must not be walked for each answer: only the open petitions of the same building are compared. */
const mostGrowth = 2.5

type Compared = Pick<LatencyReport, 'oneByOne' | 'afterFew' | 'afterMany' | 'few' | 'many'>

export function latencyVerdicts({ oneByOne, afterFew, afterMany, few, many }: Compared) {
  const ofOneByOne = afterMany.p50 / oneByOne.p50
  const growth = afterMany.p50 / afterFew.p50
  const after = `说过 ${figure(many)} 条之后十条一起 ten at once after ${figure(many)} messages, p50`
  return [
    {
      held: ofOneByOne <= mostOfOneByOne,
      what: `${after}: ×${ofOneByOne.toFixed(2)} of one by one ≤ ×${mostOfOneByOne}`,
    },
    {
      held: growth <= mostGrowth,
      what: `${after}: ×${growth.toFixed(2)} of ten at once after ${few} ≤ ×${mostGrowth}`,
    },
  ]
}

const latencyCells = ({ count, ...times }: Latencies) => [
  `${count}`,
  ...[times.p50, times.p95, times.p99].map((ms) => `${figure(ms)} ms`),
]

export const coldStartLines = ({
  first,
  second,
}: {
  readonly first: Start
  readonly second: Start
}): string[] =>
  aligned([
    ['', '启动 start', '内存 RSS', '停止 stop', '残留 left running'],
    ['第一次，建库 first, makes its database', ...startCells(first)],
    ['第二次 second', ...startCells(second)],
  ])

const startCells = ({ startMs, rssMiB, stopMs, leftRunning }: Start) => [
  `${figure(startMs / 1000)} s`,
  `${figure(rssMiB)} MiB`,
  `${figure(stopMs / 1000)} s`,
  `${leftRunning.length}`,
]
