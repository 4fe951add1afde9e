import { dayOf, daysAfter, momentOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dayAhead } from './day-ahead.ts'
import { numeral, readNumeral } from './numerals.ts'

/** `5日` is the fifth of a month; of days only after the word: `请假5日`. */
const together = new RegExp(
  `(${numeral}|半)\\s*(个?(?:工作日|星期|礼拜)|天|周(?![一二三四五六日天])|个月|(?<=假\\s*${numeral}\\s*)日)`,
)
const range = /^(.*?)(?:直到|到|至|—|~|～|(?<=[日号天一二三四五六])[-－])(.*)$/

interface Days {
  readonly from: Day
  readonly until: Day
}

/**
 * The days of an absence, both included: `明天到周五`, `后天起三天`, `请假到周五` from today on. Read next to the word that `leave`
 * finds, for what else is planned on other days is said in the same breath; null where none is named.
 */
export function absenceDays(text: string, leave: RegExp, at: Date, book: Rulebook): Days | null {
  const clauses = text.split(/[,，。;；!！\n]/)
  const here = clauses.findIndex((clause) => leave.test(clause))
  const parts = [clauses[here] ?? text, clauses.slice(0, here + 1).join('，'), text]
  return daysIn(parts.find((part) => isDated(part, at, book)) ?? text, at, book)
}

const isDated = (part: string, at: Date, book: Rulebook) =>
  dayAhead(part.replace(together, ' '), at, book) !== null

function daysIn(text: string, at: Date, book: Rulebook): Days | null {
  const parts = range.exec(text)
  if (parts) {
    const [, first = '', last = ''] = parts
    const from = dayAhead(first, at, book) ?? dayOf(at)
    const there = dayAhead(last, at, book)
    const until = there && there >= from ? there : dayAhead(last, momentOf(from, '00:00'), book)
    if (until && until >= from) return { from, until }
  }
  const named = dayAhead(text.replace(together, ' '), at, book)
  const count = countIn(text)
  if (count === null) return named ? { from: named, until: named } : null
  const from = named ?? dayOf(at)
  return { from, until: daysAfter(from, Math.ceil(count) - 1) }
}

function countIn(text: string): number | null {
  const [, amount = '', unit = ''] = together.exec(text) ?? []
  const count = readNumeral(amount)
  if (count === null || count <= 0) return null
  return count * (/周|星期|礼拜/.test(unit) ? 7 : /月/.test(unit) ? 30 : 1)
}
