import { expect, test } from 'vitest'
import { categoryCode, unitCode } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import { communityOf, route } from '../../../src/domain/routing/route.ts'
import { aBook } from '../../support/builders.ts'

test.each<[string, string | null, string | null, string | null, string, string]>([
  ['0101', '幸福里小区', 'QS-XF-02', null, 'SZ', 'a department takes its trade wherever it is'],
  ['0101', null, null, null, 'SZ', 'even where the place is unknown'],
  ['0402', '幸福里小区', 'QS-XF-02', null, 'QS-XF-02', 'what is the grid’s goes to the grid'],
  [
    '0402',
    '幸福里小区',
    null,
    'QS-XF',
    'QS-XF',
    'grid unknown: the community of the group stands in',
  ],
  ['0402', null, null, 'QS-XF-02-H1', 'QS-XF', 'a household group lies in a community, too'],
  ['0402', null, null, null, 'QS', 'nothing known: the street'],
  ['0301', '幸福里小区', null, null, 'WY1', 'the estate’s property company'],
  ['0301', '阳光花园', null, 'QS-XF', 'QS-XF', 'no company there: the community'],
  ['0702', '幸福里小区', 'QS-XF-01', null, 'QS-XF', 'community matters'],
  ['9999', null, 'QS-XF-01', null, 'QS-XF', 'an unknown category: the community'],
])('%s at %s, grid %s, said in %s goes to %s: %s', (category, name, grid, unit, to) => {
  const where = {
    grid: grid === null ? null : unitCode(grid),
    unit: unit === null ? null : unitCode(unit),
  }
  const found = route(categoryCode(category), { ...nowhere, name }, where, aBook())
  expect(found.to.code).toBe(to)
  expect(found.because).not.toBe('')
})

test('the street itself lies in no community', () => {
  expect(communityOf(unitCode('QS'), aBook())).toBeUndefined()
})
