import { topics } from '../../domain/intake/lexicon/topics.ts'
import type { Document } from '../document.ts'
import { randomFrom } from '../svm.ts'
import { chatter } from './chatter.ts'
import { handwritten } from './read.ts'
import { matters } from './templates.ts'

const mattersPerTopic = 30
const chatterLines = 2100

/** What is learnt from: handwritten lines, filled templates, and the lexicon as it stands. */
export function trainingCorpus(): Document[] {
  const random = randomFrom(20260301)
  const made = topics.flatMap((topic) => [
    ...matters(topic, mattersPerTopic, random).map(({ text, kind }) => ({
      text,
      kind,
      category: topic.code,
      weight: 1,
      author: null,
    })),
    ...topic.says.map((text) => ({
      text,
      kind: topic.kind,
      category: topic.code,
      weight: 1,
      author: null,
    })),
  ])
  const words = topics.flatMap(({ code, things, faults }) =>
    [...things, ...faults]
      .filter((text) => text.length > 1)
      .map((text) => ({ text, kind: null, category: code, weight: 0.5, author: null })),
  )
  const idle = chatter(chatterLines, random).map((text) => ({
    text,
    kind: null,
    category: null,
    danger: false,
    weight: 1,
    author: null,
  }))
  return [...handwritten('training'), ...made, ...words, ...idle]
}
