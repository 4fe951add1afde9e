import { expect, test } from 'vitest'
import { matcherOf } from '../../src/domain/intake/lexicon/match.ts'

const words = ['井盖', '窨井盖', '盖丢', '不满意', '满意', 'wifi']

const found = (text: string) =>
  matcherOf(words)
    .all(text)
    .map((entry) => words[entry])

test.each([
  ['窨井盖丢了', ['窨井盖', '盖丢'], 'the longest from each place on, overlaps kept'],
  ['不满意', ['不满意'], 'a word inside another is passed over'],
  ['满意 不满意', ['满意', '不满意'], 'each where it stands'],
  ['wifi断了', ['wifi'], 'letters, too'],
  ['', [], 'nothing in nothing'],
])('%s has %j: %s', (text, want) => {
  expect(found(text)).toEqual(want)
})
