import { createHash } from 'node:crypto'
import type { LinkWeights } from '../../domain/intake/link-weights.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { handwritten } from '../corpus/read.ts'
import { stretches } from '../stretches/read.ts'
import { composedTalks } from './composed.ts'
import { type Answer, allExamples, type Examples, examplesOf } from './examples.ts'
import { fitLinks } from './fit.ts'

/** What is composed says only what goes without saying. */
const composedWeight = 0.4

const heads = ['begin', 'own', 'other', 'supports', 'adds', 'settles', 'pulls', 'alarms'] as const

/**
 * The text of `link-weights.ts`: the same conversations, read the same way, give the same text. `alarms`: what the lines of
 * the corpus teach about words of danger.
 */
export function trainLinks(
  { model, book }: Pick<Understanding, 'model' | 'book'>,
  alarms: readonly Answer[],
): string {
  const written = stretches('tuning').map((file) => examplesOf(file.conversations, model, book))
  const weights = fitLinks(allExamples([...written, beside({ model, book }, alarms)]))
  const table = (head: keyof LinkWeights) =>
    wrapped(Object.entries(weights[head]).map(([trait, weight]) => `${trait}=${weight}`))
  return `import { weightsOf } from './weights-of.ts'

/** Weights of each decision by the name of a trait. */
export interface LinkWeights {
${heads.map((head) => `  readonly ${head}: Readonly<Record<string, number>>\n`).join('')}}
/** Written by \`npm run train\` from the marked conversations in \`src/classifier/stretches/tuning\`. */
export const linkWeights: LinkWeights = {
${heads.map((head) => `  ${head}: weightsOf(\`\n${table(head)}\`),\n`).join('')}}
/** SHA-256 of what they were learnt from. */
export const linkSource = '${hashOfConversations()}'
`
}

/** What is learnt beside the written conversations: composed talks, and lines of the corpus. */
export const beside = (
  { model, book }: Pick<Understanding, 'model' | 'book'>,
  alarms: readonly Answer[],
): Examples =>
  allExamples([
    examplesOf(composedTalks(), model, book, composedWeight),
    { choices: [], supports: [], adds: [], settles: [], pulls: [], alarms: [...alarms] },
  ])

/** Pieces with `; ` between them, in lines of about a hundred characters. */
function wrapped(pieces: readonly string[]): string {
  let line = 0
  return pieces.reduce((text, piece) => {
    line = line === 0 || line + piece.length > 100 ? piece.length : line + piece.length + 2
    const gap = text === '' ? '' : line === piece.length ? ';\n' : '; '
    return `${text}${gap}${piece}`
  }, '')
}

/** Changes with any word or mark of the conversations and cries that linking learns from. */
export function hashOfConversations(): string {
  const marked = stretches('tuning').map(({ author, conversations }) => [author, conversations])
  return createHash('sha256')
    .update(JSON.stringify([marked, composedTalks(), handwritten('cries')]))
    .digest('hex')
}
