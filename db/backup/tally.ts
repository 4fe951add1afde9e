import { createHash, type Hash } from 'node:crypto'

/** Counts lines and hashes what passes. */
export function tally(content: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let rows = 0
  return {
    async *passing(): AsyncGenerator<Uint8Array> {
      for await (const bytes of content) {
        hash.update(bytes)
        for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1
        yield bytes
      }
    },
    /** When all has passed: of a table each line is a row. */
    counted: () => ({ rows, sha256: hash.digest('hex') }),
  }
}

/** What of all files is compared. */
export const addFile = (hash: Hash, path: string, sha256: string) =>
  hash.update(`${path}\n${sha256}\n`)
