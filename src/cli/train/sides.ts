import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { decodeText } from '../../../db/street/decode-text.ts'
import { type LeftOut, type Row, readRows } from '../../classifier/labels/rows.ts'
import { repeated, splitRows } from '../../classifier/labels/split.ts'
import { labelsOf, learnable, measurable } from '../../classifier/labels/usable.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import { leftOutLines } from './lines.ts'
import type { Options } from './options.ts'

/** What a run learns from, and what it measures with. */
export interface Sides {
  readonly learnt: readonly Row[]
  readonly heldout: readonly Row[]
  /** Hash of the file that `learnt` is from. */
  readonly data: string
  readonly notes: readonly string[]
}

/**
 * Reads the file or files asked for; without one held out, splits. Refuses with one sentence for each fault of a file;
 * of a row that is only left out, `notes` say which and why.
 */
export function sidesOf({ labels, heldout }: Options): Result<Sides, string[]> {
  const history = rowsIn(labels, learnable)
  if (!history.ok) return history
  const { rows, data, notes } = history.value
  if (heldout === null) {
    const split = splitRows(rows)
    if (split.heldout.length === 0)
      return no([
        `${labels}：行太少，或者都几乎相同，分不出测试的部分；请用 --heldout 另给一个文件 [too few different rows to hold any out: give --heldout FILE.tsv]`,
      ])
    return ok({
      ...split,
      data,
      notes: [...notes, splitNote(split.learnt, split.heldout), ownSplit],
    })
  }
  const unseen = rowsIn(heldout, (read) => measurable(read, labelsOf(rows)))
  if (!unseen.ok) return unseen
  if (unseen.value.data === data)
    return no([`${heldout}：和 --labels 是同一份数据 [--heldout is the same data as --labels]`])
  const again = repeated(rows, unseen.value.rows)
  return ok({
    learnt: rows,
    heldout: unseen.value.rows,
    data,
    notes: [
      ...notes,
      ...unseen.value.notes,
      splitNote(rows, unseen.value.rows),
      ...(again > 0
        ? [
            `测试行中有 ${again} 行与学习行几乎相同，成绩因此偏高 [${again} held-out rows are nearly the same as learnt ones: the scores flatter]`,
          ]
        : []),
    ],
  })
}

const ownSplit =
  '测试行从同一文件分出，几乎相同的行都在一边；权重没有学过它们 [held out of the same file, nearly equal rows on one side; the weights have not learnt them]'

const splitNote = (learnt: readonly Row[], heldout: readonly Row[]): string =>
  `学习 learnt ${learnt.length} 行，测试 held out ${heldout.length} 行，标签 labels ${labelsOf(learnt).length} 个`

interface Kept {
  readonly rows: readonly Row[]
  readonly leftOut: readonly LeftOut[]
}

/** The rows of a file that `select` takes, and what to say about the others. */
function rowsIn(file: string, select: (rows: readonly Row[]) => Result<Kept, string>) {
  const inFile = (faults: readonly string[]) => no(faults.map((fault) => `${file}：${fault}`))
  const bytes = bytesIn(file)
  if (!bytes.ok) return inFile([bytes.problem])
  const content = decodeText(bytes.value)
  if (!content.ok)
    return inFile(['认不出文字编码，请存为 UTF-8 [unknown encoding: save it as UTF-8]'])
  const read = readRows(content.value)
  if (!read.ok) return inFile(read.problem)
  const { rows, leftOut, ignored } = read.value
  const lines = leftOutLines(basename(file), leftOut)
  const kept = select(rows)
  if (!kept.ok) return no([`${file}：${kept.problem}`, ...lines])
  const count = `${basename(file)}：可用 usable ${kept.value.rows.length} 行 rows`
  const unread = ignored.length > 0 ? `，不读的列 columns not read：${ignored.join('、')}` : ''
  return ok({
    rows: kept.value.rows,
    data: hashOf(bytes.value),
    notes: [count + unread, ...lines, ...leftOutLines(basename(file), kept.value.leftOut)],
  })
}

function bytesIn(file: string): Result<Uint8Array, string> {
  try {
    const bytes = readFileSync(file)
    return bytes.length > 0 ? ok(bytes) : no('文件是空的 [the file is empty]')
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    return no(
      code === 'ENOENT'
        ? '没有这个文件 [no such file]'
        : code === 'EISDIR'
          ? '这是一个文件夹 [a folder, not a file]'
          : `读不了（${code}）[cannot be read]`,
    )
  }
}

/** SHA-256. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
