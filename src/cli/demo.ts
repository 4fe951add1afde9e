import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { playWeek } from './demo/play-week.ts'
import { listScenarios, playOnStage, scenarioNamed } from './demo/scenarios.ts'
import { type Stage, setStage } from './demo/stage.ts'
import { playTexts, readTexts } from './demo/texts.ts'
import { outcomes } from './demo-week/outcomes.ts'
import { week } from './demo-week/week.ts'
import { helpIfAsked } from './help.ts'

const street = join(import.meta.dirname, '..', '..', 'db', 'sample-street')
const out = (line: string) => console.log(line)

const usage =
  '用法 usage: npm run demo [-- --scenario NAME | -- --texts FILE.tsv [--column body]]；--scenario 后面不写：列出剧本 [lists the stories]'
helpIfAsked(usage)
process.exitCode = (await main()) ? 0 : 1
process.exit() // gRPC keeps idle sockets for a while

async function main(): Promise<boolean> {
  const { texts: file, column, scenario: name } = options()
  if (name !== undefined) return play(name)
  if (file === undefined)
    return on('2026-02-09T00:00:00+08:00', (stage) => playWeek(week, outcomes, stage, out))
  const texts = await readTexts(file, column ?? null)
  if (texts.ok)
    return on('2026-03-02T10:00:00+08:00', (stage) => playTexts(texts.value, stage, out))
  console.error(texts.problem)
  return false
}

async function play(name: string): Promise<boolean> {
  const scenario = await scenarioNamed(name)
  if (scenario.ok) return playOnStage(scenario.value, street, out)
  if (name !== '') console.error(`没有叫“${name}”的剧本 [no scenario ${name}]`)
  console.error(await listScenarios())
  return false
}

/** Plays on a stage that is cleared afterwards, whatever happens. */
async function on(start: string, play: (stage: Stage) => Promise<boolean>): Promise<boolean> {
  const stage = await setStage(new Date(start), street)
  try {
    return await play(stage)
  } finally {
    await stage.close()
  }
}

interface Options {
  readonly texts?: string | undefined
  readonly column?: string | undefined
  /** '' lists them. */
  readonly scenario?: string | undefined
}

function options(): Options {
  const args = process.argv.slice(2)
  if (args.at(-1) === '--scenario') args.push('')
  try {
    const { values } = parseArgs({
      args,
      options: {
        texts: { type: 'string' },
        column: { type: 'string' },
        scenario: { type: 'string' },
      },
    })
    return values
  } catch (fault) {
    console.error(`${(fault as Error).message}\n${usage}`)
    process.exit(2)
  }
}
