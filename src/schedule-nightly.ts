import { schedule } from 'node-cron'
import { keepNoLonger } from './flows/keep-no-longer.ts'
import type { Operation } from './flows/ports/operation.ts'
import type { Desk } from './flows/ports.ts'
import { tellRules } from './flows/tell-rules.ts'
import { type Job, noted } from './noted.ts'

const beijing = { timezone: 'Asia/Shanghai' }

/**
 * From now on takes away every night what is over, and by day tells groups that were not told yet what is done with their
 * words. Answers how to stop, which waits for what is under way. A night that was missed is made up for by the next.
 */
export function scheduleNightly(desk: Desk, operation: Operation): () => Promise<void> {
  let working = Promise.resolve()
  const run = (job: Job, act: () => Promise<unknown>) => () => {
    working = working.then(() => noted(job, act, { ...desk, operation }))
  }
  const tasks = [
    schedule(
      '20 3 * * *',
      run({ name: 'retention', what: 'retention' }, () => keepNoLonger(desk)),
      beijing,
    ),
    schedule(
      '*/10 9-17 * * *',
      run({ name: 'rules', what: 'telling the rules' }, () => tellRules(desk)),
      beijing,
    ),
  ]
  return async () => {
    for (const task of tasks) await task.stop()
    await working
  }
}
