import { describe, expect, test } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { unitCode } from '../../../src/domain/ids.ts'
import { type Asker, answerTo } from '../../../src/domain/knowledge/answer.ts'
import type { KnowledgeEntry } from '../../../src/domain/knowledge/entry.ts'
import { tuning } from './tuning-questions.ts'
import { unseen } from './unseen-questions.ts'

const read = await readStreet('db/sample-street')
if (!read.ok) throw new Error('the sample street has faults')
const { knowledge } = read.value.book
const asker: Asker = { units: [unitCode('QS-XF'), unitCode('QS')], today: '2026-03-02' }

const isId = (key: string) => /^K\d/.test(key)
const count = (
  questions: Readonly<Record<string, readonly string[]>>,
  of: (key: string) => boolean,
) => Object.entries(questions).flatMap(([key, asked]) => (of(key) ? asked : [])).length

/** Precision over the answers given, recall over the questions that an entry covers. */
function measure(questions: Readonly<Record<string, readonly string[]>>) {
  const asked = Object.entries(questions).flatMap(([key, texts]) =>
    texts.map((text) => ({ key, text, got: answerTo(text, asker, knowledge)?.id ?? null })),
  )
  const given = asked.filter(({ got }) => got !== null)
  const right = given.filter(({ key, got }) => key === got)
  const wrong = asked.filter(({ key, got }) => (isId(key) ? got !== key : got !== null))
  return {
    precision: right.length / given.length,
    recall: right.length / count(questions, isId),
    wrong: wrong.map(({ key, text, got }) => `${key} ${got ?? '-'} ${text}`),
  }
}

describe('the sample street answers', () => {
  test('questions that were never looked at while the matching was made', () => {
    const { precision, recall, wrong } = measure(unseen)
    const asked = count(unseen, () => true)
    console.info(
      `${asked} unseen questions: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${wrong.join('\n')}`,
    )
    expect(asked).toBeGreaterThanOrEqual(120)
    expect(count(unseen, (key) => key === 'none')).toBeGreaterThanOrEqual(40)
    expect(count(unseen, (key) => key === 'complaint')).toBeGreaterThanOrEqual(20)
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.8)
  })

  test('the questions by which the matching was made', () => {
    const { precision, recall, wrong } = measure(tuning)
    console.info(
      `tuning: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${wrong.join('\n')}`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test('no complaint in the form of a question', () => {
    const answered = unseen.complaint?.filter((text) => answerTo(text, asker, knowledge))
    expect(answered).toEqual([])
  })
})

const entry = (but: Partial<KnowledgeEntry>): KnowledgeEntry => ({
  id: 'K1',
  questions: ['老年证怎么办'],
  answer: '带身份证到社区办。',
  source: '公服办',
  categories: [],
  units: [],
  validUntil: null,
  ...but,
})
const idFor = (entries: readonly KnowledgeEntry[], but: Partial<Asker> = {}) =>
  answerTo('老年证在哪里办', { ...asker, ...but }, entries)?.id ?? null

test('an entry answers to the end of its last day', () => {
  const entries = [entry({ validUntil: '2026-03-02' })]
  expect(idFor(entries)).toBe('K1')
  expect(idFor(entries, { today: '2026-03-03' })).toBeNull()
})

test('an entry for a unit answers only who belongs to it, and before one for everybody', () => {
  const village = entry({ id: 'village', units: [unitCode('QS-LJ')] })
  expect(idFor([village])).toBeNull()
  expect(idFor([village], { units: [unitCode('QS-LJ-01'), unitCode('QS-LJ')] })).toBe('village')
  const both = [entry({}), village]
  expect(idFor(both)).toBe('K1')
  expect(idFor(both, { units: [unitCode('QS-LJ')] })).toBe('village')
})

test('nothing answers where there is nothing', () => {
  expect(idFor([])).toBeNull()
  expect(answerTo('怎么办', asker, [entry({})])).toBeNull()
  expect(answerTo('？？？', asker, [entry({})])).toBeNull()
  expect(answerTo('', asker, [entry({})])).toBeNull()
})
