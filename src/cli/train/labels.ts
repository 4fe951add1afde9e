import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decodeText } from '../../../db/street/decode-text.ts'
import { learnLabels } from '../../classifier/labels/learn.ts'
import { type Measured, measure } from '../../classifier/labels/measure.ts'
import { decodeLabels } from '../../classifier/labels/model.ts'
import { pictureOf } from '../../classifier/labels/picture.ts'
import { type LeftOut, type Row, readRows } from '../../classifier/labels/rows.ts'
import { repeated, splitRows } from '../../classifier/labels/split.ts'
import { labelsOf, learnable, measurable } from '../../classifier/labels/usable.ts'
import { readConfig } from '../../config.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import {
  calibrationLines,
  confusionLines,
  labelLines,
  leftOutLines,
  scoreLines,
  taxonomyLines,
} from './lines.ts'
import { madeRoomFor, type Options, optionsOf, unwritable } from './options.ts'

/** Where a run ends: what to print, or one sentence for each fault that stopped it. */
type Ending = Result<string[], string[]>

/**
 * Learns the labels of a street's own history, measures them on rows held out, and writes the weights and a picture of
 * the measurement. `progress` is told before each long step.
 */
export function trainLabels(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  progress: (what: string) => void,
): Ending {
  const options = optionsOf(args)
  if (!options.ok) return options
  const outs = outOf(options.value, env)
  if (!outs.ok) return outs
  progress('读入 reading')
  const sides = sidesOf(options.value)
  if (!sides.ok) return sides
  const { learnt, heldout, data, notes } = sides.value
  progress(`学习 learning ${learnt.length} 行 rows`)
  const learntAll = options.value.heldout !== null
  const weights = learnLabels({ rows: learnt, data, learntAll })
  const model = decodeLabels(weights)
  progress(`测试 measuring ${heldout.length} 行 rows`)
  const measured = measure(heldout, model)

  const out = outs.value(weights)
  const picture = out.replace(/\.bin$/, '.svg')
  try {
    writeFileSync(out, weights)
    writeFileSync(picture, pictureOf(measured))
  } catch (fault) {
    return no([unwritable(out, fault)])
  }
  return ok([
    ...section('数据 Data', [...notes, ...taxonomyLines(model.labels)]),
    ...reportLines(measured),
    ...section('写好 Written', [
      `权重 weights  ${out}  ${weights.length} 字节 bytes，${model.features} 个特征 features`,
      `图 picture    ${picture}`,
      `数据指纹 SHA-256 of the data  ${data}`,
    ]),
  ])
}

const reportLines = (measured: Measured): string[] => [
  ...section(`测试 Held out，${measured.rows} 行 rows`, scoreLines(measured)),
  ...section('各标签 By label', labelLines(measured)),
  ...section('混淆 Confusion', confusionLines(measured)),
  ...section('校准 Calibration', calibrationLines(measured)),
]

const section = (title: string, lines: readonly string[]): string[] => [
  title,
  ...lines.map((line) => `  ${line}`),
  '',
]

/** Where the weights go; without `--out` their name depends on what they are. */
function outOf(
  { out }: Options,
  env: Readonly<Record<string, string | undefined>>,
): Result<(weights: Uint8Array) => string, string[]> {
  if (out !== null) {
    const room = madeRoomFor(out)
    return room.ok ? ok(() => out) : no([room.problem])
  }
  const config = readConfig(env)
  if (!config.ok) return config
  const fileFor = (name: string) => join(config.value.dataFolder, 'models', `labels-${name}.bin`)
  const room = madeRoomFor(fileFor('new'))
  return room.ok ? ok((weights) => fileFor(hashOf(weights).slice(0, 10))) : no([room.problem])
}

interface Sides {
  readonly learnt: readonly Row[]
  readonly heldout: readonly Row[]
  /** Hash of the file that `learnt` is from. */
  readonly data: string
  readonly notes: readonly string[]
}

function sidesOf({ labels, heldout }: Options): Result<Sides, string[]> {
  const history = rowsIn(labels, learnable)
  if (!history.ok) return history
  const { rows, data, notes } = history.value
  if (heldout === null) {
    const split = splitRows(rows)
    if (split.heldout.length === 0)
      return no([
        `${labels}：行太少，或者都几乎相同，分不出测试的部分；请用 --heldout 另给一个文件 [too few different rows to hold any out: give --heldout FILE.tsv]`,
      ])
    return ok({ ...split, data, notes: [...notes, splitNote(split.learnt, split.heldout)] })
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

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
