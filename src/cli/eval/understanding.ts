import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readStreet } from '../../../db/street/read-street.ts'
import { gazetteerOf } from '../../domain/intake/gazetteer.ts'
import { decodeModel } from '../../domain/intake/model.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'

/** Reads with the sample street and the weights that come with the program. */
export async function sampleUnderstanding(): Promise<Understanding> {
  const street = await readStreet(
    fileURLToPath(new URL('../../../db/sample-street', import.meta.url)),
  )
  if (!street.ok) throw new Error(`the sample street: ${JSON.stringify(street.problem)}`)
  const weights = readFileSync(new URL('../../classifier/weights.bin', import.meta.url))
  const { book } = street.value
  return { book, model: decodeModel(weights), gazetteer: gazetteerOf(book) }
}
