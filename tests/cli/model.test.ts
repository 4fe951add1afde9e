import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { trainingCorpus } from '../../src/classifier/corpus/corpus.ts'
import { type FixedSets, fixedSets } from '../../src/classifier/fixed-sets.ts'
import { train } from '../../src/classifier/train.ts'
import { adoptModel, retrainModel, useModel } from '../../src/cli/model/act.ts'
import { versionLines } from '../../src/cli/model/lines.ts'
import { categoryCode, personId } from '../../src/domain/ids.ts'
import { classify } from '../../src/domain/intake/classify.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import { understand } from '../../src/flows/understand.ts'
import { about } from '../contracts/causes.ts'
import { book } from '../domain/intake/a-street.ts'
import { aBook, aPetition, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'

const now = at('2026-03-02 09:00')
/** A corpus that trains in a second. */
const few = trainingCorpus().filter(({ author }, i) => author !== null && i % 7 === 0)
const bytes = train(few)
const program = decodeModel(bytes)
/** What the small model reads surely and right: only this is at stake here. */
const sets: FixedSets = (() => {
  const all = fixedSets(book)
  const lines = all.lines.filter(({ text, category }) => {
    const { petition, categories } = classify(text, program)
    const [best] = categories
    return category === null
      ? petition < 0.1
      : petition > 0.95 && best?.code === category && best.p > 0.9
  })
  const dangers = all.dangers.filter((text) => classify(text, program).petition > 0.97)
  return { ...all, lines, dangers, conversations: [] }
})()

const words = '感应灯一闪一闪晃得人眼花'

/** A street whose dispatcher corrected the category of one petition. */
async function corrected() {
  const stores = memory({ book: aBook() })
  const petition = aPetition('handling', { words: [words] })
  await stores.petitions.record([about({ ...petition, version: 1 })], now)
  const event = {
    kind: 'corrected',
    by: personId('S002'),
    at: now,
    text: '',
    place: null,
    was: { category: petition.category, place: petition.place },
    redispatch: null,
    reclassified: { category: categoryCode('0303'), kind: 'report', confidential: false },
  } as const
  await stores.petitions.record([about({ ...petition, version: 2 }, { events: [event] })], now)
  const faults: string[] = []
  const report = (what: string) => void faults.push(what)
  return { ...stores, model: program, clock: () => now, report, faults }
}

describe('retraining', () => {
  let desk: Awaited<ReturnType<typeof corrected>>
  let said: Awaited<ReturnType<typeof retrainModel>>
  beforeAll(async () => {
    desk = await corrected()
    said = await retrainModel(desk, few, sets, () => {})
  }, 120_000)

  test('puts a version in force that learnt the correction, and a running product reads with it', async () => {
    expect(said.ok ? [] : said.problem).toEqual([])
    expect(await desk.models.inForce()).toBe(1)
    const { model } = await understand(desk)
    const { memory: _, ...weights } = model
    const learnt = classify(words, weights)
    const before = classify(words, program)
    const likely = ({ categories }: typeof learnt) =>
      categories.find(({ code }) => code === '0303')?.p ?? 0
    expect(likely(learnt)).toBeGreaterThan(likely(before))
    expect(desk.faults).toEqual([])
  })

  test('once more makes no second version', async () => {
    await retrainModel(desk, few, sets, () => {})
    expect((await desk.models.list()).map(({ version }) => version)).toEqual([1])
  }, 120_000)

  test('is rolled back by a word, and the running product follows', async () => {
    const back = await useModel(0, desk)
    expect(back.ok && back.value.join('\n')).toMatch(/^ {2}1 .*[\s\S]*\* 0 /)
    const { model } = await understand(desk)
    expect(model.rows).toBe(program.rows)
    expect((await useModel(1, desk)).ok).toBe(true)
    expect((await understand(desk)).model.rows).not.toBe(program.rows)
    expect(await useModel(7, desk)).toEqual({ ok: false, problem: ['没有版本 no version 7'] })
  })
})

test('retraining without corrections, or with what the gate refuses, leaves everything as it is', async () => {
  const nothing = { ...memory({ book: aBook() }), model: program, clock: () => now }
  expect((await retrainModel(nothing, few, sets, () => {})).ok).toBe(false)
  const desk = await corrected()
  // the program's own weights are better than this corpus can make any
  const poor = few.filter((_, i) => i % 3 === 0)
  const refused = await retrainModel(desk, poor, sets, () => {})
  expect(refused.ok ? [] : refused.problem.join('\n')).toMatch(/没有通过.*\n[\s\S]*→/)
  expect(await desk.models.inForce()).toBe(0)
  expect(await desk.models.list()).toEqual([])
}, 120_000)

describe('adopting', () => {
  test('takes weights that pass the gate', async () => {
    const desk = await corrected()
    expect((await adoptModel(bytes, desk, sets)).ok).toBe(true)
    expect(await desk.models.list()).toMatchObject([
      { version: 1, origin: 'adopted', corpus: program.corpus, corrections: 1 },
    ])
  })

  test.each([
    ['no model', readFileSync('package.json'), '不是本程序的模型文件'],
    ['weights of other categories', withTaxonomy('other'), '类别与本程序不同'],
    ['weights cut short', bytes.subarray(0, bytes.length - 10), '不是本程序的模型文件'],
  ])('refuses %s', async (_what, file, why) => {
    const desk = await corrected()
    const ending = await adoptModel(file, desk, sets)
    expect(ending.ok ? '' : ending.problem.join()).toContain(why)
    expect(await desk.models.inForce()).toBe(0)
  })
})

test('weights that know other categories than the program has by now are told of and not used', async () => {
  const desk = await corrected()
  const record = { origin: 'retrained', corpus: 'older', corrections: 1, figures: {} } as const
  await desk.models.add({ ...record, taxonomy: 'other', madeAt: now }, withTaxonomy('other'))
  expect((await understand(desk)).model.rows).toBe(program.rows)
  expect(desk.faults).toEqual([
    "weights of version 1 know other categories: the program's own are used",
  ])
  expect((await versionLines(desk)).join()).toContain('用不了')
  expect((await useModel(1, desk)).ok).toBe(false)
  const own = { ...record, taxonomy: program.taxonomy, madeAt: now }
  await desk.models.add(own, bytes)
  expect((await versionLines(desk)).join()).toContain('可重新训练')
})

test("weights that cannot be read are told of once, and the program's own are used", async () => {
  const desk = await corrected()
  const older = Buffer.from(bytes)
  older.write('LINLI-MODEL-0')
  const record = { origin: 'retrained', corpus: 'older', corrections: 1, figures: {} } as const
  await desk.models.add({ ...record, taxonomy: program.taxonomy, madeAt: now }, older)
  expect((await understand(desk)).model.rows).toBe(program.rows)
  await understand({ ...desk, clock: () => at('2026-03-09 09:00') })
  expect(desk.faults).toEqual(["weights of version 1 cannot be read: the program's own are used"])
  expect((await adoptModel(bytes, desk, sets)).ok).toBe(true)
  expect((await understand(desk)).model.rows).not.toBe(program.rows)
})

/** The small model, saying that it knows other categories; as long as it was. */
function withTaxonomy(other: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(
    text.replace(program.taxonomy, other.padEnd(program.taxonomy.length, '0')),
    'latin1',
  )
}
