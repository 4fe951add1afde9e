import type { Result } from '../../domain/result.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { PlacedSheets } from '../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../domain/street/street-fault.ts'

/** A sheet of a file as it came: its lines with their numbers, empty ones left out; every cell as text. */
export interface Grid {
  /** '' for a file without sheets. */
  readonly name: string
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** Reads what people upload, and judges tables by the checks of a street's files. */
export interface StreetTables {
  /** Refuses with one sentence what is no table that we read: other formats, bombs, files cut short. */
  gridsIn(name: string, bytes: Uint8Array): Promise<Result<readonly Grid[], string>>
  /** A rulebook of version 0, or everything that is wrong. */
  read(sheets: PlacedSheets): Result<Rulebook, StreetFault[]>
}
