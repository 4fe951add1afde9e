import { expect, test } from 'vitest'
import { goldReply, parseLines } from '../../src/classifier/scoring/gold.ts'
import { scoreReplies } from '../../src/classifier/scoring/score-replies.ts'

const gold = [
  { id: '1', expect: { act: 'rate', solved: true, score: 4 } },
  { id: '2', expect: { act: 'rate', solved: null, score: 1 } },
  { id: '3', expect: { act: 'yes' } },
]

test('a score one off is near enough; what the gold leaves open is not counted', () => {
  const found = [
    { id: '1', act: 'rate', solved: true, score: 5 },
    { id: '2', act: 'reopen', solved: false, score: 3 },
    { id: '3', act: 'yes' },
  ]
  expect(scoreReplies(gold, found)).toEqual({ act: 2 / 3, solved: 1, score: 0.5 })
})

test('a reply without a prediction is not understood', () => {
  expect(scoreReplies(gold, [])).toEqual({ act: 0, solved: 0, score: 0 })
})

test('a line that is not as it should be is named with file, line and field', () => {
  const read = (content: string) => parseLines(content, 'r.jsonl', goldReply)
  const good = '{"id":"1","context":"idle","text":"在吗","expect":{"act":"help"}}'
  expect(read(`${good}\n\n`)).toHaveLength(1)
  expect(() => read(`${good}\n${good.replace('idle', 'dream')}`)).toThrow('r.jsonl:2: context:')
  expect(() => read('{"id"')).toThrow('r.jsonl:1:')
})
