import type { Result } from '../../src/domain/result.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { readCalendar } from './read-calendar.ts'
import { readGeojson } from './read-geojson.ts'
import { readPolicies } from './read-policies.ts'
import { readTable, type Table } from './read-table.ts'
import { type FileName, optionalColumns, optionalFiles, tables } from './tables.ts'
import { type Street, toStreet } from './to-street.ts'

/**
 * Reads the files of a street: six tables, `policies.yaml`, and where they exist `catalogue.csv`, `knowledge.csv`,
 * `household_heads.csv`, `duty.csv`, `absences.csv`, `grids.geojson`, `texts.csv`, `residents.csv`, `members.csv` and `calendar/`.
 * All or nothing: refuses with everything that is wrong in any file, for one round of mending.
 */
export async function readStreet(folder: string): Promise<Result<Street, StreetFault[]>> {
  const names = Object.keys(tables) as FileName[]
  const read = await Promise.all(
    names.map((name) => {
      if (name === 'grids.geojson') return readGeojson(folder)
      const columns = Object.keys(tables[name].row.shape)
      return readTable(folder, name, columns, optionalFiles.includes(name), optionalColumns[name])
    }),
  )
  const table = Object.fromEntries(read.map((t) => [t.file, t])) as Record<FileName, Table>
  return toStreet(table, await readPolicies(folder), await readCalendar(folder))
}
