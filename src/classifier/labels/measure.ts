import { type Bin, binsOf, calibrationError, macroF1 } from '../report.ts'
import type { Letter } from './grams.ts'
import { type LabelModel, labelOf } from './model.ts'
import type { Row } from './rows.ts'

/** How well a model reads rows that it never saw. Shares of 1. */
export interface Measured {
  readonly rows: number
  readonly accuracy: number
  /** The mean over the labels that the rows have. */
  readonly macroF1: number
  /** The right label is one of the two likeliest. */
  readonly top2: number
  /** The same rows read by their titles alone; null when none has a title. */
  readonly byTitle: { readonly accuracy: number; readonly macroF1: number } | null
  readonly labels: readonly LabelScore[]
  /** `confusion[i][j]`: how many rows of label `i` were read as label `j`, labels in the order of `labels`. */
  readonly confusion: readonly (readonly number[])[]
  readonly bins: readonly Bin[]
  /** Mean distance between stated and true probability (ECE). */
  readonly calibrationError: number
  /** Rows read with a probability of at least `sureFrom`. */
  readonly sure: { readonly share: number; readonly accuracy: number }
}

export interface LabelScore {
  readonly label: string
  readonly rows: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const sureFrom = 0.8

/** Takes rows whose labels the model knows. */
export function measure(rows: readonly Row[], model: LabelModel): Measured {
  const read = rows.map((row) => verdictOf(row, row, model))
  const said = read.map(({ p, isRight }) => [p, isRight] as const)
  const sure = read.filter(({ p }) => p >= sureFrom)
  const titled = rows
    .filter(({ title }) => title !== '')
    .map((row) => verdictOf(row, { title: row.title, text: '' }, model))
  const confusion = model.labels.map((want) =>
    model.labels.map((got) => count(read, (row) => row.want === want && row.got === got)),
  )
  return {
    rows: rows.length,
    accuracy: share(read, ({ isRight }) => isRight),
    macroF1: macroF1(read),
    top2: share(read, ({ want, got, second }) => want === got || want === second),
    byTitle:
      titled.length === 0
        ? null
        : { accuracy: share(titled, ({ isRight }) => isRight), macroF1: macroF1(titled) },
    labels: model.labels.map((label, i) => scoreOf(label, i, confusion)),
    confusion,
    bins: binsOf(said),
    calibrationError: calibrationError(said),
    sure: { share: sure.length / rows.length, accuracy: share(sure, ({ isRight }) => isRight) },
  }
}

function verdictOf({ label: want }: Row, letter: Letter, model: LabelModel) {
  const [first, second] = labelOf(letter, model)
  const got = first?.label ?? ''
  return { want, got, second: second?.label ?? '', p: first?.p ?? 0, isRight: got === want }
}

function scoreOf(label: string, i: number, confusion: readonly (readonly number[])[]): LabelScore {
  const right = confusion[i]?.[i] ?? 0
  const rows = confusion[i]?.reduce((sum, n) => sum + n, 0) ?? 0
  const got = confusion.reduce((sum, row) => sum + (row[i] ?? 0), 0)
  return {
    label,
    rows,
    precision: got === 0 ? 0 : right / got,
    recall: rows === 0 ? 0 : right / rows,
    f1: rows + got === 0 ? 0 : (2 * right) / (rows + got),
  }
}

const count = <Item>(list: readonly Item[], is: (item: Item) => boolean): number =>
  list.reduce((sum, item) => sum + Number(is(item)), 0)

const share = <Item>(list: readonly Item[], is: (item: Item) => boolean): number =>
  list.length === 0 ? 0 : count(list, is) / list.length
