import { schedule } from 'node-cron'
import type { Operation } from './flows/ports/operation.ts'
import type { Desk } from './flows/ports.ts'
import { tellHeadsMonth } from './flows/tell-heads-month.ts'
import { tellReport } from './flows/tell-reports.ts'
import { noted } from './noted.ts'
import { readyReports, writeOwedReports } from './write-reports.ts'

/**
 * From now on writes into the folder what is to be handed in, within ten minutes after each day, week, half month, month
 * and quarter, and tells those who owe or read it; also what fell due while nothing ran, as far as the last of each kind. Answers how to stop, which waits
 * for what is being written.
 */
export function scheduleReports(
  desk: Desk,
  folder: string,
  operation: Operation,
): () => Promise<void> {
  let writing = Promise.resolve()
  const told = new Set<string>()
  const write = async () => {
    await writeOwedReports(desk, folder)
    for (const ready of await readyReports(desk, folder)) {
      const { kind, period, scope } = ready
      const key = `${kind}/${period.name}/${scope.department ?? scope.unit}`
      if (!told.has(key)) {
        await tellReport(ready, desk)
        if (kind === 'monthly') await tellHeadsMonth(period, desk)
      }
      told.add(key)
    }
  }
  const job = { name: 'reports', what: 'writing reports' } as const
  const task = schedule('*/10 * * * *', () => {
    writing = writing.then(() => noted(job, write, { ...desk, operation }))
  })
  return async () => {
    await task.stop()
    await writing
  }
}
