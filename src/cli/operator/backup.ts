import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { type Checked, checkBackup } from '../../../db/backup/check-backup.ts'
import { writeBackup } from '../../../db/backup/write-backup.ts'
import { no, ok } from '../../domain/result.ts'
import type { Operation } from '../../flows/ports/operation.ts'
import type { Desk } from '../../flows/ports.ts'
import { inOperatorsWords } from '../../trouble.ts'
import type { Ending } from './in-office.ts'

export const backupUsage = `npm run backup -- --to 文件      备份整个数据库和数据文件夹里的图片、报表，随即通读核对 [back up everything, then read it back]
npm run backup -- --check 文件   通读核对一份备份 [read a backup and check it]`

const { version } = createRequire(import.meta.url)('../../../package.json')

/** Writes a backup beside a running product, reads it again and notes it for the operators' page; or checks one. */
export async function backup(
  [option, file, ...rest]: readonly string[],
  desk: Pick<Desk, 'newId'> & { readonly operation: Operation },
  place: { readonly databaseUrl: string; readonly dataFolder: string },
): Promise<Ending> {
  if (file === undefined || rest.length > 0 || (option !== '--to' && option !== '--check'))
    return no([backupUsage])
  const to = resolve(file)
  try {
    if (option === '--check') return ok(linesOf(await checkBackup(to)))
    if (await stat(to).catch(() => null))
      return no([`文件已经在了，不覆盖 [there is a file already]: ${to}`])
    const madeAt = new Date()
    const { databaseUrl: url, dataFolder } = place
    await writeBackup({ url, dataFolder, to, program: String(version), at: madeAt })
    const checked = await checkBackup(to)
    const { rows, bytes, sha256 } = checked
    const run = { id: desk.newId(), madeAt, bytes, rows, sha256, verifiedAt: new Date() }
    await desk.operation.noteBackup(run)
    return ok([`已备份 backed up: ${to}`, ...linesOf(checked)])
  } catch (fault) {
    return no([whyNot(fault)])
  }
}

/** What a backup holds, for who made or restored it. */
export const linesOf = ({ head, manifest, rows, bytes, sha256 }: Checked): string[] => [
  `核对无误 checked: ${head.madeAt}，程序 program ${head.program}`,
  `${Object.keys(manifest.tables).length} 张表 tables，${rows} 行 rows，${manifest.files.count} 个文件 files，${bytes} 字节 bytes`,
  `SHA-256 ${sha256}`,
]

/** Our own sentences tell what to do; the database's may carry what people said. */
export function whyNot(fault: unknown): string {
  if (!(fault instanceof Error)) return inOperatorsWords(fault)
  const { code } = fault as NodeJS.ErrnoException
  if (code === undefined && fault.name === 'Error') return fault.message
  return code?.startsWith('Z_')
    ? '这不是邻里的备份，或者已经损坏 [no backup of ours, or damaged]'
    : inOperatorsWords(fault)
}
