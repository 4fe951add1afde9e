import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trainingCorpus } from '../../src/classifier/corpus/corpus.ts'
import { handwritten } from '../../src/classifier/corpus/read.ts'
import { report } from '../../src/classifier/report.ts'
import { separate } from '../../src/classifier/svm.ts'
import { hashOfCorpus, hashOfTaxonomy, train } from '../../src/classifier/train.ts'
import { topics } from '../../src/domain/intake/lexicon/topics.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'

const bytes = readFileSync(new URL('../../src/classifier/weights.bin', import.meta.url))
const model = decodeModel(bytes)
const corpus = trainingCorpus()

test('the committed weights are those of the committed corpus: else run `npm run train`', () => {
  expect(model.corpus).toBe(hashOfCorpus(corpus))
  expect(model.taxonomy).toBe(hashOfTaxonomy())
})

test('the same lines give the same bytes', () => {
  const few = corpus.filter(({ author }, i) => author !== null && i % 8 === 0)
  expect(Buffer.compare(train(few), train(few))).toBe(0)
}, 60_000)

test('the weights stay small enough to lie in the repository', () => {
  expect(bytes.length).toBeLessThan(3_000_000)
})

test('every category is known by its code and has forty handwritten lines', () => {
  const lines = handwritten('training')
  for (const { code } of topics) {
    const count = lines.filter(({ category }) => category === code).length
    expect.soft(count, code).toBeGreaterThanOrEqual(40)
  }
  expect(lines.filter(({ category }) => category === null).length).toBeGreaterThan(1800)
})

test('no held-out line is learnt', () => {
  const learnt = new Set(corpus.map(({ text }) => text))
  expect(handwritten('heldout').filter(({ text }) => learnt.has(text))).toEqual([])
})

test('held-out lines, most of which do not name the thing, are read no worse than before', () => {
  const read = report(handwritten('heldout'), model)
  expect(read.petitionRecall).toBeGreaterThan(0.88)
  expect(read.petitionSpecificity).toBeGreaterThan(0.9)
  expect(read.categoryTop1).toBeGreaterThan(0.58)
  expect(read.categoryTop3).toBeGreaterThan(0.8)
})

test('the plane parts what can be parted', () => {
  // (1,0) and (2,0) against (0,1) and (0,2)
  const rows = {
    start: Uint32Array.of(0, 1, 2, 3, 4),
    index: Uint32Array.of(0, 0, 1, 1),
    value: Float32Array.of(1, 2, 1, 2),
    columns: 2,
  }
  const sign = Int8Array.of(1, 1, -1, -1)
  const { w, offset } = separate({ rows, sign, cost: Float32Array.of(10, 10, 10, 10) })
  expect((w[0] ?? 0) + offset).toBeGreaterThan(0)
  expect((w[1] ?? 0) + offset).toBeLessThan(0)
})
