import { expect, test } from 'vitest'
import { likelySame, mayBeOne } from '../../../src/domain/console/likely-same.ts'
import { categoryCode, petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aPetition, at } from '../../support/builders.ts'

const one = aPetition('dispatched')
const another = (but: Partial<Petition> = {}): Petition =>
  ({ ...aPetition('handling', { id: petitionId('petition-2'), number: 1030 }), ...but }) as Petition

test.each<[string, Partial<Petition>, string | null]>([
  ['the same light again', {}, '同一单元，同类'],
  ['what people mix up with it', { category: categoryCode('0101') }, '同一单元，近类'],
  ['another stairway', { place: { ...one.place, unit: '3' } }, null],
  ['another house', { place: { ...one.place, building: '6' } }, null],
  ['another trade', { category: categoryCode('0402') }, null],
  ['one of two months ago', { registeredAt: at('2026-01-01 09:00') }, null],
  ['an emergency', { urgency: 'emergency' }, null],
  ['what is confidential', { confidential: true }, null],
  ['what is answered', { status: 'resolved' }, null],
])('%s', (_what, but, because) => {
  expect(likelySame(one, [another(but)])[0]?.because ?? null).toBe(because)
})

test('nothing is the same as itself, and nothing confidential is merged', () => {
  expect(likelySame(one, [one])).toEqual([])
  expect(mayBeOne({ ...one, confidential: true }, another())).toBe(false)
})
