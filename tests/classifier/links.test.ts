import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { examplesOf } from '../../src/classifier/links/examples.ts'
import { fitLinks } from '../../src/classifier/links/fit.ts'
import { readingsLeftOut } from '../../src/classifier/links/left-out.ts'
import { hashOfConversations } from '../../src/classifier/links/train-links.ts'
import { type GoldConversation, goldConversation } from '../../src/classifier/scoring/gold.ts'
import { stretches } from '../../src/classifier/stretches/read.ts'
import { gazetteerOf } from '../../src/domain/intake/gazetteer.ts'
import { linkSource, linkWeights } from '../../src/domain/intake/link-weights.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'

const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
if (!street.ok) throw new Error('the sample street has faults')
const { book } = street.value
const model = decodeModel(readFileSync('src/classifier/weights.bin'))

test('the committed weights are those of the committed conversations: else run `npm run train`', () => {
  expect(linkSource).toBe(hashOfConversations())
})

test('there are conversations enough, by authors apart', () => {
  const files = stretches('tuning')
  expect(files.length).toBeGreaterThanOrEqual(6)
  expect(files.flatMap(({ conversations }) => conversations).length).toBeGreaterThanOrEqual(240)
})

/** A neighbour states, another echoes, a third jokes; then it is repaired. */
const talk: GoldConversation = goldConversation.parse({
  id: 'talk',
  room: 'room-xf-1',
  kind: 'group',
  messages: [
    ['m1', 'r1', '5栋2单元楼道灯不亮了'],
    ['m2', 'r2', '我家门口也是黑的'],
    ['m3', 'r3', '正好省电哈哈'],
    ['m4', 'r1', '灯修好了'],
  ].map(([id, from, text], i) => ({
    id,
    from,
    text,
    type: 'text',
    at: `2026-03-02T19:2${i}:00+08:00`,
  })),
  expect: [],
  settled: [{ messages: ['m1'], supporters: ['r2'], by: 'm4' }],
})

test('a walk through a talk notes what there was to decide, and what was right', () => {
  const { choices, supports, adds, settles } = examplesOf([talk], model, book)
  expect(choices.map(({ right }) => right)).toEqual([0, 1, -1])
  expect(supports.map(({ yes }) => yes)).toEqual([true])
  expect(adds.map(({ yes }) => yes)).toEqual([false])
  expect(settles.at(-1)?.yes).toBe(true)
})

test('the same talk gives the same weights, and they decide it rightly', () => {
  const examples = examplesOf([talk], model, book)
  expect(fitLinks(examples, 0.0001)).toEqual(fitLinks(examples, 0.0001))
})

test('what turns to us speaks for a matter, and a jest against it', () => {
  expect(linkWeights.begin['is joke']).toBeLessThan(0)
  expect(linkWeights.begin.strength).toBeGreaterThan(0)
  expect(linkWeights.other['is echo']).toBeGreaterThan(0)
})

test('an author left out is read with what the others teach, whatever he marks himself', () => {
  const reads = (own: GoldConversation) =>
    readingsLeftOut(
      [
        { author: 'one', conversations: [own], replies: [] },
        { author: 'other', conversations: [{ ...talk, id: 'other talk' }], replies: [] },
      ],
      { book, model, gazetteer: gazetteerOf(book) },
      [],
    ).get('talk')
  const marked = reads(talk)
  expect(marked?.matters.map(({ messages }) => messages[0])).toEqual(['m1'])
  expect(reads({ ...talk, settled: [] })).toEqual(marked)
})
