import { writeFileSync } from 'node:fs'
import { trainingCorpus } from '../classifier/corpus/corpus.ts'
import { handwritten } from '../classifier/corpus/read.ts'
import { alarmAnswers } from '../classifier/links/alarm-lines.ts'
import { trainLinks } from '../classifier/links/train-links.ts'
import { trainPairs } from '../classifier/pairs/train-pairs.ts'
import { trainReplies } from '../classifier/replies/train-replies.ts'
import { report } from '../classifier/report.ts'
import { dealt, train } from '../classifier/train.ts'
import { topics } from '../domain/intake/lexicon/topics.ts'
import { decodeModel } from '../domain/intake/model.ts'
import { sampleUnderstanding } from './eval/understanding.ts'
import { helpIfAsked } from './help.ts'
import { trainLabels } from './train/labels.ts'
import { trainUsage } from './train/options.ts'

helpIfAsked(trainUsage)
const args = process.argv.slice(2)
if (args.length === 0) await trainOurs()
else trainTheirs()

/** Trains the model anew and writes it: `npm run train`. Same corpus, same bytes. */
async function trainOurs(): Promise<void> {
  const corpus = trainingCorpus()
  const parts = dealt(corpus)
  const weights = train(corpus, parts)
  writeFileSync(new URL('../classifier/weights.bin', import.meta.url), weights)
  const understanding = await sampleUnderstanding()
  const alarms = alarmAnswers(parts, understanding.model)
  const links = trainLinks(understanding, alarms)
  writeFileSync(new URL('../domain/intake/link-weights.ts', import.meta.url), links)
  const pairs = trainPairs(understanding)
  writeFileSync(new URL('../domain/intake/pair-weights.ts', import.meta.url), pairs)
  const replies = trainReplies(understanding)
  writeFileSync(new URL('../domain/intake/reply-weights.ts', import.meta.url), replies)
  const model = decodeModel(weights)
  console.log(
    JSON.stringify(
      {
        terms: new Set(
          topics.flatMap(({ things, faults, says }) => [...things, ...faults, ...says]),
        ).size,
        handwritten: corpus.filter(({ author }) => author !== null).length,
        documents: corpus.length,
        features: model.features,
        bytes: weights.length,
        heldout: report(handwritten('heldout'), model),
      },
      null,
      2,
    ),
  )
}

/** Trains on a street's own labelled history: `npm run train -- --labels FILE.tsv`. */
function trainTheirs(): void {
  const ending = trainLabels(args, process.env, (what) => process.stderr.write(`${what} …\n`))
  if (!ending.ok) process.exitCode = 2
  for (const line of ending.ok ? ending.value : []) console.log(line)
  for (const line of ending.ok ? [] : ending.problem) console.error(line)
}
