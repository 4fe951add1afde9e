import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheets } from '../../db/street/read-sheets.ts'
import { readUpload } from '../../db/street/read-upload.ts'
import type { Model } from '../../src/domain/intake/model.ts'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import { reportFiles } from '../../src/report-files.ts'
import { aBook } from './builders.ts'
import type { memory } from './memory.ts'

/** A desk over stores in memory that reads no messages. */
export const memoryDesk = (
  stores: ReturnType<typeof memory>,
  { clock, report }: Pick<ConsoleDesk, 'clock' | 'report'>,
): ConsoleDesk => {
  const desk = {
    ...stores,
    tenant: aBook().tenant,
    publicUrl: 'http://localhost',
    machine: { upMs: () => 7_200_000, version: '0.0.0', metricsToken: null, channels: () => null },
    model: {} as Model,
    secondReader: null,
    senses: null,
    larkSignIn: null,
    clock,
    newId: stores.shelf.newId,
    streetTables: { gridsIn: readUpload, read: readSheets },
    report,
  }
  return { ...desk, reports: reportFiles(desk, join(tmpdir(), 'no-reports-of-this-street')) }
}
