import { describe, expect, test } from 'vitest'
import { categoryCode, departmentCode, unitCode } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import { communityOf, route } from '../../../src/domain/routing/route.ts'
import type { CatalogueLine } from '../../../src/domain/street/rulebook.ts'
import { aBook, at } from '../../support/builders.ts'

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
    at: at('2026-03-02 09:00'),
  }
  const found = route(categoryCode(category), { ...nowhere, name }, where, aBook())
  expect(found.to.code).toBe(to)
  expect(found.because).not.toBe('')
})

test('the street itself lies in no community', () => {
  expect(communityOf(unitCode('QS'), aBook())).toBeUndefined()
})

describe('a catalogue by hours', () => {
  const noise = categoryCode('0402')
  const line = (leadHandler: string, unit: string, hours?: { from: string; to: string }) =>
    ({
      ...{ category: noise, unit: unitCode(unit), source: '派单目录' },
      leadHandler: departmentCode(leadHandler),
      ...(hours && { hours }),
    }) as CatalogueLine
  const night = { from: '22:00', to: '06:00' }
  const book = aBook({
    catalogue: [line('CG', 'QS'), line('SZ', 'QS', night), line('WY1', 'QS-XF-01')],
  })
  test.each<[string, string, string]>([
    ['2026-03-02 21:59', 'QS-XF-02', 'CG'],
    ['2026-03-02 22:00', 'QS-XF-02', 'SZ'],
    ['2026-03-03 00:00', 'QS-XF-02', 'SZ'],
    ['2026-03-03 05:59', 'QS-XF-02', 'SZ'],
    ['2026-03-03 06:00', 'QS-XF-02', 'CG'],
    ['2026-03-03 00:00', 'QS-XF-01', 'WY1'], // its own grid says otherwise, at all hours
  ])('at %s in %s it leads: %s', (moment, grid, to) => {
    const where = { grid: unitCode(grid), unit: null, at: at(moment) }
    expect(route(noise, nowhere, where, book).to.code).toBe(to)
  })

  test('only at other hours it is as everywhere', () => {
    const onlyNight = aBook({ catalogue: [line('SZ', 'QS', night)] })
    const where = { grid: unitCode('QS-XF-02'), unit: null, at: at('2026-03-02 12:00') }
    expect(route(noise, nowhere, where, onlyNight).to.code).toBe('QS-XF-02')
  })

  test('the reason names the hours', () => {
    const where = { grid: unitCode('QS-XF-02'), unit: null, at: at('2026-03-02 23:00') }
    expect(route(noise, nowhere, where, book).because).toContain('22:00—06:00')
  })
})
