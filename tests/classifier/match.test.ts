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

test.each([
  ['窨井盖丢了', '盖丢', true],
  ['窨井盖丢了', '井盖', false],
  ['不满意', '满意', false],
  ['满意 不满意', '不满意', true],
  ['', '满意', false],
])('whether %s has %s is told as by all that is found: %s', (text, word, isIn) => {
  expect(found(text).includes(word)).toBe(isIn)
  expect(matcherOf(words).some(text, (entry) => words[entry] === word)).toBe(isIn)
})

test('finds words of one character, and the longer of two with one beginning', () => {
  const letters = ['水', '水管', '水管漏', '水电工']
  const of = (text: string) =>
    matcherOf(letters)
      .all(text)
      .map((entry) => letters[entry])
  expect(of('水管不漏水')).toEqual(['水管', '水'])
  expect(of('水管漏')).toEqual(['水管漏'])
  expect(of('水电')).toEqual(['水'])
})
