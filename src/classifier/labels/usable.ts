import { no, ok, type Result } from '../../domain/result.ts'
import type { LeftOut, Row } from './rows.ts'

/** More different labels than this are no labels but some other column. One byte of a packed model holds them. */
export const mostLabels = 250

/** The labels of some rows, each once, sorted. */
export const labelsOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.map(({ label }) => label))].sort()

/**
 * The rows that a model can learn from. Leaves out what is alone with its label: there is nothing to learn from one,
 * and nothing to measure. Refuses when fewer than two labels are left, or more than `mostLabels`.
 */
export function learnable(
  rows: readonly Row[],
): Result<{ readonly rows: readonly Row[]; readonly leftOut: readonly LeftOut[] }, string> {
  const sizes = sizesOf(rows)
  const isAlone = ({ label }: Row) => sizes.get(label) === 1
  const kept = rows.filter((row) => !isAlone(row))
  const labels = labelsOf(kept).length
  if (labels < 2)
    return no(
      `label 列里至少有两行的标签只有 ${labels} 个，要有 2 到 ${mostLabels} 个 [column label: ${labels} labels have two rows or more; 2 to ${mostLabels} are needed]`,
    )
  if (labels > mostLabels)
    return no(
      `label 列有 ${labels} 个不同的标签，最多 ${mostLabels} 个；是不是放错了列 [column label: ${labels} different labels, at most ${mostLabels} are allowed]`,
    )
  const why = '标签只有这一行 [the only row of its label]'
  return ok({ rows: kept, leftOut: rows.filter(isAlone).map(({ line }) => ({ line, why })) })
}

/** The rows of a held-out file that can be measured with a model of `labels`. Refuses when there is none. */
export function measurable(
  rows: readonly Row[],
  labels: readonly string[],
): Result<{ readonly rows: readonly Row[]; readonly leftOut: readonly LeftOut[] }, string> {
  const listed = `${labels.slice(0, 20).join('、')}${labels.length > 20 ? '……' : ''}`
  const kept = rows.filter(({ label }) => labels.includes(label))
  if (kept.length === 0)
    return no(
      `没有一行的 label 是训练文件里有的标签：${listed} [column label: no row has a label of the training file]`,
    )
  const why = `训练文件里没有这个标签，可用：${listed} [not a label of the training file]`
  const leftOut = rows.filter(({ label }) => !labels.includes(label))
  return ok({ rows: kept, leftOut: leftOut.map(({ line }) => ({ line, why })) })
}

function sizesOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { label } of rows) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return sizes
}
