import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FakeFile } from './fake-lark-types.ts'

/** Records by id, in the order in which they first came. */
export interface Shelf<T> {
  get(id: string): T | undefined
  put(id: string, record: T): void
  all(): readonly T[]
  keys(): readonly string[]
}

/** What the platform remembers: records of several kinds, and files. */
export interface Shelves {
  /** Records must be plain JSON: times are milliseconds. */
  shelf<T>(name: string): Shelf<T>
  keepFile(key: string, file: FakeFile): void
  file(key: string): FakeFile | undefined
  /** From now on nothing more is written: as if killed. */
  close(): void
}

/** With a folder it remembers across restarts and kills: each change is a line of a file that only grows. */
export function openShelves(folder: string | undefined): Shelves {
  const shelves = new Map<string, Map<string, unknown>>()
  const cupboard = new Map<string, FakeFile>()
  let closed = false
  const shelfOf = (name: string) => {
    const found = shelves.get(name) ?? new Map<string, unknown>()
    shelves.set(name, found)
    return found
  }
  const book = folder === undefined ? undefined : join(folder, 'lark.jsonl')
  if (folder !== undefined && book !== undefined) {
    mkdirSync(join(folder, 'files'), { recursive: true })
    if (existsSync(book)) {
      const text = readFileSync(book, 'utf8')
      if (!text.endsWith('\n')) appendFileSync(book, '\n') // a line cut off must not swallow the next
      for (const { shelf, id, record } of text.split('\n').flatMap(whole)) {
        shelfOf(shelf).set(id, record)
      }
    }
  }
  return {
    shelf<T>(name: string): Shelf<T> {
      const records = shelfOf(name) as Map<string, T>
      return {
        get: (id) => records.get(id),
        all: () => [...records.values()],
        keys: () => [...records.keys()],
        put(id, record) {
          if (closed) return
          records.set(id, record)
          if (book) appendFileSync(book, `${JSON.stringify({ shelf: name, id, record })}\n`)
        },
      }
    },
    keepFile(key, file) {
      cupboard.set(key, file)
      if (folder === undefined || closed) return
      const path = join(folder, 'files', key)
      writeFileSync(path, file.bytes)
      writeFileSync(`${path}.json`, JSON.stringify({ mime: file.mime, name: file.name }))
    },
    file(key) {
      const found = cupboard.get(key)
      if (found || folder === undefined || !/^[\w-]+$/.test(key)) return found
      const path = join(folder, 'files', key)
      if (!existsSync(`${path}.json`)) return undefined
      const about = JSON.parse(readFileSync(`${path}.json`, 'utf8'))
      return { bytes: readFileSync(path), mime: about.mime, name: about.name }
    },
    close: () => {
      closed = true
    },
  }
}

function whole(line: string): { shelf: string; id: string; record: unknown }[] {
  if (line === '') return []
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
