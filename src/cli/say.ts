import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readStreet } from '../../db/street/read-street.ts'
import { plainMessage } from '../classifier/plain-message.ts'
import { messageId, roomId } from '../domain/ids.ts'
import { assemble } from '../domain/intake/assemble.ts'
import { classify } from '../domain/intake/classify.ts'
import { gazetteerOf } from '../domain/intake/gazetteer.ts'
import type { Field, Matter } from '../domain/intake/matter.ts'
import type { ChatMessage } from '../domain/intake/message.ts'
import { decodeModel } from '../domain/intake/model.ts'
import { readStretch } from '../domain/intake/read-stretch.ts'
import { route } from '../domain/routing/route.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { helpIfAsked } from './help.ts'
import { tellingLinker } from './say/why-linked.ts'

const usage =
  'npm run say -- "5栋2单元楼道灯坏了" ["second message" …] [--room room-xf-1] [--alias 5-2-301]'

/** Says what we understand of a sentence, or of several from one speaker, and why: for people who wonder. */
async function say(args: readonly string[]): Promise<void> {
  const { values, positionals: texts } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      room: { type: 'string', default: 'room-xf-1' },
      alias: { type: 'string', default: '' },
    },
  })
  if (texts.length === 0) throw new Error(`usage: ${usage}`)
  const street = await readStreet(fileURLToPath(new URL('../../db/sample-street', import.meta.url)))
  if (!street.ok) throw new Error(`the sample street: ${JSON.stringify(street.problem)}`)
  const { book } = street.value
  if (!book.rooms.some(({ id }) => id === values.room))
    throw new Error(
      `--room：没有“${values.room}”，可以是 [may be]：${book.rooms.map(({ id, topic }) => `${id} ${topic}`).join('、')}`,
    )
  const model = decodeModel(readFileSync(new URL('../classifier/weights.bin', import.meta.url)))

  for (const text of texts) {
    const { petition, categories, kind, because } = classify(text, model)
    console.log(`「${text}」`)
    console.log(`  诉求 ${percent(petition)}   ${kind.value} ${percent(kind.p)}`)
    for (const { code, p } of categories) console.log(`  ${titleOf(code, book)} ${percent(p)}`)
    console.log(`  因为 ${because}\n`)
  }

  const stretch = {
    room: roomId(values.room),
    speakerRooms: [],
    messages: spoken(texts, values.alias),
  }
  const { matters, unsure } = readStretch(stretch, { book, model, gazetteer: gazetteerOf(book) })
  assemble(stretch, model, tellingLinker(console.log))
  if (matters.length === 0) console.log(unsure ? '不确定是否登记' : '没有要登记的事由')
  for (const matter of matters) show(matter, values.room, book)
}

function show(matter: Matter, room: string, book: Rulebook): void {
  const { category, place, grid } = matter
  const unit = book.rooms.find(({ id }) => id === room)?.unit ?? null
  const { to, because } = route(
    category.value,
    place.value,
    { grid: grid.value, unit, at: new Date() },
    book,
  )
  console.log(`事由 ${matter.summary}（${matter.messages.join(' ')}）`)
  line('类别', category, titleOf(category.value, book))
  line('性质', matter.kind)
  const said = Object.entries(place.value).filter(([, value]) => value !== null)
  line('地点', place, said.map(([key, value]) => `${key} ${value}`).join(' ') || '未说')
  line('网格', grid)
  console.log(`  去向 ${to.code}   ${because}`)
  line('紧急', matter.urgency, `${matter.urgency.value} ${matter.danger ?? ''}`)
  line('代报', matter.onBehalfOf)
  line('弱势', matter.vulnerable)
  line('自何日', matter.since)
  line('保密', matter.confidential)
  line('已了结', matter.settled)
}

function line(label: string, field: Field<unknown>, value = String(field.value ?? '无')): void {
  console.log(`  ${label} ${value.trim()} ${percent(field.confidence)}   ${field.because}`)
}

const spoken = (texts: readonly string[], alias: string): ChatMessage[] =>
  texts.map((text, i) =>
    plainMessage(text, {
      id: messageId(`m${i + 1}`),
      name: '我',
      alias,
      at: new Date(Date.now() + 20_000 * i),
    }),
  )

const titleOf = (code: string, book: Rulebook): string => {
  const category = book.categories.find((known) => known.code === code)
  return category ? `${code} ${category.level1}·${category.level2}` : code
}

const percent = (p: number): string => `${Math.round(p * 100)}%`

try {
  helpIfAsked(usage)
  await say(process.argv.slice(2))
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 2
}
