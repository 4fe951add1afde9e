import { readFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import { parse } from 'csv-parse/sync'
import { no, ok, type Result } from '../../domain/result.ts'
import type { Parcel } from '../../flows/ports/channels.ts'
import type { Entry } from '../../flows/ports.ts'
import { say } from '../../texts/say.ts'
import type { Stage } from './stage.ts'

/** One row of a file of texts. */
export interface Text {
  readonly row: number
  readonly text: string
}

/** Reads one column of a tab-separated file with a header. Refuses with a sentence naming file, line and columns. */
export async function readTexts(
  file: string,
  column: string | null,
): Promise<Result<Text[], string>> {
  let content: string
  try {
    content = await readFile(file, 'utf8')
  } catch {
    return no(`读不到文件 ${file} [cannot read ${file}]`)
  }
  const rows: string[][] = parse(content, {
    delimiter: '\t',
    quote: false,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const [header, ...body] = rows
  if (!header) return no(`${file} 是空的 [${file} is empty]`)
  const name = column ?? (header.includes('body') ? 'body' : header[0])
  const at = header.indexOf(name ?? '')
  if (at < 0)
    return no(
      `${file} 第1行没有“${name}”这一列，可选：${header.join('、')} [no column ${name}; allowed: ${header.join(', ')}]`,
    )
  return ok(body.map((cells, i) => ({ row: i + 2, text: cells[at] ?? '' })))
}

/** What became of one text. */
interface Fate {
  readonly text: Text
  readonly kept: boolean
  readonly entry: Entry | null
  readonly answers: readonly Parcel[]
}

/**
 * Sends each text as the private message of a resident of its own, through the same path as everything, and prints what
 * became of each. Answers whether all of them were kept, read and answered.
 */
export async function playTexts(
  texts: readonly Text[],
  stage: Stage,
  out: (line: string) => void,
): Promise<boolean> {
  const { world, work } = stage
  const bar = new SingleBar({
    format: '{bar} {value}/{total} 已读 {duration_formatted}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  })
  bar.start(texts.length, 0)
  work.start()
  const ids = new Map<string, Text>()
  for (const text of texts) {
    const person = `wx-text-${text.row}`
    world.addPerson({ id: person, name: `第${text.row}行` })
    ids.set(world.say({ from: person, room: null, type: 'text', text: text.text }).id, text)
  }
  await allRead(texts.length, stage, () => bar.update(Math.min(texts.length, read(stage))))
  bar.stop()
  await work.settle() // first, for who stops begins no letter any more
  await work.stop()
  const fates = [...ids].map(([id, text]): Fate => fateOf(id, text, stage))
  for (const fate of fates) out(`${String(fate.text.row).padStart(5)}  ${inWords(fate)}`)
  return sumUp(fates, stage, out)
}

const read = ({ entries }: Stage) => entries.filter(({ cause }) => cause.kind === 'message').length
const stillMs = 20_000

/** Comes back when all are read, or nothing has moved for a while. */
async function allRead(count: number, stage: Stage, tick: () => void): Promise<void> {
  let last = -1
  for (let stillSince = Date.now(); read(stage) < count && Date.now() - stillSince < stillMs; ) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (read(stage) !== last) stillSince = Date.now()
    last = read(stage)
    tick()
  }
  tick()
}

function fateOf(id: string, text: Text, { entries, parcels }: Stage): Fate {
  const entry =
    entries.find(({ cause }) => cause.kind === 'message' && cause.message === id) ?? null
  const account = `wx-text-${text.row}`
  const answers = parcels.flatMap(({ parcel }) =>
    parcel.to.kind === 'person' && parcel.to.account === account ? [parcel] : [],
  )
  return { text, kept: entry !== null, entry, answers }
}

function inWords({ entry, answers }: Fate): string {
  const said = answers
    .flatMap(({ notices }) => notices.map(say))
    .join(' ｜ ')
    .replaceAll('\n', ' ')
  if (!entry) return '没有读到！'
  return `${(entry.outcome + ' '.repeat(14)).slice(0, 14)} ${said || '（不作声）'}`
}

function sumUp(fates: readonly Fate[], { faults }: Stage, out: (line: string) => void): boolean {
  const outcomes = new Map<string, number>()
  for (const { entry } of fates) {
    const asked =
      entry?.question?.ask?.kind === 'place'
        ? 'registered, asked where'
        : (entry?.outcome ?? 'not read')
    outcomes.set(asked, (outcomes.get(asked) ?? 0) + 1)
  }
  out('')
  out(
    `合计 ${fates.length} 条：已收存并读完 ${fates.filter(({ entry }) => entry).length}，已答复 ${fates.filter(({ answers }) => answers.length > 0).length}`,
  )
  for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
    out(`  ${outcome.padEnd(24)} ${count}`)
  const where = new Map<string, number>()
  for (const { entry } of fates)
    if (entry?.petition && 'to' in entry.petition)
      where.set(entry.petition.to.code, (where.get(entry.petition.to.code) ?? 0) + 1)
  out(
    `去向：${
      [...where]
        .sort((a, b) => b[1] - a[1])
        .map(([code, count]) => `${code} ${count}`)
        .join('，') || '无'
    }`,
  )
  for (const fault of faults) out(`  异常：${fault}`)
  return fates.every(({ entry, answers }) => entry !== null && answers.length > 0)
}
