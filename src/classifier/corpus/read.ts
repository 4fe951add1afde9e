import { readdirSync, readFileSync } from 'node:fs'
import { topics } from '../../domain/intake/lexicon/topics.ts'
import { matterKinds } from '../../domain/street/rulebook.ts'
import type { Document } from '../document.ts'

/** What somebody wrote counts as much as this many filled templates. */
const weight = 3

/**
 * The handwritten lines of a folder beside this file, file by file. A line is `code<TAB>text`, `code/kind<TAB>text`
 * where the kind is not that of the category, `code!<TAB>text` where life or limb is in danger while it is said, or
 * `-<TAB>text` for what is no matter. Throws with file and line.
 */
export function handwritten(folder: string): Document[] {
  const place = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(place)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, place), 'utf8')
        .split('\n')
        .flatMap((line, i) => {
          if (line === '' || line.startsWith('#')) return []
          const document = documentOf(line, file)
          if (!document) throw new Error(`${folder}/${file}:${i + 1}: cannot read "${line}"`)
          return [document]
        }),
    )
}

function documentOf(line: string, author: string): Document | undefined {
  const [label = '', text, ...rest] = line.split('\t')
  if (!text || rest.length > 0) return undefined
  if (label === '-') return { text, category: null, kind: null, danger: false, weight, author }
  const danger = label.endsWith('!')
  const [code, said] = (danger ? label.slice(0, -1) : label).split('/')
  const topic = topics.find((known) => known.code === code)
  const kind = said === undefined ? topic?.kind : matterKinds.find((known) => known === said)
  if (!topic || !kind) return undefined
  return { text, category: topic.code, kind, danger, weight, author }
}
