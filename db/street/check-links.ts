import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { parts } from './cells.ts'
import type { Table } from './read-table.ts'
import type { FileName } from './tables.ts'

type Tables = Readonly<Record<FileName, Table>>
type Source = readonly [file: FileName, column: string]

interface Link {
  readonly from: Source
  /** Where the value must stand, in any of these columns. */
  readonly to: readonly Source[]
  readonly says: (value: string) => string
  /** What of a cell is a reference; by default all of it. */
  readonly references?: (cell: string) => readonly string[]
}

const noUnit = (code: string) => `没有编码为 ${code} 的单位（org_units.csv）`
const noDepartment = (code: string) => `没有编码为 ${code} 的部门（departments.csv）`
const noStaff = (id: string) => `没有编号为 ${id} 的工作人员（staff.csv）`
const noPlace = (name: string) => `没有叫“${name}”的地点（places.csv）`

const noCategory = (code: string) =>
  `没有编码为 ${code} 的类别（categories.csv；Excel 会吃掉开头的 0，请设为文本）`

/** Every cell that points at a line of another table. */
const links: readonly Link[] = [
  { from: ['org_units.csv', 'parent'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['places.csv', 'grid'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['staff.csv', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['rooms.csv', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['rooms.csv', 'default_place'], to: [['places.csv', 'name']], says: noPlace },
  { from: ['staff.csv', 'department'], to: [['departments.csv', 'code']], says: noDepartment },
  ...(['categories.csv', 'catalogue.csv'] as const).flatMap((file): Link[] =>
    ['lead_handler', 'assist_handlers'].map((column) => ({
      from: [file, column],
      to: [['departments.csv', 'code']],
      says: (code) => `没有编码为 ${code} 的部门，也不是 GRID、COMMUNITY、PROPERTY`,
      references: (cell) =>
        parts(cell).filter((code) => !['GRID', 'COMMUNITY', 'PROPERTY'].includes(code)),
    })),
  ),
  { from: ['catalogue.csv', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['catalogue.csv', 'category'], to: [['categories.csv', 'code']], says: noCategory },
  {
    from: ['departments.csv', 'scope'],
    to: [['places.csv', 'name']],
    says: noPlace,
    references: (cell) => (cell.startsWith('estate:') ? [cell.slice('estate:'.length)] : []),
  },
  {
    from: ['knowledge.csv', 'units'],
    to: [['org_units.csv', 'code']],
    says: noUnit,
    references: parts,
  },
  {
    from: ['knowledge.csv', 'categories'],
    to: [['categories.csv', 'code']],
    says: noCategory,
    references: parts,
  },
  { from: ['duty.csv', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['duty.csv', 'person'], to: [['staff.csv', 'id']], says: noStaff },
  { from: ['absences.csv', 'person'], to: [['staff.csv', 'id']], says: noStaff },
  { from: ['absences.csv', 'deputy'], to: [['staff.csv', 'id']], says: noStaff },
  { from: ['household_heads.csv', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['household_heads.csv', 'place'], to: [['places.csv', 'name']], says: noPlace },
  { from: ['household_heads.csv', 'confirmed_by'], to: [['org_units.csv', 'code']], says: noUnit },
  { from: ['grids.geojson', 'unit'], to: [['org_units.csv', 'code']], says: noUnit },
  {
    from: ['members.csv', 'room'],
    to: [['rooms.csv', 'id']],
    says: (id) => `没有编号为 ${id} 的群（rooms.csv）`,
  },
  {
    from: ['members.csv', 'person'],
    to: [
      ['residents.csv', 'id'],
      ['staff.csv', 'wechat_id'],
    ],
    says: (id) => `没有账号为 ${id} 的人（residents.csv 的 id 或 staff.csv 的 wechat_id）`,
  },
]

/** References that lead nowhere. A file that could not be read is not held against those that point at it. */
export function checkLinks(tables: Tables): StreetFault[] {
  return links.flatMap(({ from: [file, column], to, says, references = (cell) => [cell] }) => {
    if (!to.every(([target]) => tables[target].readable)) return []
    const known = new Set(to.flatMap(([target, name]) => columnOf(tables[target], name)))
    return evenLines(tables[file]).flatMap(({ line, cells }): StreetFault[] => {
      const lost = references(cells[column] ?? '').filter((code) => code && !known.has(code))
      return lost.map((code) => ({ file, line, column, message: says(code) }))
    })
  })
}

export const evenLines = (table: Table) => table.lines.filter(({ even }) => even)

/** An uneven line still vouches for its first cell: it was meant to be there. */
function columnOf(table: Table, name: string): string[] {
  return table.lines.flatMap(({ cells, even }) => {
    const first = Object.keys(cells)[0] === name
    return (even || first) && cells[name] ? [cells[name]] : []
  })
}
