import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { predictConversations } from '../../src/classifier/scoring/predict.ts'
import { scoreConversations } from '../../src/classifier/scoring/score-conversations.ts'
import { stretches } from '../../src/classifier/stretches/read.ts'
import { gazetteerOf } from '../../src/domain/intake/gazetteer.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'

const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
if (!street.ok) throw new Error('the sample street has faults')
const { book } = street.value
const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const u = { book, model, gazetteer: gazetteerOf(book) }

/** What was measured when the talks were written, less a few hundredths: they are hard, and nothing is learnt from them. */
test.each([
  ['kitchen-table', { recall: 0.83, place: 0.73, since: 0.8, vulnerable: 0.82, emergency: 0.9 }],
  ['back-lanes', { recall: 0.74, place: 0.63, since: 0.67, vulnerable: 0.69, emergency: 0.58 }],
])('voices of %s are read no worse than they were', (author, least) => {
  const file = stretches('fresh').find((one) => one.author === author)
  const conversations = file?.conversations ?? []
  const scores = scoreConversations(conversations, predictConversations(conversations, u))
  expect(conversations.length).toBeGreaterThan(80)
  expect(scores.detect.precision).toBeGreaterThan(0.95)
  expect(scores.detect.recall).toBeGreaterThan(least.recall)
  expect(scores.place).toBeGreaterThan(least.place)
  expect(scores.since).toBeGreaterThan(least.since)
  expect(scores.vulnerable).toBeGreaterThan(least.vulnerable)
  expect(scores.emergency_recall).toBeGreaterThan(least.emergency)
})
