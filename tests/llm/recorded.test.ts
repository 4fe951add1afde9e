import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { goldConversation, parseLines } from '../../src/classifier/scoring/gold.ts'
import { predictConversations, stretchOf } from '../../src/classifier/scoring/predict.ts'
import { scoreConversations } from '../../src/classifier/scoring/score-conversations.ts'
import { sampleUnderstanding } from '../../src/cli/eval/understanding.ts'
import { readStretch } from '../../src/domain/intake/read-stretch.ts'
import type { Reading } from '../../src/domain/intake/understanding.ts'
import { secondReading } from '../../src/flows/second-reading.ts'
import { says, shownIn } from '../support/fake-llm.ts'
import { stage } from './stage.ts'

/** Talks that need a reader, and good answers to them, written by hand: no figure of any real model. */
const file = 'tests/llm/recorded/gold.conversations.jsonl'
const gold = parseLines(readFileSync(file, 'utf8'), file, goldConversation)
const answers: Record<string, unknown> = JSON.parse(
  readFileSync('tests/llm/recorded/answers.json', 'utf8'),
)
const u = await sampleUnderstanding()

test('good answers raise every score over our own reading', async () => {
  const llm = await stage((request) => {
    const [first] = shownIn(request).messages
    const one = gold.find(({ messages }) => messages[0]?.text === first?.text)
    return says(answers[one?.id ?? ''])
  })
  const readings = new Map<string, Reading>()
  for (const conversation of gold) {
    const stretch = stretchOf(conversation, u.book)
    const around = { registered: [], open: async () => [] }
    const reading = await secondReading(readStretch(stretch, u), stretch, around, u, llm.reader)
    readings.set(conversation.id, reading)
  }
  const ours = scoreConversations(gold, predictConversations(gold, u))
  const theirs = scoreConversations(gold, predictConversations(gold, u, undefined, readings))
  expect(ours.detect.f1, 'or these talks show nothing').toBeLessThan(0.9)
  expect(theirs).toMatchObject({
    detect: { precision: 1, recall: 1 },
    group: 1,
    category: 1,
    place: 1,
    grid: 1,
    handler: 1,
    urgency: 1,
    on_behalf_of: 1,
    vulnerable: 1,
    since: 1,
    supporters: 1,
    emergency_recall: 1,
    emergency_precision: 1,
  })
})
