import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureColdStart } from './bench/cold-start.ts'
import { installPeers } from './bench/install-peers.ts'
import { intakePairs } from './bench/intake.ts'
import { measureLatency } from './bench/latency.ts'
import { measureLinearCost } from './bench/linear-cost.ts'
import { measurePeers } from './bench/peers.ts'
import {
  coldStartLines,
  intakeLines,
  intakeVerdicts,
  latencyLines,
  latencyVerdicts,
} from './bench/report.ts'
import {
  linearLines,
  peerLines,
  understandingLines,
  understandingVerdicts,
} from './bench/report-understanding.ts'
import { rival } from './bench/rivals.ts'
import { sampleStreet } from './bench/sample.ts'
import { measureUnderstanding, spokenTexts } from './bench/understanding.ts'
import { helpIfAsked } from './help.ts'

const usage = '用法 usage: npm run bench [-- --quick] [--peers] [--only understanding]'
helpIfAsked(usage)
const { quick, only, peers } = options()
const size = quick
  ? { understandingSeconds: 0.5, pairs: 1, pairSeconds: 1, messages: 20, before: 100 }
  : { understandingSeconds: 3, pairs: 5, pairSeconds: 4, messages: 200, before: 1_000 }

process.exitCode = (await main()) ? 0 : 1
process.exit() // gRPC keeps idle sockets for a while

/** Measures one after the other and prints; answers whether everything held that must hold. */
async function main(): Promise<boolean> {
  const { street, u } = await sampleStreet()
  const [cpu] = cpus()
  say(`邻里 Linli 基准 benchmarks，${new Date().toISOString().slice(0, 10)}`)
  say(
    `${cpus().length} × ${cpu?.model ?? 'CPU'}，Node ${process.version}${quick ? '，--quick' : ''}`,
  )

  progress('1/4 理解 understanding')
  const rates = await measureUnderstanding(size.understandingSeconds, street, u)
  section('理解 Understanding', understandingLines(rates))
  const costs = measureLinearCost(u)
  section('恶意文本 Hostile texts: as a message, a nickname and a reply', linearLines(costs))
  if (peers) {
    progress('    npm ci --prefix bench/peers')
    installPeers()
  }
  section(
    '同类 Peers, on the same held-out lines',
    peerLines(
      await measurePeers(u.model, spokenTexts(street), size.understandingSeconds, progress),
    ),
  )
  const understood = understandingVerdicts(rates, costs)
  if (only === 'understanding') return concluded(understood)

  progress('2/4 收存 durable intake')
  const against = rival()
  let done = 0
  const pairs = await intakePairs(
    { pairs: size.pairs, seconds: size.pairSeconds },
    against,
    u,
    () => progress(`    ${++done}/${size.pairs}`),
  )
  section(`收存 Durable intake，对照 against ${against.name}`, intakeLines(pairs))

  progress('3/4 答复 latency')
  const latency = await measureLatency({ count: size.messages, many: size.before }, (done, of) => {
    if (done % 100 === 0) progress(`    ${done}/${of}`)
  })
  section('从说话到答复 Message to reply，through the gRPC wire', latencyLines(latency))

  progress('4/4 启动 cold start')
  const coldStart = await measureColdStart()
  section('启动与内存 Cold start and memory', coldStartLines(coldStart))

  const left = [...coldStart.first.leftRunning, ...coldStart.second.leftRunning]
  for (const command of left) say(`  left running: ${command}`)
  return concluded([
    ...understood,
    ...intakeVerdicts(pairs),
    ...latencyVerdicts(latency),
    { held: left.length === 0, what: '停止后没有留下进程 nothing is left running after a stop' },
  ])
}

function concluded(verdicts: readonly { readonly held: boolean; readonly what: string }[]) {
  section(
    '必须成立 What must hold',
    verdicts.map(({ held, what }) => `${held ? 'PASS' : 'FAIL'}  ${what}`),
  )
  return verdicts.every(({ held }) => held)
}

function section(title: string, lines: readonly string[]): void {
  say('')
  say(title)
  for (const line of lines) say(`  ${line}`)
}

function say(line: string): void {
  console.log(line)
}

function progress(what: string): void {
  process.stderr.write(`${what} …\n`)
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        peers: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
    })
    if (values.only !== undefined && values.only !== 'understanding')
      throw new Error(`--only ${values.only}?`)
    return values
  } catch (fault) {
    console.error(`${(fault as Error).message}\n${usage}`)
    process.exit(2)
  }
}
