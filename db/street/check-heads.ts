import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import { checkKinds } from './check-units.ts'
import { overlap } from './parse-ranges.ts'
import type { Table } from './read-table.ts'
import type { FileName, Row } from './tables.ts'

type Head = Row<'household_heads.csv'>
const file = 'household_heads.csv' satisfies FileName

/**
 * Heads of units that have none, neighbours without a name, terms that end before they begin, accounts of somebody else,
 * and households with two heads at a time: nobody could say who is to be asked.
 */
export function checkHeads(
  tables: Readonly<Record<FileName, Table>>,
  heads: readonly Head[],
): StreetFault[] {
  const units = tables['org_units.csv']
  const lines = evenLines(tables[file])
  const staff = new Map(evenLines(tables['staff.csv']).map(({ cells }) => [cells.id, cells]))
  const officials = new Set([...staff.values()].map(({ wechat_id }) => wechat_id))
  const misplaced = [
    ...checkKinds(units, tables[file], () => {
      return { column: 'unit', kinds: ['household_group', 'grid'], who: '户长' }
    }),
    ...checkKinds(units, tables[file], () => {
      return { column: 'confirmed_by', kinds: ['community', 'village'], who: '确认户长的单位' }
    }),
  ]
  const wrong = lines.flatMap(({ line, cells }): StreetFault[] => {
    const { person = '', name, account, from = '', until = '' } = cells
    const official = staff.get(person)
    const fault = (column: string, message: string): StreetFault => ({
      file,
      line,
      column,
      message,
    })
    return [
      ...(official && official.role !== 'household_head'
        ? [fault('person', `${person} 在 staff.csv 里不是 household_head`)]
        : []),
      ...(!official && !name
        ? [fault('name', `${person} 不在 staff.csv 里，要写姓名；账号写在 account，或用绑定码绑定`)]
        : []),
      ...(account && officials.has(account)
        ? [fault('account', 'staff.csv 里已有这个账号，person 写那个人的 id 即可')]
        : []),
      ...(until && until < from ? [fault('until', '任期的结束早于开始')] : []),
    ]
  })
  // lines that cannot be read are faults by themselves
  const doubles = heads.length === lines.length ? doubled(heads, lines) : []
  return [...misplaced, ...wrong, ...doubles]
}

const doubled = (heads: readonly Head[], lines: readonly { readonly line: number }[]) =>
  heads.flatMap((head, i): StreetFault[] => {
    const first = heads.slice(0, i).findIndex((other) => share(head, other))
    if (first < 0) return []
    const message = `这些户在同一时间已归第${lines[first]?.line}行的户长`
    return [{ file, line: lines[i]?.line ?? null, column: 'range', message }]
  })

/** A whole place and a part of it go together: the one of the part is asked. */
const share = (a: Head, b: Head): boolean =>
  a.place === b.place &&
  a.from <= (b.until ?? a.from) &&
  b.from <= (a.until ?? b.from) &&
  meets(a.range, b.range, overlap) &&
  meets(a.entrances, b.entrances, (one, other) => one === other) &&
  meets(a.rooms, b.rooms, overlap)

const meets = <Part>(a: readonly Part[], b: readonly Part[], same: (a: Part, b: Part) => boolean) =>
  (a.length === 0 && b.length === 0) || a.some((one) => b.some((other) => same(one, other)))
