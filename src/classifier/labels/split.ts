import { randomFrom, shuffle } from '../svm.ts'
import { codeOf } from './grams.ts'
import { groupsOf } from './groups.ts'
import type { Row } from './rows.ts'

/** Of each label, about this part of the rows is held out. */
const heldoutPart = 0.2

/**
 * Splits rows into those to learn and those to measure. Rows that are nearly the same stay on one side: a model that
 * has learnt one of them would be praised for knowing the other. No label loses more than its part, and none its last
 * row; the same rows give the same split.
 */
export function splitRows(rows: readonly Row[]): {
  readonly learnt: readonly Row[]
  readonly heldout: readonly Row[]
} {
  const left = new Map<string, number>()
  for (const { label } of rows) left.set(label, (left.get(label) ?? 0) + 1)
  for (const [label, size] of left) left.set(label, Math.max(1, Math.round(size * heldoutPart)))

  const heldout = new Set<Row>()
  for (const group of shuffledGroups(rows)) {
    const fits = group.every(({ label }) => {
      return group.filter((row) => row.label === label).length <= (left.get(label) ?? 0)
    })
    if (!fits) continue
    for (const row of group) {
      heldout.add(row)
      left.set(row.label, (left.get(row.label) ?? 0) - 1)
    }
  }
  return {
    learnt: rows.filter((row) => !heldout.has(row)),
    heldout: rows.filter((row) => heldout.has(row)),
  }
}

/** A number from 0 to `folds - 1` for each row; rows that are nearly the same get the same one. */
export function foldsOf(rows: readonly Row[], folds: number): readonly number[] {
  const foldOf = new Map(
    shuffledGroups(rows).flatMap((group, i) => group.map((row) => [row, i % folds] as const)),
  )
  return rows.map((row) => foldOf.get(row) ?? 0)
}

/** How many held-out rows are nearly the same as a learnt one. */
export function repeated(learnt: readonly Row[], heldout: readonly Row[]): number {
  const groups = groupsOf([...learnt, ...heldout].map(codeOf))
  const known = new Set(groups.slice(0, learnt.length))
  return groups.slice(learnt.length).filter((group) => known.has(group)).length
}

function shuffledGroups(rows: readonly Row[]): Row[][] {
  const groups = new Map<number, Row[]>()
  const groupOf = groupsOf(rows.map(codeOf))
  rows.forEach((row, i) => {
    const group = groups.get(groupOf[i] ?? i)
    if (group) group.push(row)
    else groups.set(groupOf[i] ?? i, [row])
  })
  const list = [...groups.values()]
  shuffle(list, randomFrom(42))
  return list
}
