import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { categoryCode, mediaId, personId } from '../../../src/domain/ids.ts'
import { gridOf } from '../../../src/domain/intake/gazetteer.ts'
import type { Matter } from '../../../src/domain/intake/matter.ts'
import { decodeModel } from '../../../src/domain/intake/model.ts'
import type { Told } from '../../../src/domain/intake/pair-traits.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import {
  type Candidate,
  comparable,
  joinFrom,
  nearOf,
  sameMatter,
} from '../../../src/domain/intake/same-matter.ts'
import { codesOf, tradeOf } from '../../../src/domain/intake/same-trade.ts'
import { gazetteer } from './a-street.ts'

const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const light = { ...nowhere, name: '梅园小区', building: '5', unit: '2' }
const at = new Date('2026-04-15T20:00:00+08:00')

const open = (change: Partial<Candidate> = {}): Candidate => ({
  id: '1001',
  category: categoryCode('0301'),
  place: light,
  grid: gridOf(light, gazetteer),
  words: ['5栋2单元楼道灯不亮', '楼道灯坏了黑漆漆的'],
  photos: [],
  reporter: { person: personId('zhao') },
  supporters: [],
  urgency: 'normal',
  confidential: false,
  registeredAt: new Date('2026-04-13T08:00:00+08:00'),
  ...change,
})

const field = <Value>(value: Value) => ({ value, confidence: 1, because: '' })
const told = (
  change: {
    place?: Matter['place']['value']
    category?: string
    words?: string
    urgency?: 'emergency'
    from?: string
    confidential?: boolean
    photo?: string
  } = {},
): Told => ({
  matter: {
    reporter: personId(change.from ?? 'liu'),
    supporters: [],
    category: field(categoryCode(change.category ?? '0301')),
    place: field(change.place ?? light),
    grid: field(gridOf(change.place ?? light, gazetteer)),
    urgency: field(change.urgency ?? 'normal'),
    confidential: field(change.confidential ?? false),
  } as unknown as Matter,
  words: [change.words ?? '5栋2单元楼道灯还没人换'],
  photos: change.photo ? [mediaId(change.photo)] : [],
})

const same = (one: Told, ...others: Candidate[]) => sameMatter(one, others, at, model)

test('the same place, trade and words are sure enough to join', () => {
  const found = same(told(), open())
  expect(found).toMatchObject({ id: '1001', because: '同一单元，同类' })
  expect(found?.confidence).toBeGreaterThan(joinFrom)
})

test('the same told in quite other words is not missed', () => {
  const other = told({ words: '我们单元晚上楼梯间还是伸手不见五指，灯啥时候能亮' })
  expect(same(other, open())?.id).toBe('1001')
})

test.each([
  ['another building', told({ place: { ...light, building: '6' } }), open()],
  ['another estate', told({ place: { ...light, name: '桂花公寓' } }), open()],
  ['another trade', told({ category: '0502', words: '5栋2单元半夜打麻将' }), open()],
  ['more than 30 days old', told(), open({ registeredAt: new Date('2026-03-01T08:00:00+08:00') })],
  ['an emergency', told({ urgency: 'emergency' }), open()],
  ['beside an emergency', told(), open({ urgency: 'emergency' })],
  ['nowhere', told({ place: nowhere }), open()],
  ["another's secret", told(), open({ confidential: true })],
  [
    "another family's own affair",
    told({ category: '1001', words: '低保停了，帮我问问' }),
    open({ category: categoryCode('1001'), words: ['我家的低保停了'] }),
  ],
])('%s is another matter', (_why, one, other) => {
  expect(same(one, other)).toBeNull()
})

describe('a network', () => {
  const water = { category: categoryCode('0201'), words: ['整栋楼停水了'] }
  const next = told({ category: '0201', words: '6栋也停水了', place: { ...light, building: '6' } })

  test('that fails in the next building within two days may be one fault', () => {
    const today = new Date('2026-04-15T18:00:00+08:00')
    expect(same(next, open({ ...water, registeredAt: today }))?.id).toBe('1001')
    expect(same(next, open({ ...water, registeredAt: new Date('2026-04-10') }))).toBeNull()
  })
})

test('the very same photo of the same place is the same thing', () => {
  const shown = told({ words: '看看这个', category: '1901', photo: 'a1' })
  expect(same(shown, open({ photos: [mediaId('a1')] }))?.id).toBe('1001')
  expect(same(shown, open({ photos: [mediaId('b2')] }))).toBeNull()
})

test('of several the likeliest is meant', () => {
  const vague = open({ id: '1000', place: { ...nowhere, name: '梅园小区' } })
  expect(same(told(), vague, open())?.id).toBe('1001')
})

test('all that may be the same lies where it is looked for', () => {
  const codes = ['0201', '0204', '0205', '0301', '0302', '0101', '1001', '1302'].map(categoryCode)
  const buildings = [null, '5', '6']
  const places = ['梅园小区', '竹园小区', null].flatMap((name) =>
    buildings.map((building) => ({ ...nowhere, name, building: name && building })),
  )
  const days = [0, 1.9, 2.1, 12]
  const others = codes.flatMap((category) =>
    places.flatMap((place) =>
      days.map((ago) =>
        open({ category, place, registeredAt: new Date(at.getTime() - ago * 24 * 3_600_000) }),
      ),
    ),
  )
  const sought = codes.flatMap((category) =>
    places.map((place) => ({ matter: told({ category, place }).matter, category, place })),
  )
  let left = 0
  for (const { matter } of sought) {
    const near = nearOf(matter, at)
    for (const other of others) {
      const isFound =
        near !== null &&
        other.place.name === near.name &&
        ([null, near.building].includes(other.place.building) ||
          near.building === null ||
          (near.spreads?.categories.includes(other.category) &&
            other.registeredAt >= near.spreads.since))
      if (!isFound) left += 1
      if (comparable(matter, other, at) !== null) expect(isFound).toBe(true)
    }
  }
  expect(left).toBeGreaterThan((others.length * sought.length) / 2)
  expect(nearOf(told({ urgency: 'emergency' }).matter, at)).toBeNull()
})

test('a trade has all the categories that bear its name', () => {
  for (const code of ['0101', '0301', '0401', '0403', '0809', '1005', '0201'])
    expect(codesOf(tradeOf(code))).toContain(code)
  expect(codesOf('0306')).toEqual(['0306', '0401', '0402', '0403'])
  expect(codesOf('1005')).toEqual(['1005'])
})
