import type { StaffRole } from '../../src/domain/people/roles.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type { UnitKind } from '../../src/domain/street/rulebook.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { evenLines } from './check-links.ts'
import { checkKinds } from './check-units.ts'
import type { Table } from './read-table.ts'
import type { FileName } from './tables.ts'

/** What kind of unit an office belongs to, where it is certain. */
const unitOf: Readonly<Partial<Record<StaffRole, readonly UnitKind[]>>> = {
  grid_worker: ['grid'],
  household_head: ['household_group'],
  community_dispatcher: ['community', 'village'],
  community_manager: ['community', 'village'],
  street_dispatcher: ['street'],
  street_supervisor: ['street'],
  street_leader: ['street'],
}

/** Offices that do not fit their unit, officers without a department, and accounts that a resident has too. */
export function checkStaff(table: Readonly<Record<FileName, Table>>): StreetFault[] {
  const staff = table['staff.csv']
  const residents = new Set(table['residents.csv'].lines.map(({ cells }) => cells.id))
  const misplaced = checkKinds(table['org_units.csv'], staff, ({ cells }) => {
    const kinds = unitOf[cells.role as StaffRole]
    return kinds ? { column: 'unit', kinds, who: `${cells.role} ` } : null
  })
  const others = evenLines(staff).flatMap(({ line, cells }): StreetFault[] => [
    ...(cells.role === 'department_officer' && !cells.department
      ? [{ file: staff.file, line, column: 'department', message: '承办人要写部门' }]
      : []),
    ...(cells.wechat_id && residents.has(cells.wechat_id)
      ? [{ file: staff.file, line, column: 'wechat_id', message: '居民表里已有这个账号' }]
      : []),
  ])
  return [...misplaced, ...others]
}

/**
 * Absences that end before they begin, deputies of themselves, and officers of a property company in an office's place: they
 * would see what residents told the office, as `officeAbsence` says of what is told in the chat.
 */
export function checkAbsences(table: Readonly<Record<FileName, Table>>): StreetFault[] {
  const { file } = table['absences.csv']
  const departments = new Map(
    evenLines(table['staff.csv']).map(({ cells }) => [cells.id, cells.department ?? '']),
  )
  const companies = new Set(
    evenLines(table['departments.csv']).flatMap(({ cells }) =>
      cells.scope?.startsWith('estate:') ? [cells.code] : [],
    ),
  )
  return evenLines(table['absences.csv']).flatMap(({ line, cells }): StreetFault[] => {
    const { person, from = '', until = '', deputy } = cells
    const company = departments.get(deputy) || undefined
    return [
      ...(until < from ? [{ file, line, column: 'until', message: '结束不能早于开始' }] : []),
      ...(deputy && deputy === person
        ? [{ file, line, column: 'deputy', message: '不能由本人代办' }]
        : []),
      ...(companies.has(company) && departments.get(person) !== company
        ? [{ file, line, column: 'deputy', message: '物业企业的人只能代办本企业的事' }]
        : []),
    ]
  })
}

/** Categories that name a policy nobody wrote. */
export function checkPolicyNames(categories: Table, policies: Policies): StreetFault[] {
  const names = Object.keys(policies.byName)
  return evenLines(categories).flatMap(({ line, cells }): StreetFault[] => {
    const { deadline_policy: name = '' } = cells
    if (!name || names.includes(name)) return []
    const message = `policies.yaml 里没有“${name}”，只有：${names.join('、')}`
    return [{ file: categories.file, line, column: 'deadline_policy', message }]
  })
}
