import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import { overlap, parseRanges } from './parse-ranges.ts'
import type { Line, Table } from './read-table.ts'

/** A building, a number or a whole place that two lines claim: nobody could say whose it is. */
export function checkPlaces(places: Table): StreetFault[] {
  const lines = evenLines(places)
  return lines.flatMap((line, i) =>
    lines.slice(0, i).flatMap((before): StreetFault[] => {
      const shared = sharedBy(line, before)
      if (shared === null) return []
      const message = `${shared}在第${before.line}行已经划给 ${before.cells.grid}`
      return [{ file: places.file, line: line.line, column: 'range', message }]
    }),
  )
}

/** Two property companies for one estate. */
export function checkScopes(departments: Table): StreetFault[] {
  const first = new Map<string, string>()
  return evenLines(departments).flatMap(({ line, cells }): StreetFault[] => {
    const { scope = '', code = '' } = cells
    const before = first.get(scope)
    if (!scope.startsWith('estate:')) return []
    if (before === undefined) first.set(scope, code)
    if (before === undefined) return []
    const message = `“${scope.slice('estate:'.length)}”已有物业 ${before}，一个小区只能有一家`
    return [{ file: departments.file, line, column: 'scope', message }]
  })
}

function sharedBy(a: Line, b: Line): string | null {
  if (a.cells.name !== b.cells.name || a.cells.kind !== b.cells.kind) return null
  const [ours, theirs] = [parseRanges(a.cells.range ?? ''), parseRanges(b.cells.range ?? '')]
  if (!ours.ok || !theirs.ok) return null
  if (ours.value.length === 0 || theirs.value.length === 0) return `整个“${a.cells.name}”`
  const clash = ours.value.find((range) => theirs.value.some((other) => overlap(range, other)))
  return clash
    ? `“${a.cells.name}”的 ${clash.letter}${clash.from ?? ''}${clash.to === clash.from ? '' : `-${clash.letter}${clash.to}`} 里有的楼号`
    : null
}
