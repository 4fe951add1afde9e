import type { Day } from '../deadlines/limit.ts'
import type { Staff } from '../people/roles.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { absenceDays } from './absence-days.ts'
import { numeral } from './numerals.ts'

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
  /** What was said of days ahead holds no more. */
  | { readonly kind: 'cancelled'; readonly person: Staff | null }
  | { readonly kind: 'unclear'; readonly what: 'days' | 'deputy' | 'person' }

const longest = 120
const leave = new RegExp(
  `请(?:了|个|上)?(?:(?:${numeral}|半)\\s*个?(?:工作日|天|日|周|星期|礼拜|月)的?)?(?:[年病事产婚丧小]|探亲)?假|(?<![今去明每全本])年假|(?:病|事|产|婚|丧|探亲)假|休假|公休|调休|出差|外出(?:开会|学习|培训|办事)|不在岗`,
)
const duration = new RegExp(`(?:${numeral}|半)\\s*个?(?:工作日|天|日|周|星期|礼拜|月)`, 'g')
const question = /[?？吗]\s*$|谁/
const back =
  /销假|(?:回来|回岗|返岗)(?:上班|了)|假期?(?:结束|休完)了?|休完假|(?:请假|休假|出差|年假)(?:已经?)?(?:结束|回来)/
const calledOff =
  /(?:不|没有?|没再?|别)(?:再|用|想|需要?|打算)?(?:请[^,，。]{0,3}假|休假|公休|调休|出差|外出)|(?:取消|撤销|作废)[^,，。]{0,6}(?:假|公休|调休|出差|外出)|(?:假|公休|调休|出差|外出)[^,，。]{0,3}(?:取消|撤销|作废)/
/** An order about a task, in which an absence is only the reason. */
const order = /延期|办结|签收|退回|退件|转派|进展/
const handing = /(?:交(?:接)?给|交由|移交|转给|转交|委托|代理人?(?:是|为|[:：])|由|请|找|让)\s*$/
const taking = /^\s*(?:代|顶|接|负责|帮|替)/
const mine =
  /(?:^|[^跟和给帮替让叫找问])(?:我(?!们|家|这|那|院|楼|的|妈|爸|爱人|老公|老婆|儿子|女儿|小区)|本人)/
/** Of others the absence is told, whose leave is nobody's business here. */
const others =
  /师傅|业主|住户|居民|租户|房东|房主|户主|商户|老板|店家|施工|工人|物业|保安|门卫|保洁|电工|维修|对方|人家|当事人|双方|领导|经理|主任|书记|同事|医生|老师|[他她]|他们/
/** What may stand beside the days before the word, of oneself. */
const filling =
  /我|本人|今[天日晚]|明[天日早]|大?后[天日]|(?:下{1,2}|这|本)?(?:周|星期|礼拜)[一二三四五六日天]?|\d{1,4}|[年月日号\-－—~～./]|月底|上午|下午|中午|晚上|半天|[一二两三四五六七八九十]+(?:个?(?:工作日|星期|礼拜|天|周|月))|从|自|到|至|起|开始|之?[后前]|以后|连续?|休|去|要|想|得|需要?|准备|打算|申请|临时|可能|大概|一共|共|在|因[公病事]|有事|家里|身体|不舒服|不适|各位|领导好|你好|您好|[\s:：的了]/g

/**
 * Takes `我明天到周五请假，工作交给李四`, `高丽华后天请假三天`, `销假`, `明天不请假了`; null for anything else, above all for what is said
 * of the absence of residents, craftsmen, guards. Names are looked for among the staff of the book; one that several
 * bear is unclear.
 */
export function readAbsence(words: string, at: Date, book: Rulebook): SaidAbsence | null {
  const text = words.trim()
  if (text.length > longest || question.test(text) || order.test(text)) return null
  const found = calledOff.exec(text) ?? back.exec(text) ?? leave.exec(text)
  if (!found) return null
  if (ofPeople.test(text.slice(found.index + found[0].length))) return null
  const names = namesIn(text, book)
  const whose = whoseIs(found.index, text, names)
  if (whose === 'another') return null
  if (whose === 'unknown') return { kind: 'unclear', what: 'person' }
  if (calledOff.test(text)) return { kind: 'cancelled', person: whose }
  if (back.test(text)) return { kind: 'back', person: whose }
  const [named] = names.filter(({ isDeputy }) => isDeputy)
  if (named?.isShared || (!named && handingTo.test(text)))
    return { kind: 'unclear', what: 'deputy' }
  const days = absenceDays(withoutNames(text, names), leave, at, book)
  return days
    ? { kind: 'away', person: whose, ...days, deputy: named?.staff ?? null }
    : { kind: 'unclear', what: 'days' }
}

/** What else stands in an answer that only names days, and to whom work goes. */
const aside =
  /工作|任务|事情?|活儿?|交(?:接)?给|交由|转给|移交|[由请找让@就都先暂吧呢啊嗯哦好,，。;；!！~～]/g

/**
 * Takes `明天到周五` after `我要请假`, which did not say when: the two together. Null where the second names no days, or says
 * anything besides.
 */
export function readAbsenceDays(
  asked: string,
  answer: string,
  at: Date,
  book: Rulebook,
): SaidAbsence | null {
  const words = answer.trim()
  const first = readAbsence(asked, at, book)
  if (first?.kind !== 'unclear' || first.what !== 'days') return null
  if (words.length > longest || question.test(words)) return null
  const bare = withoutNames(words, namesIn(words, book)).replace(duration, '').replace(filling, '')
  if (bare.replace(aside, '') !== '') return null
  const both = readAbsence(`${asked.trim()}，${words}`, at, book)
  return both?.kind === 'away' ? both : null
}

/** 休假的人多, 请假条: no absence is told. */
const ofPeople = /^(?:的(?!话|事)|条|人员)/

/** Somebody is to take over, but nobody of ours is named. */
const handingTo = /(?:工作|任务|事情?|活儿?)(?:先|都|暂时?)?(?:交给|交由|转给|移交|由)/

/** Who is away by words at a place of a text; null: the speaker. A name that nobody knows is `unknown`. */
function whoseIs(
  place: number,
  text: string,
  names: readonly Named[],
): Staff | null | 'another' | 'unknown' {
  const before = text.slice(0, place)
  const clause = /[^,，。;；!！\n]*$/.exec(before)?.[0] ?? ''
  const told = names.filter(({ name, isDeputy }) => !isDeputy && before.includes(name))
  const inClause = told.find(({ name }) => clause.includes(name))
  const [one] = inClause ? [inClause] : mine.test(before) ? [] : told
  if (one) return one.isShared ? 'unknown' : one.staff
  const bare = names.reduce((rest, { name }) => rest.replaceAll(name, ''), clause)
  if (mine.test(bare)) return others.test(bare) ? 'another' : null
  if (others.test(mine.test(before) ? bare : before)) return 'another'
  const rest = bare.replace(filling, '')
  if (rest === '') return null
  return rest.length <= 3 && clause === before ? 'unknown' : 'another'
}

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
