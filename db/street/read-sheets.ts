import type { Calendar } from '../../src/domain/deadlines/limit.ts'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { fromCell, manners, policyColumns } from '../../src/domain/street/sheets/policy-cells.ts'
import {
  type Placed,
  type PlacedSheets,
  type SheetName,
  sheetNames,
  sheets,
} from '../../src/domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { parseRows } from './parse-rows.ts'
import { calendarRow } from './read-calendar.ts'
import type { Table } from './read-table.ts'
import { type FileName, tables } from './tables.ts'
import { judgePolicies, type Offices, type PolicyIssue } from './to-policies.ts'
import { toStreet } from './to-street.ts'

/**
 * A rulebook of version 0 from its tables, through the same checks as the files of a street. Refuses with everything that
 * is wrong in any of them.
 */
export function readSheets(placed: PlacedSheets): Result<Rulebook, StreetFault[]> {
  const named = Object.keys(tables).map((file) => {
    const name = sheetNames.find((one) => sheets[one].file === file)
    return [file, tableOf(file, name ? placed[name] : [])] as const
  })
  const all = Object.fromEntries(named) as Record<FileName, Table>
  const street = toStreet(all, (offices) => policiesOf(placed, offices), calendarOf(placed))
  return street.ok ? ok(street.value.book) : street
}

const tableOf = (file: string, lines: readonly Placed[]): Table => ({
  file,
  lines: lines.map(({ line, cells }) => ({ line, cells, even: true })),
  readable: true,
  faults: [],
})

function calendarOf({ calendar: lines }: PlacedSheets): {
  readonly calendar: Calendar
  readonly faults: readonly StreetFault[]
} {
  const { rows, faults } = parseRows(tableOf('calendar', lines), calendarRow, [['day']])
  const kept = (wanted: 'holiday' | 'make_up') =>
    rows.flatMap(({ day, kind }) => (kind === wanted ? [day] : [])).sort()
  const years = [...new Set(rows.map(({ day }) => Number(day.slice(0, 4))))].sort()
  return { calendar: { years, holidays: kept('holiday'), makeUpDays: kept('make_up') }, faults }
}

function policiesOf(
  placed: PlacedSheets,
  offices: Offices | null,
): Result<Policies, StreetFault[]> {
  const faults = [...namesOf(placed.policies), ...itemsOf(placed.manners)]
  if (faults.length > 0) return no(faults)
  const content: Record<string, unknown> = {}
  for (const { cells } of placed.policies)
    content[cells.name ?? ''] = nested(
      Object.entries(policyColumns).map(([column, { path, kind }]) => [
        path,
        fromCell(cells[column] ?? '', kind),
      ]),
    )
  const said = new Map(placed.manners.map(({ cells }) => [cells.item, cells.value ?? '']))
  const others = nested(
    manners.map(({ item, path, kind }) => [path, fromCell(said.get(item) ?? '', kind)]),
  )
  const read = judgePolicies({ ...content, ...others }, offices)
  return read.ok ? read : no(read.problem.map((issue) => placedFault(issue, placed)))
}

/** Values under their paths; what is undefined leaves nothing behind, not even the group it would stand in. */
function nested(values: readonly (readonly [readonly string[], unknown])[]) {
  const root: Record<string, unknown> = {}
  for (const [path, value] of values) {
    if (value === undefined) continue
    let within = root
    for (const key of path.slice(0, -1)) {
      const next = (within[key] ?? {}) as Record<string, unknown>
      within[key] = next
      within = next
    }
    within[path.at(-1) ?? ''] = value
  }
  return root
}

const taken = new Set(manners.map(({ path }) => path[0]))
const isName = (text: string) =>
  /^[\p{L}\p{N}_-]{1,40}$/u.test(text) && !(text in {}) && !taken.has(text)

function namesOf(lines: readonly Placed[]): StreetFault[] {
  const fault = (line: number, message: string): StreetFault => ({
    ...{ file: 'policies', line, column: 'name', message },
  })
  return lines.flatMap(({ line, cells: { name = '' } }, i) => {
    if (!isName(name)) return [fault(line, `“${name}”不能作名称，请用别的汉字、字母或数字`)]
    const before = lines.slice(0, i).find(({ cells }) => cells.name === name)
    return before ? [fault(line, `“${name}”在第${before.line}行已经有了`)] : []
  })
}

function itemsOf(lines: readonly Placed[]): StreetFault[] {
  const fault = (line: number, message: string): StreetFault => ({
    ...{ file: 'manners', line, column: 'item', message },
  })
  return lines.flatMap(({ line, cells: { item = '' } }, i) => {
    if (!manners.some((one) => one.item === item)) return [fault(line, `没有“${item}”这一项`)]
    const before = lines.slice(0, i).find(({ cells }) => cells.item === item)
    return before ? [fault(line, `这一项在第${before.line}行已经有了`)] : []
  })
}

/** Where in the tables something stands that is wrong in `policies.yaml`. */
function placedFault({ path, message }: PolicyIssue, placed: PlacedSheets): StreetFault {
  const [first = '', ...rest] = path.map(String)
  const policy = placed.policies.find(({ cells }) => cells.name === first)
  const isAt = (own: readonly string[], said: readonly string[]) =>
    own.every((key, i) => said[i] === undefined || said[i] === key)
  if (policy) {
    const column = Object.entries(policyColumns).find(([, item]) => isAt(item.path, rest))?.[0]
    return { file: 'policies', line: policy.line, column: column ?? null, message }
  }
  const item = manners.find((one) => isAt(one.path, [first, ...rest]))?.item
  const line = placed.manners.find(({ cells }) => cells.item === item)?.line ?? null
  return { file: 'manners' satisfies SheetName, line, column: 'value', message }
}
