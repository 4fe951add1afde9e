import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorldMessage } from '../../src/flows/ports/chat-world.ts'

/** A picture, voice or video as a player hands it over. */
export interface Picture {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly name: string
}

/** Somebody is new in a group. */
export interface Joined {
  readonly kind: 'joined'
  readonly id: string
  readonly at: Date
  readonly room: string
  readonly person: string
}

/** One line of the platform's memory. */
export type Line =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'room'
      readonly id: string
      readonly topic: string
      readonly members: readonly { readonly id: string; readonly alias: string }[]
    }
  | Joined
  | { readonly kind: 'presence'; readonly room: string; readonly isHere: boolean }
  | { readonly kind: 'said'; readonly message: WorldMessage }
  | { readonly kind: 'recalled'; readonly id: string; readonly at: Date; readonly message: string }

/** The simulated platform's memory: a file of lines that only grows, and a folder of files. */
export interface SimHistory {
  /** All whole lines; a last one that was cut off when we died is left out. */
  lines(): readonly Line[]
  write(line: Line): void
  keepFile(id: string, file: Picture): true
  file(id: string): Picture | undefined
}

/** Opens the memory in `folder`, making it when it is not there. */
export function simHistory(folder: string): SimHistory {
  const book = join(folder, 'history.jsonl')
  const files = join(folder, 'files')
  mkdirSync(files, { recursive: true })
  mendLastLine(book)
  return {
    lines: () => (existsSync(book) ? readFileSync(book, 'utf8').split('\n').flatMap(toLine) : []),
    write: (line) => appendFileSync(book, `${JSON.stringify(line)}\n`),
    keepFile(id, { bytes, mime, name }) {
      writeFileSync(join(files, id), bytes)
      writeFileSync(join(files, `${id}.json`), JSON.stringify({ mime, name }))
      return true
    },
    file(id) {
      if (!/^[\w-]+$/.test(id) || !existsSync(join(files, `${id}.json`))) return undefined
      const about = JSON.parse(readFileSync(join(files, `${id}.json`), 'utf8'))
      return { bytes: readFileSync(join(files, id)), mime: about.mime, name: about.name }
    },
  }
}

/** A line that was cut off must not swallow the next one. */
function mendLastLine(book: string) {
  if (existsSync(book) && !readFileSync(book, 'utf8').endsWith('\n')) appendFileSync(book, '\n')
}

function toLine(text: string): Line[] {
  if (text === '') return []
  try {
    const line = JSON.parse(text)
    if (line.kind === 'said') line.message.at = new Date(line.message.at)
    if (line.kind === 'recalled' || line.kind === 'joined') line.at = new Date(line.at)
    return [line]
  } catch {
    return []
  }
}

/** Pictures and voices: in the history's folder when there is one, else in memory. */
export function fileCupboard(history: () => SimHistory | undefined) {
  const shelf = new Map<string, Picture>()
  return {
    keep: (id: string, file: Picture) => history()?.keepFile(id, file) ?? void shelf.set(id, file),
    load: (id: string): Picture | undefined => shelf.get(id) ?? history()?.file(id),
  }
}
