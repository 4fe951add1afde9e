import { schedule } from 'node-cron'
import type { Desk } from './flows/ports.ts'
import { writeOwedReports } from './write-reports.ts'

/**
 * From now on writes into the folder what is to be handed in, within ten minutes after each day, week, half month, month
 * and quarter; also what fell due while nothing ran, as far as the last of each kind. Answers how to stop, which waits
 * for what is being written.
 */
export function scheduleReports(desk: Desk, folder: string): () => Promise<void> {
  let writing = Promise.resolve()
  const write = async () => {
    try {
      await writeOwedReports(desk, folder)
    } catch (fault) {
      desk.report('writing reports failed', fault)
    }
  }
  const task = schedule('*/10 * * * *', () => {
    writing = writing.then(write)
  })
  return async () => {
    await task.stop()
    await writing
  }
}
