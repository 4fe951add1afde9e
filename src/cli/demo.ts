import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { playWeek } from './demo/play-week.ts'
import { type Stage, setStage } from './demo/stage.ts'
import { playTexts, readTexts } from './demo/texts.ts'
import { outcomes } from './demo-week/outcomes.ts'
import { week } from './demo-week/week.ts'

const street = join(import.meta.dirname, '..', '..', 'db', 'sample-street')
const out = (line: string) => console.log(line)

process.exitCode = (await main()) ? 0 : 1
process.exit() // gRPC keeps idle sockets for a while

async function main(): Promise<boolean> {
  const { texts: file, column } = options()
  if (file === undefined)
    return on('2026-02-09T00:00:00+08:00', (stage) => playWeek(week, outcomes, stage, out))
  const texts = await readTexts(file, column ?? null)
  if (texts.ok)
    return on('2026-03-02T10:00:00+08:00', (stage) => playTexts(texts.value, stage, out))
  console.error(texts.problem)
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

function options(): { texts?: string | undefined; column?: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { texts: { type: 'string' }, column: { type: 'string' } },
    })
    return values
  } catch (fault) {
    console.error(
      `${(fault as Error).message}\n用法 usage: npm run demo [-- --texts FILE.tsv [--column body]]`,
    )
    process.exit(2)
  }
}
