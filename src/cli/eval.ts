import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { trainingCorpus } from '../classifier/corpus/corpus.ts'
import { alarmAnswers } from '../classifier/links/alarm-lines.ts'
import { readingsLeftOut } from '../classifier/links/left-out.ts'
import { scoreAddresses } from '../classifier/scoring/addresses.ts'
import { scoreAlarms } from '../classifier/scoring/chatter.ts'
import { goldConversation, goldReply, parseLines } from '../classifier/scoring/gold.ts'
import { missesOf } from '../classifier/scoring/misses.ts'
import { scoreConversations } from '../classifier/scoring/score-conversations.ts'
import { scoreReplies } from '../classifier/scoring/score-replies.ts'
import { scoreTopics } from '../classifier/scoring/topics.ts'
import { type AuthorFile, stretches } from '../classifier/stretches/read.ts'
import { dealt } from '../classifier/train.ts'
import { roomId } from '../domain/ids.ts'
import type { Reading, Understanding } from '../domain/intake/understanding.ts'
import { readWithLlm } from './eval/llm.ts'
import { type ReadSet, readAuthors } from './eval/own-sets.ts'
import { pageOf } from './eval/page.ts'
import { columnsOf } from './eval/tables.ts'
import { sampleUnderstanding } from './eval/understanding.ts'
import { helpIfAsked } from './help.ts'

const usage = `npm run eval -- [GOLD.conversations.jsonl [GOLD.replies.jsonl]] [--out DIR] [--misses]
       npm run eval -- --set tuning|plain|fresh|heldout [--misses]   our own files; heldout when nothing is named
       npm run eval -- --set tuning --left-out   each author read with links learnt from the others
       … --llm unsure|reader   the same, read a second time by the model of LINLI_LLM_URL
       npm run eval -- --topics FILE.tsv [--column title]   columns COLUMN and label
       npm run eval -- --alarms FILE.tsv [--column text]    each row alone in a group
       npm run eval -- --addresses FILE.txt   a character and its BIO tag a line
       npm run eval -- [GOLD …] --page   writes docs/understanding.md`
const options = {
  out: { type: 'string' },
  misses: { type: 'boolean' },
  set: { type: 'string' },
  'left-out': { type: 'boolean' },
  topics: { type: 'string' },
  alarms: { type: 'string' },
  column: { type: 'string' },
  llm: { type: 'string' },
  addresses: { type: 'string' },
  page: { type: 'boolean' },
} as const

/** How well the understanding reads marked conversations and replies, or other labelled texts: scores as JSON. */
async function evaluate(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (positionals.length > 2) throw new Error(`usage: ${usage}`)
  const u = await sampleUnderstanding()
  if (values.topics !== undefined) {
    const column = values.column ?? 'title'
    const rows = columnsOf(values.topics, [column, 'label'])
    return scoreTopics(
      rows.map((row) => ({ text: row[column] ?? '', label: row.label ?? '' })),
      u.model,
    )
  }
  if (values.alarms !== undefined) {
    const column = values.column ?? 'text'
    const texts = columnsOf(values.alarms, [column]).map((row) => row[column] ?? '')
    return scoreAlarms(texts, roomId('room-xf-1'), u)
  }
  if (values.addresses !== undefined) return scoreAddresses(readFileSync(values.addresses, 'utf8'))
  if (values.page) return writePage(positionals, u)
  const files = positionals.length > 0 ? namedFiles(positionals) : ownFiles(values.set)
  const second =
    values.llm === undefined
      ? undefined
      : await readWithLlm(
          files.map(({ conversations }) => conversations),
          values.llm,
          u,
        )
  const left = values['left-out']
    ? readingsLeftOut(files, u, alarmAnswers(dealt(trainingCorpus()), u.model))
    : new Map<string, Reading>()
  const read = readAuthors(files, u, second?.readings ?? left)
  if (values.out && positionals.length > 0) keep(positionals, values.out, read)
  if (values.misses) return missesOf(read.conversations, read.found)
  return {
    ...scoreConversations(read.conversations, read.found),
    ...(read.replies.length > 0 && { replies: scoreReplies(read.replies, read.answers) }),
    ...(second && { llm: second.cost }),
  }
}

/** Scores our own held-out authors, and a benchmark file where one is named, into the page about them. */
function writePage(positionals: readonly string[], u: Understanding): { readonly written: string } {
  const readAll = (files: readonly AuthorFile[]) => readAuthors(files, u, new Map())
  const authors = stretches('heldout')
  const sets = [
    { name: 'held out, all', read: readAll(authors) },
    ...authors.map((file) => ({ name: file.author, read: readAll([file]) })),
    ...(positionals.length > 0
      ? [{ name: 'public benchmark', read: readAll(namedFiles(positionals)) }]
      : []),
  ]
  const page = fileURLToPath(new URL('../../docs/understanding.md', import.meta.url))
  writeFileSync(page, pageOf(sets, readAll(stretches('tuning')), u))
  return { written: page }
}

function ownFiles(name: string | undefined): AuthorFile[] {
  const folder = (['tuning', 'plain', 'fresh', 'heldout'] as const).find(
    (one) => one === (name ?? 'heldout'),
  )
  if (folder === undefined) {
    throw new Error(`--set ${name}: tuning, plain, fresh or heldout\nusage: ${usage}`)
  }
  return stretches(folder)
}

function namedFiles([conversationFile = '', replyFile]: readonly string[]): AuthorFile[] {
  const conversations = read(conversationFile, goldConversation)
  process.stderr.write(`${conversations.length} conversations read\n`)
  const replies = replyFile ? read(replyFile, goldReply) : []
  return [{ author: conversationFile, conversations, replies }]
}

function keep(
  [conversationFile = '', replyFile]: readonly string[],
  out: string,
  { found, answers }: ReadSet,
): void {
  mkdirSync(out, { recursive: true })
  write(join(out, basename(conversationFile)), found)
  if (replyFile) write(join(out, basename(replyFile)), answers)
}

const read = <Line>(file: string, schema: Parameters<typeof parseLines<Line>>[2]): Line[] =>
  parseLines(readFileSync(file, 'utf8'), file, schema)

const write = (file: string, lines: readonly unknown[]): void =>
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** Four digits are all that a score is good for. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value

helpIfAsked(usage)
try {
  const result = await evaluate(process.argv.slice(2))
  if (Array.isArray(result)) for (const line of result) console.log(JSON.stringify(line))
  else console.log(JSON.stringify(result, rounded, 2))
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 2
}
