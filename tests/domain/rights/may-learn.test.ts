import { expect, test } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { departmentCode, unitCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { mayLearnIdentity } from '../../../src/domain/rights/may-learn.ts'
import { aPetition, at } from '../../support/builders.ts'

const read = await readStreet('db/sample-street')
if (!read.ok) throw new Error('the sample street has faults')
const { book } = read.value
const first = (role: string, unit?: string) => {
  const found = book.staff.find((one) => one.role === role && (!unit || one.unit === unit))
  if (!found) throw new Error(`no ${role}`)
  return found
}
const dispatcher = first('community_dispatcher', 'QS-XF')
const elsewhere = first('community_dispatcher', 'QS-HB')
const street = first('street_dispatcher')
const grid = first('grid_worker', 'QS-XF-02')
const property = book.staff.find(({ department }) => department === 'WY1')
if (!property) throw new Error('no property company')

const inGrid = { kind: 'grid', code: unitCode('QS-XF-02') } as const
const byCompany = { kind: 'department', code: departmentCode('WY1') } as const
const byCommunity = { kind: 'community', code: unitCode('QS-XF') } as const
const ofGrid = aPetition('dispatched', { to: inGrid })
const why = '要上门核实'

test.each<[string, typeof grid, Petition, string, true | string]>([
  ['a dispatcher of the community', dispatcher, ofGrid, why, true],
  ['a dispatcher of the street', street, ofGrid, why, true],
  ['who handles it', grid, ofGrid, why, true],
  ['no reason', dispatcher, ofGrid, '看看', 'reasonMissing'],
  ['of another community', elsewhere, ofGrid, why, 'notYours'],
  ['a company', property, aPetition('dispatched', { to: byCompany }), why, 'company'],
  ['confidential, the handler', grid, { ...ofGrid, confidential: true }, why, 'confidential'],
  ['confidential, the dispatcher', dispatcher, { ...ofGrid, confidential: true }, why, true],
  [
    'confidential, and the community handles it itself',
    dispatcher,
    aPetition('dispatched', { to: byCommunity, confidential: true }),
    why,
    'confidential',
  ],
  ['a handler whose work is done', grid, aPetition('resolved', { to: inGrid }), why, 'over'],
  [
    'nobody is there any more',
    street,
    { ...ofGrid, forgottenAt: at('2029-01-01 03:00') },
    why,
    'over',
  ],
])('%s', (_what, staff, petition, reason, may) => {
  const result = mayLearnIdentity(staff, reason, petition, book)
  expect(result.ok ? true : result.problem).toBe(may)
})
