import { aligned, figure } from './figures.ts'
import { type LinearCost, lengths, mostGrowth } from './linear-cost.ts'
import type { Absent, PeerFigures } from './peers.ts'
import type { UnderstandingRates } from './understanding.ts'

const leastGate = 100_000
const leastRead = 10_000
const mostLoadMs = 300
const mostModelBytes = 10_000_000

export const understandingLines = (rates: UnderstandingRates): string[] =>
  aligned([
    ['', '条/核·秒 messages a core second'],
    ['过闸 gate: may it state a matter at all', figure(rates.gate)],
    ['只分类 classify alone', figure(rates.classified)],
    ['单条读懂 read in full, alone in its chat', figure(rates.alone)],
    ['连同前 19 条读懂 read, with the 19 before it', figure(rates.inStretch)],
    ['  记得前 19 条 the 19 remembered, as it runs', figure(rates.inStretchRemembered)],
    ['载入模型 model load, slowest of five', `${figure(rates.loadMs)} ms`],
    ['模型文件 model file', `${figure(rates.modelBytes / 1_000_000)} MB`],
  ])

export const linearLines = (costs: readonly LinearCost[]): string[] =>
  aligned([
    ['µs/字 a character, at', ...lengths.map((length) => figure(length)), '最多 most', ''],
    ...costs.map(({ kind, perCharacter, growth }) => [
      kind,
      ...perCharacter.map((cost) => cost.toFixed(3)),
      `×${growth.toFixed(2)}`,
      growth <= mostGrowth ? 'PASS' : 'FAIL',
    ]),
  ])

export const peerLines = (peers: readonly (PeerFigures | Absent)[]): string[] => [
  ...aligned([
    ['', '是否诉求 petition', '一级类别 level 1', '条/核·秒 a core second', '训练 training'],
    ...peers.flatMap((peer) =>
      'why' in peer
        ? []
        : [
            [
              peer.name,
              percent(peer.petition),
              percent(peer.level1),
              figure(peer.perSecond),
              peer.trainSeconds === null ? '—' : `${figure(peer.trainSeconds)} s`,
            ],
          ],
    ),
  ]),
  ...peers.flatMap((peer) => ('why' in peer ? [`${peer.name}: ${peer.why}`] : [])),
]

const percent = (share: number) => `${(100 * share).toFixed(1)}%`

export function understandingVerdicts(rates: UnderstandingRates, costs: readonly LinearCost[]) {
  const { gate, alone, loadMs, modelBytes } = rates
  const growth = Math.max(...costs.map((cost) => cost.growth))
  return [
    {
      held: gate >= leastGate,
      what: `过闸 gate ${figure(gate)}/s ≥ ${figure(leastGate)}`,
    },
    {
      held: alone >= leastRead,
      what: `单条读懂 read in full ${figure(alone)}/s ≥ ${figure(leastRead)}`,
    },
    {
      held: loadMs < mostLoadMs,
      what: `载入模型 model load ${figure(loadMs)} ms < ${mostLoadMs} ms`,
    },
    {
      held: modelBytes < mostModelBytes,
      what: `模型文件 model file ${figure(modelBytes / 1e6)} MB < ${mostModelBytes / 1e6} MB`,
    },
    {
      held: growth <= mostGrowth,
      what: `恶意文本每字成本 hostile texts, cost a character, most growth ×${growth.toFixed(2)} ≤ ×${mostGrowth}`,
    },
  ]
}
