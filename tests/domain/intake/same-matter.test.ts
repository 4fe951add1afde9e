import { expect, test } from 'vitest'
import { categoryCode } from '../../../src/domain/ids.ts'
import { gridOf } from '../../../src/domain/intake/gazetteer.ts'
import type { Matter } from '../../../src/domain/intake/matter.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import { type OpenMatter, sameMatter } from '../../../src/domain/intake/same-matter.ts'
import { gazetteer } from './a-street.ts'

const light = { ...nowhere, name: '梅园小区', building: '5', unit: '2' }
const at = new Date('2026-04-15T20:00:00+08:00')

const open = (change: Partial<OpenMatter> = {}): OpenMatter => ({
  id: '1001',
  category: categoryCode('0301'),
  place: light,
  grid: gridOf(light, gazetteer),
  words: ['5栋2单元楼道灯不亮', '楼道灯坏了黑漆漆的'],
  registeredAt: new Date('2026-04-13T08:00:00+08:00'),
  ...change,
})

const field = <Value>(value: Value) => ({ value, confidence: 1, because: '' })
const matter = (
  change: {
    place?: Matter['place']['value']
    category?: string
    summary?: string
    urgency?: 'emergency'
  } = {},
) =>
  ({
    summary: change.summary ?? '5栋2单元楼道灯还没人换',
    category: field(categoryCode(change.category ?? '0301')),
    place: field(change.place ?? light),
    grid: field(gridOf(change.place ?? light, gazetteer)),
    urgency: field(change.urgency ?? 'normal'),
  }) as unknown as Matter

test('same place, same trade, same issue', () => {
  expect(sameMatter(matter(), [open()], at)).toMatchObject({
    id: '1001',
    because: expect.stringContaining('同一处'),
  })
})

test.each([
  ['another stair', matter({ place: { ...light, unit: '3' } }), open()],
  ['another building', matter({ place: { ...light, building: '6' } }), open()],
  ['another estate', matter({ place: { ...light, name: '桂花公寓' } }), open()],
  ['another trade', matter({ category: '0502', summary: '5栋2单元半夜打麻将' }), open()],
  [
    'more than 30 days old',
    matter(),
    open({ registeredAt: new Date('2026-03-01T08:00:00+08:00') }),
  ],
  ['an emergency', matter({ urgency: 'emergency' }), open()],
  ['nowhere', matter({ place: nowhere }), open()],
])('%s is another matter', (_why, one, other) => {
  expect(sameMatter(one, [other], at)).toBeNull()
})

test('of several the likeliest is meant', () => {
  const vague = open({ id: '1000', place: { ...nowhere, name: '梅园小区' } })
  expect(sameMatter(matter(), [vague, open()], at)?.id).toBe('1001')
})
