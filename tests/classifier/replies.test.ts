import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { fitHead } from '../../src/classifier/replies/fit.ts'
import { leaveOut } from '../../src/classifier/replies/measure.ts'
import { hashOfReplies, markedReplies } from '../../src/classifier/replies/read.ts'
import { gazetteerOf } from '../../src/domain/intake/gazetteer.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import { likelihoods } from '../../src/domain/intake/reply-head.ts'
import { replySource } from '../../src/domain/intake/reply-weights.ts'

const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
if (!street.ok) throw new Error('the sample street has faults')
const { book } = street.value
const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const u = { book, model, gazetteer: gazetteerOf(book) }

test('the committed weights are those of the committed replies: else run `npm run train`', () => {
  expect(replySource).toBe(hashOfReplies())
})

test('there are replies enough, to each of our questions', () => {
  const replies = markedReplies().flatMap((file) => file.replies)
  expect(replies.length).toBeGreaterThan(2_000)
  for (const context of ['survey', 'confirm', 'ask_place', 'task', 'idle'])
    expect(replies.filter((reply) => reply.context === context).length).toBeGreaterThan(150)
})

test('the same lessons make the same head, and it knows them', () => {
  const lessons = ['好了', '好了 谢谢', '真好了', '没好', '没好呢', '还没好'].map((text) => ({
    traits: [...text],
    meaning: String(!text.includes('没')),
    weight: 1,
  }))
  const head = fitHead(lessons)
  expect(fitHead(lessons)).toEqual(head)
  expect(likelihoods(['没', '好'], head).get('false')).toBeGreaterThan(0.5)
})

/**
 * Authors whom neither the weights nor the corpus had seen, when this was set (left out one by one): act .98, solved .95,
 * score .98; and 1 in 21 that was not solved was taken for solved.
 */
test('an author whose file is left out is understood', () => {
  const tuning = leaveOut(markedReplies(), u, 3).filter(({ file }) => !file.endsWith('.txt'))
  const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length
  expect(share(tuning.map(({ want, got }) => want.act === got.act))).toBeGreaterThan(0.94)
  const unsolved = tuning.filter(({ want }) => want.solved === false)
  const taken = unsolved.map(({ got }) => got.act === 'rate' && got.solved === true)
  expect(share(taken)).toBeLessThan(0.15)
})
