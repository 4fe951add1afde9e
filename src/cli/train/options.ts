import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { no, ok, type Result } from '../../domain/result.ts'

export interface Options {
  readonly labels: string
  /** Null: a part of `labels` is held out. */
  readonly heldout: string | null
  /** Null: into the data folder, under a name made of the weights. */
  readonly out: string | null
}

export const trainUsage =
  '用法 usage: npm run train   |   npm run train -- --labels FILE.tsv [--heldout FILE.tsv] [--out FILE.bin]'

/** What was asked for. Refuses with one sentence and the usage. */
export function optionsOf(args: readonly string[]): Result<Options, string[]> {
  const read = parsed(args)
  if (!read.ok) return no([read.problem, trainUsage])
  const { labels, heldout, out } = read.value
  if (!labels)
    return no([
      '--heldout 和 --out 要和 --labels FILE.tsv 一起用 [--labels FILE.tsv is missing]',
      trainUsage,
    ])
  if (out !== undefined && !out.endsWith('.bin'))
    return no([`--out ${out}：文件名要以 .bin 结尾 [the name must end in .bin]`])
  return ok({ labels, heldout: heldout ?? null, out: out === undefined ? null : resolve(out) })
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { labels: { type: 'string' }, heldout: { type: 'string' }, out: { type: 'string' } },
    })
    return ok(values)
  } catch (fault) {
    return no((fault as Error).message.split('. ')[0] ?? '')
  }
}

/** Makes sure before the work that its result can be written: the folder is there, and no folder bears the name. */
export function madeRoomFor(file: string): Result<null, string> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return statSync(file, { throwIfNoEntry: false })?.isDirectory()
      ? no(`${file}：这是一个文件夹，写不进去 [a folder, not a file]`)
      : ok(null)
  } catch (fault) {
    return no(unwritable(file, fault))
  }
}

export const unwritable = (file: string, fault: unknown): string =>
  `${file}：写不进去（${(fault as NodeJS.ErrnoException).code}）[cannot be written]`
