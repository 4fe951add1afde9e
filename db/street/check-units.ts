import { type UnitKind, unitKinds } from '../../src/domain/street/rulebook.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import type { Line, Table } from './read-table.ts'

/** District 区 > street > community or village > grid > household group: what a unit may lie in. */
const parents: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  street: [],
  community: ['street'],
  village: ['street'],
  grid: ['community', 'village'],
  household_group: ['grid', 'community', 'village'],
}

/** The units form one tree with the street at its root. */
export function checkUnits(units: Table): StreetFault[] {
  const lines = evenLines(units)
  const byCode = new Map(lines.map((line) => [line.cells.code ?? '', line]))
  const fault = (line: number | null, column: string | null, message: string): StreetFault => {
    return { file: units.file, line, column, message }
  }
  const streets = lines.filter(({ cells }) => cells.kind === 'street')
  const faults =
    streets.length === 1 || !units.readable
      ? []
      : [
          fault(
            streets[1]?.line ?? null,
            'kind',
            `应有且只有一个 street，现有 ${streets.length} 个`,
          ),
        ]
  for (const { line, cells } of lines) {
    const circle = circleFrom(cells.code ?? '', byCode)
    if (circle) {
      if (circle[0] === cells.code)
        faults.push(fault(line, 'parent', `上级绕成了圈：${[...circle, circle[0]].join(' → ')}`))
      continue
    }
    const allowed = parents[cells.kind as UnitKind]
    const parent = byCode.get(cells.parent ?? '')
    if (!allowed) continue
    if (cells.parent && allowed.length === 0)
      faults.push(fault(line, 'parent', `${cells.kind} 没有上级，应空着`))
    else if (!cells.parent && allowed.length > 0)
      faults.push(fault(line, 'parent', `${cells.kind} 要写上级，上级应为：${allowed.join('、')}`))
    else if (parent && isKind(parent.cells.kind) && !allowed.includes(parent.cells.kind))
      faults.push(
        fault(
          line,
          'parent',
          `${cells.kind} 的上级应为 ${allowed.join('、')}，而 ${cells.parent} 是 ${parent.cells.kind}`,
        ),
      )
  }
  return faults
}

/** Units that must be of a kind: a place belongs to a grid, a grid worker has one. */
export function checkKinds(units: Table, table: Table, rule: (line: Line) => KindRule | null) {
  const kinds = new Map(units.lines.map(({ cells }) => [cells.code, cells.kind]))
  return evenLines(table).flatMap((line): StreetFault[] => {
    const expected = rule(line)
    const code = expected && line.cells[expected.column]
    const kind = code && kinds.get(code)
    if (!expected || !isKind(kind) || expected.kinds.includes(kind)) return []
    const message = `${expected.who}应属于 ${expected.kinds.join('、')}，而 ${code} 是 ${kind}`
    return [{ file: table.file, line: line.line, column: expected.column, message }]
  })
}

export interface KindRule {
  readonly column: string
  readonly kinds: readonly UnitKind[]
  readonly who: string
}

const isKind = (text: string | undefined | null): text is UnitKind =>
  (unitKinds as readonly string[]).includes(text ?? '')

/** The circle that a unit's parents run in, its smallest code first; undefined when the unit is not part of one. */
function circleFrom(code: string, byCode: ReadonlyMap<string, Line>): string[] | undefined {
  const path: string[] = []
  for (let at = code; at && !path.includes(at); at = byCode.get(at)?.cells.parent ?? '')
    path.push(at)
  const back = byCode.get(path.at(-1) ?? '')?.cells.parent
  if (!back || back !== code) return undefined
  const start = path.indexOf([...path].sort()[0] ?? '')
  return [...path.slice(start), ...path.slice(0, start)]
}
