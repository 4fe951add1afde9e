import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { folders } from './write-backup.ts'

/** Within each folder, so that it is on the same disk even where a folder is a disk of its own. */
const stage = '.restoring'

/** Files on their way into a data folder: beside their place first, then all into it, or none. */
export interface StagedFiles {
  /** Throws where files are that no restore left behind. */
  expectRoom(): Promise<void>
  /** Takes away what a restore left that was killed. Only for a database without anything: else its files belong to it. */
  clear(): Promise<void>
  /** Keeps a file beside its place. Throws for one that belongs nowhere. */
  keep(path: string, content: AsyncIterable<Uint8Array>): Promise<void>
  /** All into their place. Until `settle` they count as left behind. */
  moveIn(): Promise<void>
  settle(): Promise<void>
}

export function stagedFiles(dataFolder: string): StagedFiles {
  const places = folders.map((name) => join(dataFolder, name))
  const settle = async () => {
    for (const place of places) await rm(join(place, stage), { recursive: true, force: true })
  }
  return {
    async expectRoom() {
      const found = await Promise.all(places.map(entriesOf))
      const isLeft = found.some((entries) => entries.includes(stage))
      if (!isLeft && found.some((entries) => entries.length > 0))
        throw new Error(
          '数据文件夹里已经有文件，请恢复到空的文件夹 [there are files in the data folder: restore into an empty one]',
        )
    },
    async clear() {
      const found = await Promise.all(places.map(entriesOf))
      if (!found.some((entries) => entries.includes(stage))) return
      for (const [i, place] of places.entries())
        for (const entry of found[i] ?? [])
          if (entry !== stage) await rm(join(place, entry), { recursive: true, force: true })
      await settle() // last: until then they are known as left behind
    },
    async keep(path, content) {
      const [folder = '', ...rest] = safe(path).split('/')
      await write(join(dataFolder, folder, stage, ...rest), content)
    },
    async moveIn() {
      for (const place of places) {
        for (const entry of await entriesOf(join(place, stage)))
          await rename(join(place, stage, entry), join(place, entry))
      }
    },
    settle,
  }
}

/** Never outside of the folders that are backed up, whatever a file says. */
function safe(path: string): string {
  const [folder, ...rest] = path.split('/')
  const isOurs = folders.some((one) => one === folder) && rest.length > 0
  if (!isOurs || rest.some((name) => !/^[^\\:]+$/.test(name) || /^\.\.?$/.test(name)))
    throw new Error('the backup names a file where none belongs')
  return path
}

async function write(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'w', 0o600)
  try {
    for await (const bytes of content) await handle.appendFile(bytes) // `write` may write a part of it
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** None of a folder that is not there. Throws for what is no folder. */
async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}
