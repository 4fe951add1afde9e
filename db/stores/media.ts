import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type MediaId, mediaId } from '../../src/domain/ids.ts'
import type { Media } from '../../src/flows/ports.ts'
import { codeOf } from './retrying.ts'

/**
 * Pictures and voices as files: `ab/abcdef….image%2Fjpeg`, named by their hash and their kind. A file is there whole or
 * not at all, and what was answered survives a power failure.
 */
export function mediaStore(folder: string): Media {
  return {
    async keep(bytes, mime) {
      const id = mediaId(createHash('sha256').update(bytes).digest('hex'))
      const there = await find(folder, id)
      // kept anew: it is not stray, whatever became of what showed it before
      if (there !== undefined) await utimes(there, new Date(), new Date())
      else await write(join(shelfOf(folder, id), `${id}.${encodeURIComponent(mime)}`), bytes)
      return id
    },
    async load(id) {
      const file = await find(folder, id)
      if (file === undefined) return undefined
      const mime = decodeURIComponent(basename(file).slice(id.length + 1))
      return { bytes: new Uint8Array(await readFile(file)), mime }
    },
    async keptBefore(before) {
      const shelves = await readdir(folder).catch(() => [])
      const kept: MediaId[] = []
      for (const shelf of shelves)
        for (const name of await readdir(join(folder, shelf)).catch(() => [])) {
          const id = name.split('.')[0] ?? ''
          if (!/^[0-9a-f]{64}$/.test(id)) continue
          const file = await stat(join(folder, shelf, name)).catch(() => null)
          if (file && file.mtime < before) kept.push(mediaId(id))
        }
      return kept
    },
    async forget(id) {
      const file = await find(folder, id)
      if (file === undefined) return false
      return unlink(file).then(
        () => true,
        (fault) => {
          if (codeOf(fault) === 'ENOENT') return false // somebody else was faster
          throw fault
        },
      )
    },
  }
}

const shelfOf = (folder: string, id: MediaId) => join(folder, id.slice(0, 2))

async function find(folder: string, id: MediaId): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(id)) return undefined // an id from outside must not name another file
  const shelf = shelfOf(folder, id)
  const names = await readdir(shelf).catch(() => [])
  const name = names.find((candidate) => candidate.startsWith(`${id}.`))
  return name === undefined ? undefined : join(shelf, name)
}

async function write(file: string, bytes: Uint8Array) {
  await mkdir(dirname(file), { recursive: true })
  const scratch = join(dirname(file), `.${randomUUID()}`)
  const handle = await open(scratch, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(scratch, file)
  await syncFolder(dirname(file))
  await syncFolder(dirname(dirname(file)))
}

/** A rename is safe only when its folder is on disk, too. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
