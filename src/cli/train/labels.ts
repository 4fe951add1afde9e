import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { learnLabels } from '../../classifier/labels/learn.ts'
import { type Measured, measure } from '../../classifier/labels/measure.ts'
import { decodeLabels } from '../../classifier/labels/model.ts'
import { pictureOf } from '../../classifier/labels/picture.ts'
import { readConfig } from '../../config.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import { calibrationLines, confusionLines, labelLines, scoreLines, taxonomyLines } from './lines.ts'
import { madeRoomFor, type Options, optionsOf, unwritable } from './options.ts'
import { hashOf, sidesOf } from './sides.ts'

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
