import { schedule } from 'node-cron'
import { keepNoLonger } from './flows/keep-no-longer.ts'
import type { Desk } from './flows/ports.ts'
import { tellRules } from './flows/tell-rules.ts'

const beijing = { timezone: 'Asia/Shanghai' }

/**
 * From now on takes away every night what is over, and by day tells groups that were not told yet what is done with their
 * words. Answers how to stop, which waits for what is under way. A night that was missed is made up for by the next.
 */
export function scheduleNightly(desk: Desk): () => Promise<void> {
  let working = Promise.resolve()
  const run = (what: string, job: () => Promise<unknown>) => () => {
    working = working.then(job).then(
      () => {},
      (fault) => desk.report(`${what} failed`, fault),
    )
  }
  const tasks = [
    schedule(
      '20 3 * * *',
      run('retention', () => keepNoLonger(desk)),
      beijing,
    ),
    schedule(
      '*/10 9-17 * * *',
      run('telling the rules', () => tellRules(desk)),
      beijing,
    ),
  ]
  return async () => {
    for (const task of tasks) await task.stop()
    await working
  }
}
