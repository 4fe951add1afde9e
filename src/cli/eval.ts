import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreAlarms } from '../classifier/scoring/chatter.ts'
import { goldConversation, goldReply, parseLines } from '../classifier/scoring/gold.ts'
import { missesOf } from '../classifier/scoring/misses.ts'
import { predictConversations, predictReplies } from '../classifier/scoring/predict.ts'
import { scoreConversations } from '../classifier/scoring/score-conversations.ts'
import { scoreReplies } from '../classifier/scoring/score-replies.ts'
import { scoreTopics } from '../classifier/scoring/topics.ts'
import { stretches } from '../classifier/stretches/read.ts'
import { roomId } from '../domain/ids.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import { type ReadSet, readAuthors } from './eval/own-sets.ts'
import { columnsOf } from './eval/tables.ts'
import { sampleUnderstanding } from './eval/understanding.ts'

const usage = `npm run eval -- [GOLD.conversations.jsonl [GOLD.replies.jsonl]] [--out DIR] [--misses]
       npm run eval -- --set tuning|heldout [--misses]   our own files; heldout when nothing is named
       npm run eval -- --topics FILE.tsv [--column title]   columns COLUMN and label
       npm run eval -- --alarms FILE.tsv [--column text]    each row alone in a group`
const options = {
  out: { type: 'string' },
  misses: { type: 'boolean' },
  set: { type: 'string' },
  topics: { type: 'string' },
  alarms: { type: 'string' },
  column: { type: 'string' },
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
  const read =
    positionals.length > 0 ? readFiles(positionals, values.out, u) : ownSet(values.set, u)
  if (values.misses) return missesOf(read.conversations, read.found)
  return {
    ...scoreConversations(read.conversations, read.found),
    ...(read.replies.length > 0 && { replies: scoreReplies(read.replies, read.answers) }),
  }
}

function ownSet(name: string | undefined, u: Understanding): ReadSet {
  if (name !== undefined && name !== 'tuning' && name !== 'heldout') {
    throw new Error(`--set ${name}: tuning or heldout\nusage: ${usage}`)
  }
  return readAuthors(stretches(name ?? 'heldout'), u)
}

function readFiles(
  [conversationFile = '', replyFile]: readonly string[],
  out: string | undefined,
  u: Understanding,
): ReadSet {
  const conversations = read(conversationFile, goldConversation)
  const replies = replyFile ? read(replyFile, goldReply) : []
  let count = 0
  const found = predictConversations(conversations, u, (id) => {
    count++
    if (process.stderr.isTTY) process.stderr.write(`\r${count}/${conversations.length} ${id}\x1b[K`)
  })
  const answers = predictReplies(replies, u)
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${count} conversations read\n`)
  if (out) {
    mkdirSync(out, { recursive: true })
    write(join(out, basename(conversationFile)), found)
    if (replyFile) write(join(out, basename(replyFile)), answers)
  }
  return { conversations, found, replies, answers }
}

const read = <Line>(file: string, schema: Parameters<typeof parseLines<Line>>[2]): Line[] =>
  parseLines(readFileSync(file, 'utf8'), file, schema)

const write = (file: string, lines: readonly unknown[]): void =>
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** Four digits are all that a score is good for. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value

try {
  const result = await evaluate(process.argv.slice(2))
  if (Array.isArray(result)) for (const line of result) console.log(JSON.stringify(line))
  else console.log(JSON.stringify(result, rounded, 2))
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 2
}
