import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes the data folder and those above it. Throws a sentence for the operator when that cannot be. One at a time, for
 * where nothing can be made, as in /proc, `mkdir` with `recursive` never comes back.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await make(folder)
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException
    throw new Error(
      `数据目录 ${folder} 建不了（${code}），请用 LINLI_DATA=别的目录 [cannot make the data folder]`,
    )
  }
}

async function make(folder: string): Promise<void> {
  const there = await stat(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ENOENT') throw fault
  })
  if (there?.isDirectory()) return
  if (dirname(folder) !== folder) await make(dirname(folder))
  await mkdir(folder, { mode: 0o755 }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST' || there) throw fault // another process was faster
  })
}
