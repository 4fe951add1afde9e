import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type ReplyContext, replyContexts } from '../../domain/intake/reply.ts'
import { stretches } from '../stretches/read.ts'

/** A reply and what it means. `null` of `solved` and `score`: said to be neither; `undefined`: not marked. */
export interface MarkedReply {
  readonly context: ReplyContext
  readonly text: string
  readonly act: string
  readonly solved: boolean | null | undefined
  readonly score: number | null | undefined
}

export interface ReplyFile {
  readonly file: string
  /** Whether the rules were made with a view to these lines: then what rules say of them teaches nothing. */
  readonly isOld: boolean
  readonly replies: readonly MarkedReply[]
}

const solvedBy: Readonly<Record<string, boolean | null>> = { yes: true, no: false, '-': null }

/** All marked replies that may be learnt from, author by author. Throws with file and line for a heading it cannot read. */
export function markedReplies(): ReplyFile[] {
  const folder = new URL('./', import.meta.url)
  const written = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      file,
      isOld: false,
      replies: parse(readFileSync(new URL(file, folder), 'utf8'), file),
    }))
  const tuning = stretches('tuning').map(({ author, replies }) => ({
    file: author,
    isOld: true,
    replies: replies.map(({ context, text, expect }) => ({
      context,
      text,
      act: expect.act,
      solved: expect.solved ?? undefined,
      score: expect.score ?? undefined,
    })),
  }))
  return [...written, ...tuning]
}

/** Lines under headings such as `= survey rate yes 5`: context, act, whether solved, points. */
function parse(content: string, file: string): MarkedReply[] {
  let heading: Omit<MarkedReply, 'text'> | null = null
  return content.split('\n').flatMap((line, i) => {
    if (line === '') return []
    if (line.startsWith('= ')) {
      heading = headingOf(line.slice(2), `${file}:${i + 1}`)
      return []
    }
    if (!heading) throw new Error(`${file}:${i + 1}: a reply without a heading`)
    return [{ ...heading, text: line }]
  })
}

function headingOf(heading: string, where: string): Omit<MarkedReply, 'text'> {
  const [said, act, solved = '-', score = '-'] = heading.split(' ')
  const context = replyContexts.find((known) => known === said)
  if (!context || !act || !(solved in solvedBy) || !/^[-1-5]$/.test(score))
    throw new Error(`${where}: ${heading}: context, act, yes, no or -, 1 to 5 or -`)
  return { context, act, solved: solvedBy[solved], score: score === '-' ? null : Number(score) }
}

/** Changes with any word or mark of the replies. */
export const hashOfReplies = (): string =>
  createHash('sha256').update(JSON.stringify(markedReplies())).digest('hex')
