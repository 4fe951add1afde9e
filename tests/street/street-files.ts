import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { sayFault } from '../../db/street/street-fault.ts'

export const sampleStreet = join(import.meta.dirname, '../../db/sample-street')

/** A copy of the sample street that a test may spoil; gone when the test is over. */
export async function aCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'street-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(sampleStreet, folder, { recursive: true })
  return folder
}

/** A change to one file: the first occurrence of `from` becomes `to`; without `from`, a line at the end. */
export interface Change {
  readonly file: string
  readonly from?: string
  readonly to: string
}

async function change(folder: string, { file, from, to }: Change): Promise<void> {
  const before = await readFile(join(folder, file), 'utf8').catch(() => '')
  if (from !== undefined && !before.includes(from)) throw new Error(`${file} has no ${from}`)
  const after = from === undefined ? `${before}${to}\n` : before.replace(from, () => to)
  await writeFile(join(folder, file), after)
}

/** What readStreet says of the sample street with these changes; empty when it reads it. */
export async function faultsAfter(...changes: readonly Change[]): Promise<string[]> {
  const folder = await aCopy()
  for (const each of changes) await change(folder, each)
  const read = await readStreet(folder)
  return read.ok ? [] : read.problem.map(sayFault)
}
