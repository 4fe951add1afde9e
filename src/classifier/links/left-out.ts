import { learntLinker } from '../../domain/intake/link.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Reading, Understanding } from '../../domain/intake/understanding.ts'
import { stretchOf } from '../scoring/predict.ts'
import type { AuthorFile } from '../stretches/read.ts'
import { type Answer, allExamples, examplesOf } from './examples.ts'
import { fitLinks } from './fit.ts'
import { beside } from './train-links.ts'

/**
 * What is read in each author's conversations, by id, with links learnt from all other authors: how somebody fares whom the
 * weights do not know. Vocabularies may still know him, if they were made with a look at his files. `alarms`: what the lines
 * of the corpus teach about words of danger.
 */
export function readingsLeftOut(
  files: readonly AuthorFile[],
  u: Understanding,
  alarms: readonly Answer[],
): Map<string, Reading> {
  const always = beside(u, alarms)
  const examples = files.map(({ conversations }) => examplesOf(conversations, u.model, u.book))
  return new Map(
    files.flatMap(({ conversations }, author) => {
      const others = examples.filter((_, other) => other !== author)
      const linker = learntLinker(fitLinks(allExamples([...others, always])))
      return conversations.map(
        (one) => [one.id, readStretch(stretchOf(one, u.book), u, linker)] as const,
      )
    }),
  )
}
