import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { helpIfAsked } from './help.ts'
import { auditStorm } from './storm/audit.ts'
import { unleash } from './storm/chaos.ts'
import { tooLittle } from './storm/enough.ts'
import { stormyLoad } from './storm/load.ts'
import { readOptions, type StormOptions, stormUsage } from './storm/options.ts'
import { ask } from './storm/platforms.ts'
import { quietOf } from './storm/quiet.ts'
import { randomFrom } from './storm/random.ts'
import { reportOf } from './storm/report.ts'
import { openStage, type Stage } from './storm/stage.ts'

/** Lark brings an event again after 15 seconds, 5 minutes, an hour and 6 hours. */
const redeliveries = [15_000, 300_000, 3_600_000, 6 * 3_600_000]

helpIfAsked(stormUsage)
const options = readOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(options.problem.join('\n'))
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'linli-storm-'))
chmodSync(folder, 0o755) // PostgreSQL's own account must enter
const halt = new AbortController()
const halted = new Promise<never>((_, fail) =>
  halt.signal.addEventListener('abort', () => fail(halt.signal.reason)),
)
halted.catch(() => {}) // heard by whoever is under way
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => halt.abort(new Error(`stopped by ${signal}`)))
try {
  process.exitCode = (await storm(options.value)) ? 0 : 1
} catch (fault) {
  console.error(fault)
  console.log(`all is left in ${folder}`)
  process.exit(halt.signal.aborted ? 130 : 1) // whatever chaos began meanwhile ends with us
}

/** People talk, everything is killed and broken, then all is counted. Answers whether nothing was lost. */
async function storm(asked: StormOptions): Promise<boolean> {
  const { minutes, messages, seed } = asked
  const began = Date.now()
  const diary = join(folder, 'diary.txt')
  const note = (what: string) =>
    appendFileSync(diary, `${((Date.now() - began) / 1000).toFixed(1)}s ${what}\n`)
  console.log(`storm: ${messages} messages in ${minutes} minutes, seed ${seed}, diary in ${diary}`)
  const tell = (what: string) => {
    note(what)
    console.log(what)
  }
  const stage = await openStage(folder, tell, halt.signal)
  try {
    const faults = await Promise.race([rage(stage, asked, note), halted])
    const told = stage.children.flatMap((child) =>
      child.told.map((line) => `${child.name}: ${line}`),
    )
    appendFileSync(diary, [...told, ...faults, ''].join('\n'))
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else console.log(`all is left in ${folder}`)
    return faults.length === 0
  } finally {
    await stage.stop()
  }
}

/** The storm itself, then the count; ends with everything stopped. Answers the faults that were found. */
async function rage(
  stage: Stage,
  { minutes, messages, seed }: StormOptions,
  note: (what: string) => void,
): Promise<readonly string[]> {
  const random = randomFrom(seed)
  const load = stormyLoad(stage, random, (minutes * 60_000) / messages)
  const chaos = unleash(stage, random, note)
  const bar = new SingleBar({
    format: '[{bar}] {value}/{total} s, {said} said, {harm} times broken',
  })
  const seconds = Math.round(minutes * 60)
  const harm = () => [...chaos.done.values()].reduce((sum, count) => sum + count, 0)
  bar.start(seconds, 0, { said: 0, harm: 0 })
  for (let second = 1; second <= seconds && !halt.signal.aborted; second++) {
    await pause(1_000)
    bar.update(second, { said: load.said(), harm: harm() })
  }
  bar.stop()
  await load.stop()
  await chaos.calm()
  console.log('the storm is over; waiting until all is dealt with')
  const quiet = quietOf(stage.stores)
  await quiet.until()
  for (const ms of redeliveries) {
    await ask(stage.lark, 'advance', ms) // what nobody took is brought again, as Lark does
    await quiet.until()
  }
  const audit = await auditStorm(stage, load.worthy, load.voices)
  const amounts = {
    ...{ asked: messages, said: load.said(), worthy: load.worthy.size, minutes },
    ...{
      votes: audit.voices.votes,
      petitions: audit.petitions,
      harm: harm(),
      pressed: load.pressed(),
    },
  }
  const faults = [
    ...tooLittle(amounts),
    ...(await stage.stop()),
    ...chaos.faults,
    ...quiet.faults(),
    ...audit.faults,
  ]
  const counted = { ...audit, faults, sentAgain: quiet.sentAgain() }
  for (const line of reportOf(counted, chaos.done, load.pressed())) console.log(line)
  for (const double of audit.doubles) note(double)
  return faults
}
