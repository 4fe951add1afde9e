import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportFiles } from './flows/ports/report-files.ts'
import type { Desk } from './flows/ports.ts'
import { presentNumbers } from './flows/present-numbers.ts'
import { fileName, fileOf } from './write-reports.ts'

/** Reports made of the numbers that the console shows, and those that `scheduleReports` laid down in a folder. */
export const reportFiles = (
  desk: Pick<Desk, 'petitions' | 'rulebooks' | 'clock' | 'outbox' | 'voices' | 'errands'>,
  folder: string,
): ReportFiles => ({
  async write(report, form) {
    const { kept, at, book } = await presentNumbers(report.period, desk)
    return fileOf(report, form, { kept, now: at, book }, desk)
  },
  nameOf: ({ kind, period, scope }, form) => fileName(kind, period, scope, form),
  async writtenAt({ kind, period, scope }, form) {
    const file = join(folder, kind, fileName(kind, period, scope, form))
    return stat(file).then(
      ({ mtime }) => mtime,
      () => null,
    )
  },
})
