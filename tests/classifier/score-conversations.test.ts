import { describe, expect, test } from 'vitest'
import type { ExpectedPetition, ScoredPetition } from '../../src/classifier/scoring/records.ts'
import { scoreConversations } from '../../src/classifier/scoring/score-conversations.ts'

const wanted = (more: Partial<ExpectedPetition> = {}): ExpectedPetition => ({
  messages: ['m1', 'm2'],
  supporters: ['r2'],
  category: '0301',
  also_ok: ['0101'],
  place: { name: '幸福里小区', building: '5', unit: null },
  grid: 'QS-XF-02',
  handler: 'WY1',
  urgency: 'normal',
  on_behalf_of: null,
  vulnerable: false,
  since: '2026-02-27',
  ...more,
})

const scores = (expect: ExpectedPetition[], petitions: ScoredPetition[]) =>
  scoreConversations([{ id: 'a', expect }], [{ id: 'a', petitions }])

test('what is found exactly scores 1 throughout', () => {
  const all = scores([wanted()], [wanted()])
  const { detect, ...rest } = all
  expect([...Object.values(detect), ...Object.values(rest)]).toEqual(
    Object.values({ ...detect, ...rest }).map(() => 1),
  )
})

test('nothing to find and nothing found scores 1, and one false alarm is no emergency', () => {
  expect(scores([], [])).toMatchObject({ detect: { f1: 1 }, group: 1, category: 1, duplicate: 1 })
  expect(scores([], [wanted({ urgency: 'emergency' })])).toMatchObject({
    detect: { precision: 0, recall: 0 },
    group: 0,
    emergency_precision: 0,
  })
})

test('a conversation without a prediction counts as missed, in every attribute', () => {
  const all = scoreConversations([{ id: 'a', expect: [wanted()] }], [])
  expect(all).toMatchObject({ detect: { recall: 0 }, category: 0, since: 0, supporters: 0 })
})

describe('attributes of a matched petition', () => {
  test.each<[string, Partial<ScoredPetition>, Record<string, number>]>([
    ['a category that a dispatcher would accept', { category: '0101' }, { category: 1 }],
    ['another of the same first level', { category: '0305' }, { category: 0, category_level1: 1 }],
    [
      'a place with one field invented',
      { place: { name: '幸福里小区', building: '5', room: '101' } },
      { place: 0 },
    ],
    [
      'a place that leaves empty fields out',
      { place: { name: '幸福里小区', building: '5' } },
      { place: 1 },
    ],
    ['a grid left open', { grid: '' }, { grid: 0 }],
    [
      'speaking for somebody, where nobody was named',
      { on_behalf_of: '张奶奶' },
      { on_behalf_of: 0 },
    ],
    ['one supporter too many', { supporters: ['r2', 'r3'] }, { supporters: 2 / 3 }],
  ])('%s', (_, said, want) => {
    const all = scores([wanted()], [wanted(said)])
    for (const [name, value] of Object.entries(want)) {
      expect(all[name as 'place']).toBeCloseTo(value)
    }
  })
})

test('matching prefers the petition that shares most messages', () => {
  const all = scores(
    [wanted({ messages: ['m1', 'm2', 'm3'] })],
    [
      wanted({ messages: ['m3'], category: '9999' }),
      wanted({ messages: ['m1', 'm2'], category: '0301' }),
    ],
  )
  expect(all.category).toBe(1)
})

test('one petition cut in two keeps precision of grouping and loses recall', () => {
  const all = scores(
    [wanted({ messages: ['m1', 'm2'] })],
    [wanted({ messages: ['m1'] }), wanted({ messages: ['m2'] })],
  )
  // precision 1, recall 1/2 for each message
  expect(all.group).toBeCloseTo(2 / 3)
  expect(all.detect.f1).toBe(1)
})

test('two petitions thrown together lose precision of grouping', () => {
  const all = scores(
    [wanted({ messages: ['m1'] }), wanted({ messages: ['m2'] })],
    [wanted({ messages: ['m1', 'm2'] })],
  )
  expect(all.group).toBeCloseTo(2 / 3)
  expect(all.category).toBe(0.5)
})

test('duplicates count by the first of their chain, and only between matched petitions', () => {
  const one = (id: string, duplicate_of?: string) => ({
    id,
    expect: [wanted({ duplicate_of: duplicate_of ?? null })],
  })
  const gold = [one('a'), one('b', 'a#0'), one('c', 'b#0')]
  const found = (links: Record<string, string>) =>
    gold.map(({ id }) => ({ id, petitions: [wanted({ duplicate_of: links[id] ?? null })] }))
  expect(scoreConversations(gold, found({ b: 'a#0', c: 'a#0' })).duplicate).toBe(1)
  expect(scoreConversations(gold, found({ b: 'a#0' })).duplicate).toBeCloseTo(2 / 3)
  expect(scoreConversations(gold, found({ b: 'a#0', c: 'x#4' })).duplicate).toBeCloseTo(0.5)
})

test('an emergency counts only where both sides call the same petition one', () => {
  const emergency = { urgency: 'emergency' }
  const all = scores(
    [wanted({ messages: ['m1'], ...emergency }), wanted({ messages: ['m2'] })],
    [wanted({ messages: ['m1'] }), wanted({ messages: ['m2'], ...emergency })],
  )
  expect(all).toMatchObject({ emergency_recall: 0, emergency_precision: 0 })
})

test('a prediction of an unknown conversation, or one given twice, is a fault', () => {
  const line = { id: 'b', petitions: [] }
  expect(() => scoreConversations([], [line])).toThrow('prediction for b')
  expect(() => scoreConversations([{ id: 'b', expect: [] }], [line, line])).toThrow('twice')
})
