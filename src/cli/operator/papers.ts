import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isQuarrel } from '../../domain/mediation/mediation.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import type { Desk } from '../../flows/ports.ts'
import { bookFor } from '../../flows/understand.ts'
import { agreementPaper } from '../../texts/papers/agreement-paper.ts'
import { caseFilePaper } from '../../texts/papers/case-file-paper.ts'
import type { Paper } from '../../texts/papers/paper.ts'
import type { Ending } from './in-office.ts'

/** The papers of a quarrel that are printed one by one. */
export const paperKinds = ['agreement', 'casefile'] as const
export type PaperKind = (typeof paperKinds)[number]

export const paperUsage = `npm run report -- agreement --petition 1031           人民调解协议书 agreement (docx)
npm run report -- casefile  --petition 1031           调解卷宗清单 case file list (docx)`

/** Writes the agreement or the list of the case file of a quarrel; refuses with what is not so yet. */
export async function paper(
  kind: PaperKind,
  words: readonly string[],
  desk: Pick<Desk, 'petitions' | 'rulebooks'>,
): Promise<Ending> {
  const read = readOptions(words)
  if (!read.ok) return read
  const { number, out } = read.value
  const petition = await desk.petitions.findByNumber(number)
  if (!petition) return no([`--petition：没有${number}号 [no such petition]`])
  if (!isQuarrel(petition)) return no([`--petition：${number}号不是矛盾纠纷 [is no quarrel]`])
  const book = await bookFor(petition, desk)
  const { end } = petition.mediation ?? {}
  if (kind === 'agreement' && end?.kind !== 'settled')
    return no([`--petition：${number}号还没有达成协议 [has no agreement yet]`])
  const made: Paper =
    kind === 'agreement' && end?.kind === 'settled'
      ? agreementPaper(petition, end.agreement, book)
      : caseFilePaper(petition, book)
  const folder = resolve(out)
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${kind}-${number}.docx`)
  const { paperFile } = await import('../../reports/paper.ts')
  await writeFile(`${file}.new`, await paperFile(made))
  await rename(`${file}.new`, file)
  return ok([file])
}

function readOptions(
  words: readonly string[],
): Result<{ readonly number: number; readonly out: string }, string[]> {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...words], options: { petition: text, out: text } })
    const number = Number(values.petition)
    if (!Number.isSafeInteger(number) || number < 1)
      return no(['--petition：诉求编号，如 1031 [the number of a petition]', paperUsage])
    return ok({ number, out: values.out ?? '.' })
  } catch (fault) {
    return no([(fault as Error).message, paperUsage])
  }
}
