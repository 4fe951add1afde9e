import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { auditStorm } from './storm/audit.ts'
import { unleash } from './storm/chaos.ts'
import { stormyLoad } from './storm/load.ts'
import { readOptions, type StormOptions } from './storm/options.ts'
import { ask } from './storm/platforms.ts'
import { randomFrom } from './storm/random.ts'
import { reportOf } from './storm/report.ts'
import { openStage, type Stage } from './storm/stage.ts'

/** Lark brings an event again after 15 seconds, 5 minutes, an hour and 6 hours. */
const redeliveries = [15_000, 300_000, 3_600_000, 6 * 3_600_000]

/** For what was left undone when the storm was over. */
const patienceMs = 5 * 60_000

const options = readOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(options.problem.join('\n'))
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'linli-storm-'))
chmodSync(folder, 0o755) // PostgreSQL's own account must enter
process.exitCode = (await storm(options.value)) ? 0 : 1

/** People talk, everything is killed and broken, then all is counted. Answers whether nothing was lost. */
async function storm({ minutes, messages, seed }: StormOptions): Promise<boolean> {
  const began = Date.now()
  const diary = join(folder, 'diary.txt')
  const note = (what: string) =>
    appendFileSync(diary, `${((Date.now() - began) / 1000).toFixed(1)}s ${what}\n`)
  console.log(`storm: ${messages} messages in ${minutes} minutes, seed ${seed}, diary in ${diary}`)
  const stage = await openStage(folder, (what) => {
    note(what)
    console.log(what)
  })
  const random = randomFrom(seed)
  const load = stormyLoad(stage, random, (minutes * 60_000) / messages)
  const chaos = unleash(stage, random, note)
  const bar = new SingleBar({
    format: '[{bar}] {value}/{total} s, {said} said, {harm} times broken',
  })
  const seconds = Math.round(minutes * 60)
  const harm = () => [...chaos.done.values()].reduce((sum, count) => sum + count, 0)
  bar.start(seconds, 0, { said: 0, harm: 0 })
  for (let second = 1; second <= seconds; second++) {
    await pause(1_000)
    bar.update(second, { said: load.said(), harm: harm() })
  }
  bar.stop()
  await load.stop()
  await chaos.calm()
  console.log('the storm is over; waiting until all is dealt with')
  await untilQuiet(stage)
  for (const ms of redeliveries) {
    await ask(stage.lark, 'advance', ms) // what nobody took is brought again, as Lark does
    await untilQuiet(stage)
  }
  const audit = await auditStorm(stage, load.worthy)
  await stage.stop()
  for (const line of reportOf(audit, chaos.done, load.pressed())) console.log(line)
  const told = [stage.gateway, stage.lark, ...stage.bots, ...stage.workers].flatMap((child) =>
    child.told.map((line) => `${child.name}: ${line}`),
  )
  appendFileSync(diary, [...told, ...audit.faults, ...audit.doubles, ''].join('\n'))
  const isGood = audit.faults.length === 0
  if (isGood) rmSync(folder, { recursive: true, force: true })
  else console.log(`all is left in ${folder}`)
  return isGood
}

/** Nothing unread, nothing unsent; what was given up is sent again once, as an operator would. */
async function untilQuiet({ stores }: Stage): Promise<void> {
  const giveUpAt = Date.now() + patienceMs
  for (let calm = 0; calm < 6; ) {
    if (Date.now() > giveUpAt) return
    await pause(500)
    const given = await stores.outbox.givenUp(1_000)
    if (given.length > 0) await stores.outbox.again(given.map(({ id }) => id))
    const waiting = await stores.inbox.waiting(1)
    const letters = await stores.outbox.letters({})
    const isQuiet = waiting.length === 0 && letters.every(({ state }) => state === 'sent')
    calm = isQuiet ? calm + 1 : 0
  }
}
