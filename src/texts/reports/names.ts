import type { Group } from '../../domain/numbers/groups.ts'
import type { Period } from '../../domain/numbers/period.ts'
import type { Report } from '../../domain/numbers/report.ts'
import type { Scope } from '../../domain/numbers/scope.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'

/** 幸福里社区; 市政建设办. */
export function scopeName({ unit, department }: Scope, book: Rulebook): string {
  if (department !== undefined)
    return book.departments.find(({ code }) => code === department)?.name ?? department
  return book.units.find(({ code }) => code === unit)?.name ?? unit
}

/** 青石街道幸福里社区. */
export function wholeName(scope: Scope, book: Rulebook): string {
  const street = book.units.find(({ kind }) => kind === 'street')?.name ?? ''
  const name = scopeName(scope, book)
  return name === street ? name : `${street}${name}`
}

export function groupName({ name }: Group, book: Rulebook): string {
  switch (name.kind) {
    case 'unit':
      return book.units.find(({ code }) => code === name.code)?.name ?? name.code
    case 'department':
      return book.departments.find(({ code }) => code === name.code)?.name ?? name.code
    case 'category':
      return name.level1
    case 'confidential':
      return '不公开事项'
    case 'unplaced':
      return '地点未明确到下一级'
  }
}

/** 2026年3月20日, 2026年第12周（3月16日至3月22日）, 2026年3月上半月, 2026年3月, 2026年第1季度. */
export function periodName({ kind, name, from, until }: Period): string {
  const [year = '', part = '', third = ''] = name.split('-')
  const month = `${year}年${Number(part)}月`
  switch (kind) {
    case 'day':
      return `${month}${Number(third)}日`
    case 'week':
      return `${year}年第${Number(part.slice(1))}周（${dayText(from)}至${dayText(lastMoment(until))}）`
    case 'half':
      return `${month}${third === '1' ? '上' : '下'}半月`
    case 'month':
      return month
    case 'quarter':
      return `${year}年第${part.slice(1)}季度`
  }
}

/** 2026年3月22日24时, or for a period that is not over 2026年3月20日15时30分, said to be so. */
export function asOfText({ asOf, period }: Report): string {
  if (asOf >= period.until) return `数据截至${dayText(lastMoment(asOf))}24时`
  return `数据截至${dayText(asOf)}${timeText(asOf)}，本期尚未结束`
}

const beijingMs = 8 * 3_600_000
const inBeijing = (at: Date) => new Date(at.getTime() + beijingMs)
const lastMoment = (until: Date) => new Date(until.getTime() - 1)

/** 3月16日 */
export const dayText = (at: Date): string =>
  `${inBeijing(at).getUTCMonth() + 1}月${inBeijing(at).getUTCDate()}日`

/** 09:30 */
export const timeText = (at: Date): string => inBeijing(at).toISOString().slice(11, 16)
