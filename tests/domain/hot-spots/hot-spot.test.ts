import { describe, expect, test } from 'vitest'
import { type HotSpot, hotSpotOf } from '../../../src/domain/hot-spots/hot-spot.ts'
import { categoryCode, petitionId, unitCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aPetition, aPetitioner, at } from '../../support/builders.ts'

const policy = { petitions: 3, households: 4, withinHours: 72 }

const one = (number: number, but: Partial<Petition> = {}): Petition =>
  ({
    ...aPetition('dispatched'),
    id: petitionId(`p${number}`),
    number,
    reporter: aPetitioner(`r${number}`),
    registeredAt: new Date(at('2026-03-02 09:00').getTime() + number * 60_000),
    ...but,
  }) as Petition

const of = (petitions: readonly Petition[], known: readonly HotSpot[] = []) => {
  const newest = petitions.at(-1)
  if (!newest) throw new Error('no petition')
  return hotSpotOf(newest, petitions, known, policy)
}

test('three similar ones are a hot spot, two are none', () => {
  expect(of([one(1), one(2)])).toBeNull()
  expect(of([one(1), one(2), one(3)])).toMatchObject({
    isNews: true,
    spot: { burst: 'p1', level: 1, numbers: [1, 2, 3], households: 3 },
  })
})

test('so is one with many households', () => {
  const many = ['a', 'b', 'c'].map((person) => aPetitioner(person))
  expect(of([one(1, { supporters: many })])?.spot).toMatchObject({ level: 1, households: 4 })
})

test.each([
  ['another trade', { category: categoryCode('0201') }],
  ['another grid', { grid: unitCode('QS-XF-01') }],
  ['what is confidential', { confidential: true }],
  ['what was taken back', { status: 'withdrawn' }],
  ['a question', { kind: 'consult' }],
] as const)('%s does not count', (_what, but) => {
  expect(of([one(1, but as Partial<Petition>), one(2), one(3)])).toBeNull()
})

test('categories that people mix up are one trade', () => {
  expect(of([one(1, { category: categoryCode('0101') }), one(2), one(3)])).not.toBeNull()
})

describe('once raised', () => {
  const three = [one(1), one(2), one(3)]
  const known = of(three)?.spot as HotSpot

  test('it is no news again until it has doubled', () => {
    expect(of([...three, one(4)], [known])).toMatchObject({ isNews: false, spot: { burst: 'p1' } })
    const six = of([...three, one(4), one(5), one(6)], [known])
    expect(six).toMatchObject({ isNews: true, spot: { burst: 'p1', level: 2 } })
  })

  test('it stays the same burst when its first petitions have left the window', () => {
    const later = [one(3), one(4)]
    expect(of(later, [known])).toMatchObject({
      isNews: false,
      spot: { burst: 'p1', level: 1, numbers: [1, 2, 3, 4] },
    })
  })

  test('it is over when nothing came for the window', () => {
    const next = [5, 6, 7].map((n) =>
      one(n, { registeredAt: new Date(at('2026-03-09 09:00').getTime() + n) }),
    )
    expect(of(next, [known])).toMatchObject({ isNews: true, spot: { burst: 'p5', level: 1 } })
  })
})
