import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { owedAt, owedBy } from './domain/numbers/owed.ts'
import type { Period } from './domain/numbers/period.ts'
import { formsOf, type ReportForm, type ReportKind, reportOf } from './domain/numbers/report.ts'
import type { Scope } from './domain/numbers/scope.ts'
import type { Kept } from './domain/numbers/told.ts'
import type { Rulebook } from './domain/street/rulebook.ts'
import { itemsOf } from './domain/voices/items-of.ts'
import { errandsAround } from './flows/errands-around.ts'
import { gatherReport } from './flows/gather-report.ts'
import { pingFigure } from './flows/ping-figure.ts'
import type { OneReport } from './flows/ports/report-files.ts'
import type { Desk } from './flows/ports.ts'
import type { ReadyReport } from './flows/tell-reports.ts'
import type { Document } from './texts/reports/document.ts'
import { sayReport } from './texts/reports/say-report.ts'

/** Which reports, of whom, of when. */
export interface ReportOrder {
  readonly kind: ReportKind
  readonly period: Period
  readonly scopes: readonly Scope[]
}

/** Loaded when the first report is written: the libraries are large, and most processes write none. */
const writers: Readonly<Record<ReportForm, (document: Document) => Promise<Uint8Array>>> = {
  xlsx: async (document) => (await import('./reports/workbook.ts')).workbook(document),
  docx: async (document) => (await import('./reports/text.ts')).text(document),
}

type Reports = Pick<Desk, 'petitions' | 'rulebooks' | 'clock' | 'outbox' | 'voices' | 'errands'>

/** More than a street has in a year. */
const voicesCount = 2_000

/** Writes reports into a folder, over older ones of the same name; answers the files. A file is there whole or not at all. */
export async function writeReports(
  { kind, period, scopes }: ReportOrder,
  desk: Reports,
  folder: string,
): Promise<string[]> {
  return writeFrom(await gatherReport(period, desk), { kind, period, scopes }, desk, folder)
}

async function writeFrom(
  kept: readonly Kept[],
  { kind, period, scopes }: ReportOrder,
  desk: Reports,
  folder: string,
): Promise<string[]> {
  const book = await desk.rulebooks.current()
  const now = desk.clock()
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const scope of scopes) {
    await othersFirst()
    const document = await documentOf({ kind, period, scope }, { kept, now, book }, desk)
    for (const form of formsOf[kind]) {
      const file = join(folder, fileName(kind, period, scope, form))
      await writeFile(`${file}.new`, await writers[form](document))
      await rename(`${file}.new`, file)
      files.push(file)
    }
  }
  return files
}

/** Who is waiting for an answer is not kept waiting for more than one report. */
const othersFirst = () => new Promise<void>((go) => setImmediate(go))

/** What a report is made of. */
interface Material {
  readonly kept: readonly Kept[]
  readonly now: Date
  readonly book: Rulebook
}

/** One report as a file. */
export const fileOf = async (
  report: OneReport,
  form: ReportForm,
  material: Material,
  desk: Pick<Desk, 'outbox' | 'rulebooks' | 'clock' | 'voices' | 'errands'>,
): Promise<Uint8Array> => writers[form](await documentOf(report, material, desk))

async function documentOf(
  { kind, period, scope }: OneReport,
  { kept, now, book }: Material,
  desk: Pick<Desk, 'outbox' | 'rulebooks' | 'clock' | 'voices' | 'errands'>,
): Promise<Document> {
  const pings = kind === 'monthly' ? { pings: await pingFigure(period, desk) } : {}
  const voices = kind === 'monthly' ? await desk.voices.latest(voicesCount) : []
  const items = itemsOf(voices, scope, period, book)
  const errands = kind === 'monthly' ? await errandsAround(period, desk) : []
  return sayReport({ ...reportOf(kind, scope, period, kept, now, book, errands), ...pings, items })
}

/**
 * Writes what is owed at this moment and not there yet, under the folder of its kind; answers the files. For a period
 * before the first petition nothing is owed.
 */
export async function writeOwedReports(desk: Reports, folder: string): Promise<string[]> {
  const book = await desk.rulebooks.current()
  const files: string[] = []
  for (const { kind, period } of owedAt(desk.clock())) {
    const there = join(folder, kind)
    const scopes = owedBy(kind, book).filter((scope) =>
      formsOf[kind].some((form) => !existsSync(join(there, fileName(kind, period, scope, form)))),
    )
    if (scopes.length === 0) continue
    const kept = await gatherReport(period, desk)
    if (kept.some(({ petition }) => petition.registeredAt < period.until))
      files.push(...(await writeFrom(kept, { kind, period, scopes }, desk, there)))
  }
  return files
}

/** Which of what is owed at this moment is there; `writeOwedReports` may have been killed before anybody was told. */
export async function readyReports(
  { rulebooks, clock }: Pick<Desk, 'rulebooks' | 'clock'>,
  folder: string,
): Promise<ReadyReport[]> {
  const book = await rulebooks.current()
  return owedAt(clock()).flatMap(({ kind, period }) =>
    owedBy(kind, book)
      .filter((scope) =>
        formsOf[kind].every((form) =>
          existsSync(join(folder, kind, fileName(kind, period, scope, form))),
        ),
      )
      .map((scope) => ({ kind, period, scope })),
  )
}

/** weekly-2026-W12-QS-XF.xlsx */
export const fileName = (
  kind: ReportKind,
  period: Period,
  { unit, department }: Scope,
  form: ReportForm,
) => `${kind}-${period.name}-${department ?? unit}.${form}`
