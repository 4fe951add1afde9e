import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readStreet } from '../../../db/street/read-street.ts'
import { sayFault } from '../../../db/street/street-fault.ts'
import type { Street } from '../../../db/street/to-street.ts'
import { gazetteerOf } from '../../domain/intake/gazetteer.ts'
import { decodeModel } from '../../domain/intake/model.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'

export const streetFolder = join(import.meta.dirname, '..', '..', '..', 'db', 'sample-street')

export const weightsFile = new URL('../../classifier/weights.bin', import.meta.url)

/** The sample street, and all that reading its chats needs. */
export async function sampleStreet(): Promise<{
  readonly street: Street
  readonly u: Understanding
}> {
  const read = await readStreet(streetFolder)
  if (!read.ok) throw new Error(read.problem.map(sayFault).join('\n'))
  const { book } = read.value
  const u = { book, model: decodeModel(await readFile(weightsFile)), gazetteer: gazetteerOf(book) }
  return { street: read.value, u }
}
