import { writeFileSync } from 'node:fs'
import { trainingCorpus } from '../classifier/corpus/corpus.ts'
import { handwritten } from '../classifier/corpus/read.ts'
import { report } from '../classifier/report.ts'
import { train } from '../classifier/train.ts'
import { decodeModel } from '../domain/intake/model.ts'

/** Trains the model anew and writes it: `npm run train`. Same corpus, same bytes. */
const corpus = trainingCorpus()
const weights = train(corpus)
writeFileSync(new URL('../classifier/weights.bin', import.meta.url), weights)
const model = decodeModel(weights)
console.log(
  JSON.stringify(
    {
      documents: corpus.length,
      features: model.features,
      bytes: weights.length,
      heldout: report(handwritten('heldout'), model),
    },
    null,
    2,
  ),
)
