import { dayOf, daysAfter } from '../deadlines/calendar.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { Day } from '../deadlines/limit.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { numeral, readNumeral } from './numerals.ts'

const names: readonly (readonly [RegExp, number])[] = [
  [/今[天日晚]|当[天日]/, 0],
  [/明[天日早晚]|明儿/, 1],
  [/(?<!大)后[天日]|(?<!大)后儿/, 2],
  [/大后[天日]/, 3],
]
const weekday = /(下下|下|这|本)?(?:周|星期|礼拜)([一二三四五六日天])/g
const full = /(20\d{2})[-年/.](\d{1,2})[-月/.](\d{1,2})/g
const ofYear = /(?<![\d年])(\d{1,2})月(\d{1,2})[日号]?/g
const ofMonth = /(?<![\d月第])(\d{1,2})[号日](?![楼院线门栋店内])/g
const within = new RegExp(
  `(${numeral}|半)\\s*个?\\s*(工作日|天|日|周|星期|礼拜|月)(?:之?内|以内|后|左右)`,
  'g',
)
const monthEnd = /(?:(下)个?)?月底/g

/**
 * The last day ahead that a text names: `3月10日`, `12号`, `周五`, `下周三`, `三天内`, `5个工作日内`, `月底`. A date
 * without its year or month is the next such one; null when none is named.
 */
export function dayAhead(text: string, at: Date, { calendar, policies }: Rulebook): Day | null {
  const today = dayOf(at)
  const [year = 0, month = 0] = today.split('-').map(Number)
  const found: (Day | null)[] = names.map(([name, days]) =>
    name.test(text) ? daysAfter(today, days) : null,
  )
  for (const [, y, m, d] of text.matchAll(full)) found.push(dayIn(Number(y), Number(m), Number(d)))
  for (const [, m, d] of text.matchAll(ofYear))
    found.push(
      nextOf(
        [year, year + 1].map((y) => dayIn(y, Number(m), Number(d))),
        today,
      ),
    )
  for (const [, d] of text.matchAll(ofMonth))
    found.push(
      nextOf(
        [0, 1, 2].map((later) => dayIn(year, month + later, Number(d))),
        today,
      ),
    )
  for (const [, which, name = ''] of text.matchAll(weekday))
    found.push(weekdayAhead(today, name, which))
  for (const [, count = '', unit = ''] of text.matchAll(within)) {
    const amount = readNumeral(count)
    if (amount === null) continue
    const limit =
      unit === '工作日'
        ? ({ amount: Math.ceil(amount), unit: 'workingDays' } as const)
        : ({ amount: Math.ceil(amount * (daysIn[unit] ?? 1)), unit: 'days' } as const)
    found.push(dayOf(deadline(limit, at, policies.officeHours, calendar).at))
  }
  for (const [, next] of text.matchAll(monthEnd)) {
    const first = dayIn(year, month + (next ? 2 : 1), 1)
    found.push(first && daysAfter(first, -1))
  }
  return found.filter((day) => day !== null).reduce<Day | null>(later, null)
}

const daysIn: Readonly<Record<string, number>> = { 周: 7, 星期: 7, 礼拜: 7, 月: 30 }

const later = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b)

const nextOf = (days: readonly (Day | null)[], today: Day): Day | null =>
  days.find((day) => day !== null && day >= today) ?? null

/** Null for the 31st of a month that has thirty days; a month after the twelfth is one of the next year. */
function dayIn(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return day >= 1 && date.getUTCDate() === day ? (date.toISOString().slice(0, 10) as Day) : null
}

/** The week begins on Monday; without a word for which week it is the next such day, today included. */
function weekdayAhead(today: Day, name: string, which: string | undefined): Day {
  const wanted = name === '天' ? 6 : '一二三四五六日'.indexOf(name)
  const monday = daysAfter(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  const weeks = which === '下下' ? 2 : which === '下' ? 1 : 0
  const day = daysAfter(monday, weeks * 7 + wanted)
  return which === undefined && day < today ? daysAfter(day, 7) : day
}
