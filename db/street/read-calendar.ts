import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Calendar, Day } from '../../src/domain/deadlines/limit.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { isDay, oneOf } from './cells.ts'
import { parseRows } from './parse-rows.ts'
import { readTable } from './read-table.ts'

/** The arrangements that the State Council has published, as far as they are loaded: the same for every street. */
const published = join(import.meta.dirname, '..', 'sample-street', 'calendar')

/**
 * Reads `calendar/2026.csv` and its like: days off and weekends worked to make up for them. A street without the folder
 * has the calendar that comes with Linli. A year without a file is not loaded, and deadlines in it are provisional.
 */
export async function readCalendar(
  folder: string,
): Promise<{ readonly calendar: Calendar; readonly faults: readonly StreetFault[] }> {
  const own = join(folder, 'calendar')
  const found = await readdir(own).catch(() => null)
  const names = (found ?? (await readdir(published))).filter((name) => name.endsWith('.csv')).sort()
  const years = await Promise.all(names.map((name) => readYear(found ? own : published, name)))
  const kept = (kind: 'holiday' | 'make_up') =>
    years.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === kind ? [row.day] : [])))
  return {
    calendar: {
      years: years.map(({ year }) => year),
      holidays: kept('holiday'),
      makeUpDays: kept('make_up'),
    },
    faults: years.flatMap(({ faults }) => faults),
  }
}

async function readYear(folder: string, name: string) {
  const year = Number(name.slice(0, -'.csv'.length))
  const file = `calendar/${name}`
  const fault = (message: string): StreetFault => ({ file, line: null, column: null, message })
  if (!/^\d{4}\.csv$/.test(name))
    return { year, rows: [], faults: [fault('文件名应为年份，如 2026.csv')] }
  const table = { ...(await readTable(folder, name, ['day', 'kind', 'name'])), file }
  const { rows, faults } = parseRows(table, rowOf(year), [['day']])
  const empty =
    table.readable && table.lines.length === 0
      ? [fault('一天也没写；还没公布的年份不要放文件，那一年的截止日期会标为暂定')]
      : []
  return {
    year,
    rows,
    faults: [...table.faults.map((found) => ({ ...found, file })), ...faults, ...empty],
  }
}

const rowOf = (year: number) =>
  calendarRow.refine(({ day }) => day.startsWith(`${year}-`), {
    path: ['day'],
    error: `应在 ${year} 年里`,
  })

/** A day off, or a weekend worked to make up for one. */
export const calendarRow = z
  .object({
    day: z
      .string()
      .refine(isDay, { error: '应为日期，如 2026-10-01', abort: true })
      .transform((text) => text as Day),
    kind: oneOf(['holiday', 'make_up']),
  })
  .refine(({ day, kind }) => kind === 'holiday' || isWeekend(day), {
    path: ['day'],
    error: '调休上班日应是周六或周日',
  })

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
