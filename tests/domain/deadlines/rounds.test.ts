import { expect, test } from 'vitest'
import {
  afterThis,
  digestsLeft,
  nextDigest,
  nextRound,
} from '../../../src/domain/deadlines/rounds.ts'
import { at } from '../../support/builders.ts'

const pings = { perDay: 5, digestAt: ['09:00', '17:00'], briefAt: '08:30' } as const
const policies = { pings, quietHours: { from: '21:30', to: '07:30' } } as const
const none = { ...pings, digestAt: [] }

test.each([
  ['2026-03-02 08:59', '2026-03-02 09:00'],
  ['2026-03-02 09:00', '2026-03-02 09:00'],
  ['2026-03-02 09:01', '2026-03-02 17:00'],
  ['2026-03-02 17:01', '2026-03-03 09:00'],
])('at %s the next digest is at %s', (now, digest) => {
  expect(nextDigest(at(now), pings)).toEqual(at(digest))
})

test.each([
  ['2026-03-02 00:00', 2],
  ['2026-03-02 09:00', 1],
  ['2026-03-02 16:59', 1],
  ['2026-03-02 17:00', 0],
])('at %s there are %i digests to come', (now, count) => {
  expect(digestsLeft(at(now), pings)).toBe(count)
})

test('what is too much waits for the next digest, or the next day where nothing is gathered', () => {
  expect(afterThis(at('2026-03-02 09:00'), policies)).toEqual(at('2026-03-02 17:00'))
  expect(afterThis(at('2026-03-02 09:00'), { ...policies, pings: none })).toEqual(
    at('2026-03-03 07:30'),
  )
  expect(nextDigest(at('2026-03-02 09:00'), none)).toBeNull()
})

test('time stops for digests and for the brief', () => {
  expect(nextRound(at('2026-03-02 07:00'), policies)).toEqual(at('2026-03-02 08:30'))
  expect(nextRound(at('2026-03-02 08:30'), policies)).toEqual(at('2026-03-02 09:00'))
  expect(nextRound(at('2026-03-02 18:00'), policies)).toEqual(at('2026-03-03 08:30'))
})
