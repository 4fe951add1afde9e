import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { measureColdStart } from './bench/cold-start.ts'
import { intakePairs } from './bench/intake.ts'
import { measureLatency } from './bench/latency.ts'
import {
  coldStartLines,
  intakeLines,
  intakeVerdicts,
  latencyLines,
  understandingLines,
} from './bench/report.ts'
import { rival } from './bench/rivals.ts'
import { sampleStreet } from './bench/sample.ts'
import { measureUnderstanding } from './bench/understanding.ts'

const { quick } = options()
const size = quick
  ? { understandingSeconds: 0.5, pairs: 1, pairSeconds: 1, messages: 20 }
  : { understandingSeconds: 3, pairs: 5, pairSeconds: 4, messages: 200 }

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
  section(
    '理解 Understanding',
    understandingLines(measureUnderstanding(size.understandingSeconds, street, u)),
  )

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
  const latency = await measureLatency(size.messages, (done) => {
    if (done % 50 === 0) progress(`    ${done}/${2 * size.messages}`)
  })
  section('从说话到答复 Message to reply，through the gRPC wire', latencyLines(latency))

  progress('4/4 启动 cold start')
  const coldStart = await measureColdStart()
  section('启动与内存 Cold start and memory', coldStartLines(coldStart))

  const left = [...coldStart.first.leftRunning, ...coldStart.second.leftRunning]
  const verdicts = [
    ...intakeVerdicts(pairs),
    { held: left.length === 0, what: '停止后没有留下进程 nothing is left running after a stop' },
  ]
  section(
    '必须成立 What must hold',
    verdicts.map(({ held, what }) => `${held ? 'PASS' : 'FAIL'}  ${what}`),
  )
  for (const command of left) say(`  left running: ${command}`)
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

function options(): { readonly quick: boolean } {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
    return { quick: values.quick }
  } catch (fault) {
    console.error(`${(fault as Error).message}\n用法 usage: npm run bench [-- --quick]`)
    process.exit(2)
  }
}
