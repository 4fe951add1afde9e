import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readStreet } from '../../db/street/read-street.ts'
import { goldConversation, goldReply, parseLines } from '../classifier/scoring/gold.ts'
import { predictConversations, predictReplies } from '../classifier/scoring/predict.ts'
import { scoreConversations } from '../classifier/scoring/score-conversations.ts'
import { scoreReplies } from '../classifier/scoring/score-replies.ts'
import { gazetteerOf } from '../domain/intake/gazetteer.ts'
import { decodeModel } from '../domain/intake/model.ts'
import type { Understanding } from '../domain/intake/understanding.ts'

const usage = 'npm run eval -- GOLD.conversations.jsonl [GOLD.replies.jsonl] [--out DIR]'

/** How well the understanding reads marked conversations and replies: scores as JSON, predictions into `--out`. */
async function evaluate(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  const [conversationFile, replyFile, ...rest] = positionals
  if (!conversationFile || rest.length > 0) throw new Error(`usage: ${usage}`)
  const conversations = read(conversationFile, goldConversation)
  const replies = replyFile ? read(replyFile, goldReply) : undefined
  const understanding = await sampleUnderstanding()

  let count = 0
  const found = predictConversations(conversations, understanding, (id) => {
    count++
    if (process.stderr.isTTY) process.stderr.write(`\r${count}/${conversations.length} ${id}\x1b[K`)
  })
  const answers = replies && predictReplies(replies, understanding)
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${count} conversations read\n`)

  if (values.out) {
    mkdirSync(values.out, { recursive: true })
    write(join(values.out, basename(conversationFile)), found)
    if (replyFile && answers) write(join(values.out, basename(replyFile)), answers)
  }
  const scores = {
    ...scoreConversations(conversations, found),
    ...(replies && answers && { replies: scoreReplies(replies, answers) }),
  }
  console.log(JSON.stringify(scores, rounded, 2))
}

/** Reads with the sample street that comes with the program. */
async function sampleUnderstanding(): Promise<Understanding> {
  const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
  if (!street.ok) throw new Error(`the sample street: ${JSON.stringify(street.problem)}`)
  const weights = readFileSync(new URL('../classifier/weights.bin', import.meta.url))
  const { book } = street.value
  return { book, model: decodeModel(weights), gazetteer: gazetteerOf(book) }
}

const read = <Line>(file: string, schema: Parameters<typeof parseLines<Line>>[2]): Line[] =>
  parseLines(readFileSync(file, 'utf8'), file, schema)

const write = (file: string, lines: readonly unknown[]): void =>
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))

/** Four digits are all that a score is good for. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value

try {
  await evaluate(process.argv.slice(2))
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 2
}
