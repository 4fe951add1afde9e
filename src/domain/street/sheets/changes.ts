import { no, ok, type Result } from '../../result.ts'
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

/**
 * The tables with the earlier state of these lines, whatever else was changed since: of a line that was changed in other
 * columns too, only theirs are put back. Refuses with the changes whose columns, or lines, were changed again.
 */
export function withoutChanges(
  now: Sheets,
  changes: readonly Change[],
): Result<Sheets, readonly Change[]> {
  const left: Record<SheetName, readonly Cells[]> = { ...now }
  const overtaken = changes.filter((change) => {
    const lines = takenBack(change, left[change.sheet])
    if (lines) left[change.sheet] = lines
    return !lines
  })
  return overtaken.length > 0 ? no(overtaken) : ok(left)
}

function takenBack(change: Change, lines: readonly Cells[]): readonly Cells[] | undefined {
  const { sheet, before, after } = change
  if (!after) return before ? [...lines, before] : lines
  const own = lines.findIndex((line) => says(sheet, line) === says(sheet, after))
  const named = lines.flatMap((line, i) => (keyOf(sheet, line) === keyOf(sheet, after) ? [i] : []))
  const at = own >= 0 || !before || named.length > 1 ? own : (named[0] ?? -1)
  const line = lines[at]
  const columns = columnsOf(change)
  if (!line || columns.some((column) => (line[column] ?? '') !== (after[column] ?? '')))
    return undefined
  const earlier = before && {
    ...line,
    ...Object.fromEntries(columns.map((column) => [column, before[column] ?? ''])),
  }
  return [...lines.slice(0, at), ...(earlier ? [earlier] : []), ...lines.slice(at + 1)]
}

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
