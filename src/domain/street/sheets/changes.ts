import { type Cells, type SheetName, type Sheets, sheetNames, sheets } from './sheet.ts'

/** What became of one line: `before` null where it is new, `after` null where it is gone. */
export interface Change {
  readonly sheet: SheetName
  /** What tells the line apart, as people would name it. */
  readonly key: string
  readonly before: Cells | null
  readonly after: Cells | null
}

/** All that differs between two states of the tables, whatever the order of their lines. */
export const changesBetween = (before: Sheets, after: Sheets): Change[] =>
  sheetNames.flatMap((name) => changesIn(name, before[name], after[name]))

/**
 * The tables after these changes: lines keep their place, new ones come last. Undefined where one of the changes is about
 * a line that no longer says what it did.
 */
export function withChanges(before: Sheets, changes: readonly Change[]): Sheets | undefined {
  const now: Record<SheetName, readonly Cells[]> = { ...before }
  for (const { sheet, before: was, after } of changes) {
    const lines = now[sheet]
    const at = was
      ? lines.findIndex((line) => says(sheet, line) === says(sheet, was))
      : lines.length
    if (at < 0) return undefined
    now[sheet] = [...lines.slice(0, at), ...(after ? [after] : []), ...lines.slice(at + 1)]
  }
  return now
}

/** The changes that put the earlier lines back. */
export const undoing = (changes: readonly Change[]): Change[] =>
  changes.map(({ before, after, ...line }) => ({ ...line, before: after, after: before }))

/** Columns in which two states of a line differ. */
export const columnsOf = ({ sheet, before, after }: Change): readonly string[] =>
  sheets[sheet].columns.filter((column) => (before?.[column] ?? '') !== (after?.[column] ?? ''))

/** How people would name a line: what stands in its key columns. */
export const keyOf = (name: SheetName, cells: Cells): string =>
  sheets[name].key
    .map((column) => cells[column] ?? '')
    .filter(Boolean)
    .join(' · ')

function changesIn(name: SheetName, before: readonly Cells[], after: readonly Cells[]): Change[] {
  const [was, is] = [leftOver(name, before, after), leftOver(name, after, before)]
  const next = new Map<string, Cells[]>()
  for (const cells of is) {
    const key = keyOf(name, cells)
    next.set(key, [...(next.get(key) ?? []), cells])
  }
  const changed = was.map((cells): Change => {
    const key = keyOf(name, cells)
    return { sheet: name, key, before: cells, after: next.get(key)?.shift() ?? null }
  })
  const taken = new Set(changed.map((change) => change.after))
  const added = is.filter((cells) => !taken.has(cells))
  return [
    ...changed,
    ...added.map((cells) => ({ sheet: name, key: keyOf(name, cells), before: null, after: cells })),
  ]
}

/** Lines of the one that the other has not, each counted as often as it stands there. */
function leftOver(name: SheetName, lines: readonly Cells[], others: readonly Cells[]): Cells[] {
  const count = new Map<string, number>()
  for (const line of others) count.set(says(name, line), (count.get(says(name, line)) ?? 0) + 1)
  return lines.filter((line) => {
    const left = count.get(says(name, line)) ?? 0
    count.set(says(name, line), left - 1)
    return left <= 0
  })
}

const says = (name: SheetName, cells: Cells): string =>
  JSON.stringify(sheets[name].columns.map((column) => cells[column] ?? ''))
