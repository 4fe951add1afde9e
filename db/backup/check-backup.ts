import { createHash } from 'node:crypto'
import { type Manifest, type SectionHeader, sectionsIn } from './sections.ts'
import { addFile, tally } from './tally.ts'

export interface Checked {
  readonly head: Extract<SectionHeader, { kind: 'head' }>
  readonly manifest: Manifest
  readonly rows: number
  /** Of the file itself. */
  readonly bytes: number
  readonly sha256: string
}

/** Reads a whole backup; throws where anything is not as its manifest says. */
export async function checkBackup(file: string): Promise<Checked> {
  const whole = createHash('sha256')
  let bytes = 0
  const hear = (part: Uint8Array) => {
    whole.update(part)
    bytes += part.length
  }
  const files = createHash('sha256')
  const tables: Record<string, { rows: number; sha256: string }> = {}
  let count = 0
  let head: Checked['head'] | null = null
  let manifest: Manifest | null = null
  for await (const { header, content } of sectionsIn(file, hear)) {
    if (head === null && (header.kind !== 'head' || header.format !== 1))
      throw new Error(
        '这不是邻里的备份，或者是更新的程序做的 [this is no backup of ours, or of a later program]',
      )
    const { passing, counted } = tally(content)
    const parts: Uint8Array[] = []
    for await (const part of passing()) if (header.kind === 'manifest') parts.push(part)
    if (header.kind === 'head') head = header
    if (header.kind === 'table') tables[header.name] = counted()
    if (header.kind === 'file') {
      addFile(files, header.path, counted().sha256)
      count += 1
    }
    if (header.kind === 'manifest') manifest = JSON.parse(Buffer.concat(parts).toString('utf8'))
  }
  if (!head || !manifest) throw new Error('文件不完整，被截断了 [the file is cut off]')
  const found: Manifest = { tables, files: { count, sha256: files.digest('hex') } }
  if (JSON.stringify(found) !== JSON.stringify(manifest))
    throw new Error('what is in it is not what its manifest says')
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  return { head, manifest, rows, bytes, sha256: whole.digest('hex') }
}
