import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { owedBy, scopeOf } from '../../domain/numbers/owed.ts'
import {
  lastEnded,
  type Period,
  type PeriodKind,
  periodNamed,
} from '../../domain/numbers/period.ts'
import { periodKindOf, type ReportKind, reportKinds } from '../../domain/numbers/report.ts'
import type { Scope } from '../../domain/numbers/scope.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Desk } from '../../flows/ports.ts'
import { writeReports } from '../../write-reports.ts'
import type { Ending } from './in-office.ts'
import { paper, paperKinds, paperUsage } from './papers.ts'

export const reportUsage = `npm run report -- daily     [--day 2026-03-20]      每日简报 daily brief (docx)
npm run report -- weekly    [--week 2026-W12]       每周汇总表 weekly summary (xlsx)
npm run report -- register  [--half 2026-03-1]      半月登记表 half-month register (xlsx)
npm run report -- monthly   [--month 2026-03]       月度报告 monthly report (docx, xlsx)
npm run report -- quarterly [--quarter 2026-Q1]     季度分析 quarterly analysis (docx, xlsx)
      [--unit QS-XF] 社区、网格或部门的编码，不写：应报的各家都写 [--out FOLDER] 放到哪个文件夹，不写：当前文件夹
${paperUsage}`

const shapes: Readonly<Record<PeriodKind, string>> = {
  day: '一天，如 2026-03-20 [a day]',
  week: '一周，如 2026-W12，周数从 01 到 52 或 53 [an ISO week]',
  half: '半个月，如 2026-03-1（上半月）、2026-03-2（下半月） [a half month]',
  month: '一个月，如 2026-03 [a month]',
  quarter: '一个季度，如 2026-Q1，从 Q1 到 Q4 [a quarter]',
}

/** Writes reports of a period, or a paper of one quarrel. Refuses what it does not understand, with the field and what may stand there. */
export async function report(
  words: readonly string[],
  desk: Pick<Desk, 'petitions' | 'rulebooks' | 'clock' | 'outbox' | 'voices' | 'errands'>,
): Promise<Ending> {
  const ofOne = paperKinds.find((kind) => kind === words[0])
  if (ofOne) return paper(ofOne, words.slice(1), desk)
  const read = readOptions(words)
  if (!read.ok) return read
  const { kind, period: name, unit, out } = read.value
  const period = periodFor(periodKindOf[kind], name, desk.clock())
  if (!period.ok) return period
  if (period.value.from > desk.clock())
    return no([`--${period.value.kind}：${period.value.name} 还没有开始 [has not begun yet]`])
  const scopes = scopesFor(kind, unit, await desk.rulebooks.current())
  if (!scopes.ok) return scopes
  const order = { kind, period: period.value, scopes: scopes.value }
  return ok(await writeReports(order, desk, resolve(out ?? '.')))
}

interface Options {
  readonly kind: ReportKind
  readonly period: string | undefined
  readonly unit: string | undefined
  readonly out: string | undefined
}

function readOptions(words: readonly string[]): Result<Options, string[]> {
  const text = { type: 'string' } as const
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...{ day: text, week: text, half: text, month: text, quarter: text },
        ...{ unit: text, out: text },
      },
    })
    const [said, ...rest] = positionals
    const kind = reportKinds.find((one) => one === said)
    if (!kind || rest.length > 0)
      return no([`报表种类只能是 [the report may be]：${reportKinds.join('、')}`, reportUsage])
    const wanted = periodKindOf[kind]
    const foreign = Object.keys(shapes).find(
      (name) => name !== wanted && values[name as PeriodKind] !== undefined,
    )
    if (foreign) return no([`--${foreign}：${kind} 用 --${wanted} 写时间，${shapes[wanted]}`])
    return ok({ kind, period: values[wanted], unit: values.unit, out: values.out })
  } catch (fault) {
    return no([(fault as Error).message, reportUsage])
  }
}

function periodFor(
  kind: PeriodKind,
  name: string | undefined,
  now: Date,
): Result<Period, string[]> {
  const period = name === undefined ? lastEnded(kind, now) : periodNamed(kind, name)
  return period ? ok(period) : no([`--${kind}：没有“${name}”，应为${shapes[kind]}`])
}

function scopesFor(
  kind: ReportKind,
  code: string | undefined,
  book: Rulebook,
): Result<readonly Scope[], string[]> {
  if (code === undefined) return ok(owedBy(kind, book))
  const scope = scopeOf(code, book)
  if (scope) return ok([scope])
  const known = [
    ...book.units.filter((unit) => unit.kind !== 'household_group'),
    ...book.departments,
  ].map((one) => `${one.code} ${one.name}`)
  return no([`--unit：没有“${code}”，可以是 [may be]：${known.join('、')}`])
}
