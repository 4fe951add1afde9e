import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** Two things said in one group, and whether they are one matter. */
const pair = z.object({
  same: z.enum(['0', '1']).transform((same) => same === '1'),
  days: z.coerce.number().min(0).max(30),
  room: z.string(),
  alias: z.string().min(1),
  earlier: z.string().min(2),
  laterAlias: z.string().min(1),
  later: z.string().min(2),
})
export type MarkedPair = z.infer<typeof pair>

const rooms: Readonly<Record<string, string>> = {
  xf1: 'room-xf-1',
  xf2: 'room-xf-2',
  shop: 'room-xf-shop',
  hb1: 'room-hb-1',
  hb2: 'room-hb-2',
  hb3: 'room-hb-3',
  zq1: 'room-zq-1',
  zq2: 'room-zq-2',
  lj1: 'room-lj-1',
}

const folder = new URL('./', import.meta.url)
const files = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()

/**
 * The pairs beside this file, file by file. A line: same (1 or 0), days apart, group, speaker's name there, what was
 * said, who spoke later, what was said then. Throws with file and line for one that is not as it should be.
 */
export function markedPairs(): { readonly file: string; readonly pairs: readonly MarkedPair[] }[] {
  return files().map((file) => ({
    file,
    pairs: readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        line === '' || line.startsWith('#') ? [] : [pairOf(line, `${file}:${i + 1}`)],
      ),
  }))
}

function pairOf(line: string, where: string): MarkedPair {
  const [same, days, room = '', alias, earlier, laterAlias, later, ...rest] = line.split('\t')
  const read = pair.safeParse({
    same,
    days,
    room: rooms[room],
    alias,
    earlier,
    laterAlias,
    later,
  })
  if (!read.success || rest.length > 0) throw new Error(`${where}: not a pair`)
  return read.data
}

/** SHA-256 of all that the weights of pairs are learnt from. */
export function hashOfPairs(): string {
  const hash = createHash('sha256')
  const tuning = new URL('../stretches/tuning/', folder)
  const stretches = readdirSync(tuning).filter((file) => file.endsWith('.conversations.jsonl'))
  for (const file of [
    ...files().map((name) => new URL(name, folder)),
    ...stretches.sort().map((name) => new URL(name, tuning)),
  ])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}
