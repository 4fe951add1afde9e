import { fitSharpness } from '../calibrate.ts'
import { type Plane, type Sparse, separate } from '../svm.ts'
import { oneAgainstRest } from '../train.ts'
import { rowsOf, type Scales, scalesOf, type Vocabulary, vocabularyBy } from '../vectorise.ts'
import { eachLetterGram } from './grams.ts'
import { packLabels } from './pack.ts'
import type { Row } from './rows.ts'
import { foldsOf } from './split.ts'
import { labelsOf } from './usable.ts'

/** What a model is learnt from; `data` and `learntAll` as in `LabelHeader`. */
export interface History {
  readonly rows: readonly Row[]
  readonly data: string
  readonly learntAll: boolean
}

const folds = 3
const hardness = 1

/**
 * Learns the labels of a history: the same input gives the same bytes, which `decodeLabels` reads. A linear SVM for
 * each label against the rest over n-grams; the rarer a label, the dearer its rows. Probabilities are fitted on rows
 * that the model at hand did not see, nor any row that is nearly the same. Takes at least two labels.
 */
export function learnLabels({ rows, data, learntAll }: History): Uint8Array {
  const labels = labelsOf(rows)
  const wanted = rows.map(({ label }) => labels.indexOf(label))
  const vocabulary = vocabularyBy(rows, eachLetterGram)
  const { scales, planes } = learn(vocabulary, wanted, labels.length)
  const sharpness = fitSharpness(unseenMargins(vocabulary, rows, wanted, labels.length), wanted)
  return packLabels({ data, learntAll, labels, sharpness, vocabulary, scales, planes })
}

function learn(vocabulary: Vocabulary, wanted: readonly number[], labels: number) {
  const scales = scalesOf(vocabulary, wanted, 1)
  const rows = rowsOf(vocabulary, scales)
  const once = wanted.map(() => 1)
  const planes = Array.from({ length: labels }, (_, label) =>
    separate({ rows, ...oneAgainstRest(wanted, label, once, hardness) }),
  )
  return { scales, rows, planes } satisfies { scales: Scales; rows: Sparse; planes: Plane[] }
}

/** For each row the margins of a model that learnt without its fold. */
function unseenMargins(
  vocabulary: Vocabulary,
  rows: readonly Row[],
  wanted: readonly number[],
  labels: number,
): Float64Array[] {
  const foldOf = foldsOf(rows, folds)
  const margins = rows.map(() => new Float64Array(labels))
  for (let fold = 0; fold < folds; fold++) {
    const learnt = learn(
      vocabulary,
      wanted.map((label, row) => (foldOf[row] === fold ? -1 : label)),
      labels,
    )
    foldOf.forEach((own, row) => {
      if (own === fold) margins[row] = marginsOf(row, learnt.rows, learnt.planes)
    })
  }
  return margins
}

const marginsOf = (row: number, { start, index, value }: Sparse, planes: readonly Plane[]) =>
  Float64Array.from(planes, ({ w, offset }) => {
    let margin = offset
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
      margin += (w[index[at] ?? 0] ?? 0) * (value[at] ?? 0)
    }
    return margin
  })
