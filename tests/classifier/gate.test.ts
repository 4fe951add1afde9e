import { describe, expect, test } from 'vitest'
import { trainingCorpus } from '../../src/classifier/corpus/corpus.ts'
import { handwritten } from '../../src/classifier/corpus/read.ts'
import { type FixedSets, fixedSets } from '../../src/classifier/fixed-sets.ts'
import { judge, measure } from '../../src/classifier/gate.ts'
import { retrain } from '../../src/classifier/retrain.ts'
import { train } from '../../src/classifier/train.ts'
import { personId, petitionId } from '../../src/domain/ids.ts'
import { emergencyIn } from '../../src/domain/intake/emergency.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import type { Correction } from '../../src/domain/petition/correction.ts'
import { book } from '../domain/intake/a-street.ts'
import { at } from '../support/builders.ts'

/** A corpus that trains in seconds: what holds of it holds of the whole. With fewer lines chance decides too much. */
const few = trainingCorpus().filter(({ author }, i) => author !== null && i % 4 === 0)
const base = decodeModel(train(few))
const sets: FixedSets = { ...fixedSets(book), conversations: [] }
const held = measure(base, sets)

const corrected = (text: string, right: string, i: number): Correction => ({
  id: `${i}`,
  petition: petitionId('p'),
  field: /^\d+$/.test(right) ? 'category' : 'petition',
  old: '',
  new: right,
  text,
  by: personId(`S${i % 20}`),
  at: at('2026-03-02 09:00'),
})

test('no danger of the fixed set is learnt', () => {
  const learnt = new Set(trainingCorpus().map(({ text }) => text))
  expect(sets.dangers.filter((text) => learnt.has(text))).toEqual([])
  expect(sets.dangers.length).toBeGreaterThanOrEqual(60)
})

test('conversations count whole and as texts', () => {
  const all = fixedSets(book)
  expect(all.conversations.length).toBeGreaterThan(20)
  expect(all.lines.length).toBeGreaterThan(handwritten('heldout').length + all.conversations.length)
})

describe('the gate', () => {
  test('lets the same model pass', () => {
    expect(judge(held, [held]).ok).toBe(true)
  })

  test('refuses a model that lost one single danger, and one worse than any it is held against', () => {
    const [first] = held.dangers
    const without = new Set([...held.dangers].filter((text) => text !== first))
    expect(judge({ ...held, dangers: without }, [held])).toEqual({
      ok: false,
      problem: [{ figure: 'dangers', was: held.dangers.size, is: held.dangers.size - 1 }],
    })
    const better = { ...held, figures: { ...held.figures, petitionRecall: 1 } }
    expect(judge(held, [held, better])).toMatchObject({
      problem: [{ figure: 'petitionRecall', was: 1 }],
    })
  })

  test('refuses three hundred corrections that call emergencies chatter', () => {
    const quiet = handwritten('training').filter(
      ({ category, text }) => category && /^080[3458]|0812/.test(category) && !emergencyIn(text),
    )
    const poison = Array.from({ length: 300 }, (_, i) =>
      corrected(`${quiet[i % quiet.length]?.text}${'甲乙丙丁戊己'[i % 6]}`, 'no', i),
    )
    const trained = retrain(few, poison, [base], sets)
    expect(trained.ok).toBe(false)
    const [whole] = trained.ok ? [] : trained.problem
    expect(whole?.worse.map(({ figure }) => figure)).toContain('dangers')
  }, 300_000)

  test('refuses three hundred corrections that make everything one category, however little is trusted', () => {
    const poison = handwritten('training')
      .filter(({ category }) => category !== null)
      .filter((_, i) => i % 9 === 0)
      .slice(0, 300)
      .map(({ text }, i) => corrected(`${text}啦`, '1901', i))
    const trained = retrain(few, poison, [base], sets)
    expect(trained.ok ? [] : trained.problem.map(({ worse }) => worse.length > 0)).toEqual([
      true,
      true,
      true,
      true,
    ])
  }, 300_000)

  test('has nothing to say where nothing can be learnt', () => {
    expect(retrain(few, [], [base], sets)).toEqual({ ok: false, problem: [] })
  })
})
