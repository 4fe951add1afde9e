import type { GoldConversation } from '../../classifier/scoring/gold.ts'
import { stretchOf } from '../../classifier/scoring/predict.ts'
import { readLlm } from '../../config-llm.ts'
import type { MessageId } from '../../domain/ids.ts'
import type { Matter } from '../../domain/intake/matter.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { OpenMatter } from '../../domain/intake/same-matter.ts'
import type { Reading, Understanding } from '../../domain/intake/understanding.ts'
import { secondReading } from '../../flows/second-reading.ts'
import { type LlmReader, llmReader } from '../../llm/llm-reader.ts'

/** What a language model made of each conversation, and what it took. */
export interface SecondReadings {
  readonly readings: ReadonlyMap<string, Reading>
  readonly cost: ReturnType<LlmReader['spent']> & { readonly seconds: number }
}

const latest = 12

/**
 * Reads conversations with the street's own language model, as the product would after the last message of each. `files`
 * are read by themselves: what is open in one is not in another. No daily cap: who measures knows that it costs.
 * Throws when the environment names no model, or a mode that there is not.
 */
export async function readWithLlm(
  files: readonly (readonly GoldConversation[])[],
  mode: string,
  u: Understanding,
): Promise<SecondReadings> {
  const set = readLlm({ ...process.env, LINLI_LLM_MODE: mode })
  if (!set.ok) throw new Error(set.problem.join('\n'))
  if (!set.value) throw new Error('--llm: unsure or reader, with LINLI_LLM_URL and LINLI_LLM_MODEL')
  const begun = performance.now()
  const reader = llmReader(set.value, {
    cap: { take: async () => true },
    elapsed: () => performance.now(),
    report: (what) => void process.stderr.write(`\n${what}\n`),
  })
  const total = files.reduce((sum, file) => sum + file.length, 0)
  const readings = new Map<string, Reading>()
  for (const file of files) {
    const open: OpenMatter[] = []
    for (const conversation of file) {
      const reading = await readOne(conversation, open, u, reader)
      readings.set(conversation.id, reading)
      open.push(...opened(conversation, reading.matters))
      const { requests } = reader.spent()
      if (process.stderr.isTTY)
        process.stderr.write(`\r${readings.size}/${total}, ${requests} requests\x1b[K`)
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  return {
    readings,
    cost: { ...reader.spent(), seconds: Math.round(performance.now() - begun) / 1_000 },
  }
}

async function readOne(
  conversation: GoldConversation,
  open: readonly OpenMatter[],
  u: Understanding,
  reader: LlmReader,
): Promise<Reading> {
  const stretch = stretchOf(conversation, u.book)
  const near = open.slice(-latest)
  return secondReading(
    readStretch(stretch, u),
    stretch,
    { registered: [], open: async () => near },
    u,
    reader,
  )
}

/** What a conversation leaves open, under the names that predictions have. */
const opened = ({ id, messages }: GoldConversation, matters: readonly Matter[]): OpenMatter[] =>
  matters
    .filter(({ settled }) => !settled.value)
    .flatMap((matter, nth) =>
      matter.repeats ? [] : [openMatter(`${id}#${nth}`, matter, messages)],
    )

const openMatter = (
  id: string,
  { category, place, grid, summary, messages: own }: Matter,
  messages: GoldConversation['messages'],
): OpenMatter => ({
  id,
  category: category.value,
  place: place.value,
  grid: grid.value,
  words: [summary],
  registeredAt:
    messages.findLast((message) => own.includes(message.id as MessageId))?.at ?? new Date(0),
})
