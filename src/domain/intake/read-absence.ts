import { dayOf, daysAfter, momentOf } from '../deadlines/calendar.ts'
import type { Day } from '../deadlines/limit.ts'
import type { Staff } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dayAhead } from './day-ahead.ts'
import { numeral, readNumeral } from './numerals.ts'

/** What somebody says of an absence; `person` null: their own. */
export type SaidAbsence =
  | {
      readonly kind: 'away'
      readonly person: Staff | null
      readonly from: Day
      readonly until: Day
      readonly deputy: Staff | null
    }
  | { readonly kind: 'back'; readonly person: Staff | null }
  | { readonly kind: 'unclear'; readonly what: 'days' | 'deputy' }

const longest = 120
const leave =
  /请(?:[^,，。]{0,6})?假|(?:年|病|事|产|婚|丧|探亲)假|休假|公休|调休|出差|外出(?:开会|学习|培训|办事)|不在岗/
const question = /[?？吗]\s*$|谁/
const back = /销假|(?:回来|回岗|返岗)(?:上班|了)|假期?(?:结束|休完)了?|休完假/
const handing = /(?:交(?:接)?给|交由|移交|转给|转交|委托|代理人?(?:是|为|[:：])|由|请|找|让)\s*$/
const taking = /^\s*(?:代|顶|接|负责|帮|替)/
const together = new RegExp(`(${numeral})\\s*(?:个)?(?:工作日|天|日)(?:的)?(?:年|病|事)?假?`)
const range = /^(.*?)(?:到|至|直到|—|~|～)(.*)$/

/**
 * Takes `我明天到周五请假，工作交给李四`, `高丽华后天请假三天`, `销假`; null for anything else. Names are looked for among the staff of
 * the book; a name that several bear is unclear.
 */
export function readAbsence(words: string, at: Date, book: Rulebook): SaidAbsence | null {
  const text = words.trim()
  if (text.length > longest || question.test(text)) return null
  const names = namesIn(text, book)
  const others = names.filter(({ isDeputy }) => !isDeputy)
  const person = others[0]?.staff ?? null
  if (back.test(text) && !leave.test(text)) return { kind: 'back', person }
  if (!leave.test(text)) return null
  const [named] = names.filter(({ isDeputy }) => isDeputy)
  if (named?.isShared || (!named && handingTo.test(text)))
    return { kind: 'unclear', what: 'deputy' }
  const days = daysIn(withoutNames(text, names), at, book)
  return days
    ? { kind: 'away', person, ...days, deputy: named?.staff ?? null }
    : { kind: 'unclear', what: 'days' }
}

/** Somebody is to take over, but nobody of ours is named. */
const handingTo = /(?:工作|任务|事情?|活儿?)(?:先|都|暂时?)?(?:交给|交由|转给|移交|由)/

interface Named {
  readonly staff: Staff
  readonly name: string
  readonly isDeputy: boolean
  readonly isShared: boolean
}

function namesIn(text: string, { staff }: Rulebook): Named[] {
  const named = [...new Set(staff.map(({ name }) => name))].filter((name) => text.includes(name))
  return named.flatMap((name): Named[] => {
    const bearers = staff.filter((one) => one.name === name)
    const [first] = bearers
    if (!first) return []
    const at = text.indexOf(name)
    const isDeputy = handing.test(text.slice(0, at)) || taking.test(text.slice(at + name.length))
    return [{ staff: first, name, isDeputy, isShared: bearers.length > 1 }]
  })
}

const withoutNames = (text: string, names: readonly Named[]) =>
  names.reduce((rest, { name }) => rest.replaceAll(name, ' '), text)

function daysIn(text: string, at: Date, book: Rulebook): { from: Day; until: Day } | null {
  const parts = range.exec(text)
  if (parts) {
    const [, first = '', last = ''] = parts
    const from = dayAhead(first, at, book)
    if (from) {
      const there = dayAhead(last, at, book)
      const until = there && there >= from ? there : dayAhead(last, momentOf(from, '00:00'), book)
      if (until && until >= from) return { from, until }
    }
  }
  const count = readNumeral(together.exec(text)?.[1] ?? '')
  const named = dayAhead(text.replace(together, ' '), at, book)
  if (count !== null && count >= 1) {
    const from = named ?? dayOf(at)
    return { from, until: daysAfter(from, Math.ceil(count) - 1) }
  }
  return named ? { from: named, until: named } : null
}
