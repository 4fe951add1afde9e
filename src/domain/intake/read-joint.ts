import { endOf } from '../deadlines/calendar.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dayAhead } from './day-ahead.ts'
import { momentAhead } from './moment-ahead.ts'
import { numeral, readNumeral } from './numerals.ts'
import { type OfficeSaid, officesIn } from './offices-in.ts'
import { saidNumber } from './said-number.ts'

export interface SaidPart {
  readonly office: OfficeSaid
  readonly task: string
  /** null: not said. */
  readonly dueAt: Date | null
}

/** What somebody in office says of joint work (协办, 吹哨). */
export type SaidOfJoint =
  | { readonly kind: 'ask'; readonly parts: readonly SaidPart[]; readonly required: boolean }
  | {
      readonly kind: 'call'
      readonly offices: readonly OfficeSaid[]
      readonly meetAt: Date | null
      readonly place: string
    }
  | { readonly kind: 'release'; readonly offices: readonly OfficeSaid[]; readonly reason: string }
  | { readonly kind: 'conclude'; readonly text: string; readonly parts: readonly SaidPart[] }
  /** `came`: there; else only that they have it. */
  | { readonly kind: 'take'; readonly came: boolean }
  | { readonly kind: 'finish'; readonly result: string }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'help'; readonly text: string }
  /** What others do or did, told and not ordered. */
  | { readonly kind: 'told'; readonly text: string }

const longest = 500
const gap = '[ ,，。:：;；、-]*'
const done =
  '(?:已经?|都|全部)?(?:完成|办结|办好|办完|做完|做好|搞定|处理好|处理完|弄好|弄完)(?:了|啦)?'

const doubting = /[?？]\s*$|(?:吗|么|呢)[?？。]*\s*$|要不要|能不能|可不可以|是不是|需不需要/
const finishing: readonly RegExp[] = [
  new RegExp(
    `^(?:我们|我处|我方)?(?:的)?协办(?:的)?(?:部分|任务|事项|工作)?${gap}${done}${gap}([\\s\\S]*)$`,
  ),
  /^(?:协办)(?:结果|反馈|办结)[:： ]+([\s\S]+)$/,
]
const refusing = new RegExp(
  `^(?:退回协办|协办退回|协办退单|协办退件|(?:我们|我处)?(?:不能|无法|不归我们?|不应由我们?)协办)(?:任务)?${gap}([\\s\\S]*)$`,
)
const taking =
  /^(?:我们?|我处)?(?:已经?)?(?:报到|到场|到现场|到了现场|签到|协办(?:收到|签收|接单)|(?:收到|签收|接)协办)(?:了|啦)?[ 。!！]*$/
const noting = new RegExp(`^协办(?:进展|进度|情况)${gap}([\\s\\S]+)$`)
const helping = new RegExp(`^协办(?:求助|有?困难|有问题)${gap}([\\s\\S]+)$`)
const concluding = new RegExp(
  `^(?:吹哨|现场|会商|碰头|联合|会办)(?:办公|碰头|会)?(?:的)?(?:结论|结果|议定|明确|商定)(?:是|为|如下)?${gap}([\\s\\S]*)$`,
)
const calling = new RegExp(`^(?:请)?(?:社区|街道)?吹哨${gap}([\\s\\S]*)$`)
const releasing =
  /^(?:现在|这件)?(?:不用|不需要|无需|不必|不再需要|不再请|不要|取消|撤销|撤回)(?:请|让|叫)?([\s\S]{0,40}?)(?:来|再)?(?:协办|报到|到场)(?:任务)?(?:了|啦)?[ ,，。:：;；]*([\s\S]*)$/
const asking =
  /^([\s\S]{0,60}?)(?:来|一起|共同|配合|负责)?(?:协办|协同办理|协助办理)(?:一下)?([\s\S]*)$/
const underWay = /(?:已经?|正在?|在|都|刚)\s*$/
const goesOn = /^\s*(?:了|过|着|的|中)/
const finished = /^\s*(?:完|结束|好了|到位)/
const optional =
  /[,，;； (（]*(?:不影响(?:主办)?办结|不(?:用|必)等(?:他们|它)?|没完成也可以?办结)[)）]?/

/** Takes `请城管协办：清理堆物，3天内`, `吹哨 城管、市政，今天下午3点5栋楼下`, `协办完成：已清运`; null for anything else. */
export function readJoint(words: string, at: Date, book: Rulebook): SaidOfJoint | null {
  const said = saidNumber(words.slice(0, longest)).rest.replace(/^[ ,，。:：]+|\s+$/g, '')
  if (!/协办|协同办理|协助办理|吹哨|报到|到场|到现场|到了现场|签到|结论|会商|议定|商定/.test(said))
    return null
  if (doubting.test(said)) return null
  if (taking.test(said)) return { kind: 'take', came: !/协办/.test(said) }
  for (const way of finishing) {
    const found = way.exec(said)
    if (found) return { kind: 'finish', result: trimmed(found[1] ?? '') }
  }
  const texts = [
    ['refuse', refusing],
    ['note', noting],
    ['help', helping],
  ] as const
  for (const [kind, way] of texts) {
    const found = way.exec(said)
    if (!found) continue
    const text = trimmed(found[1] ?? '')
    return kind === 'refuse' ? { kind, reason: text } : { kind, text }
  }
  const concluded = concluding.exec(said)
  if (concluded) {
    const text = trimmed(concluded[1] ?? '')
    return { kind: 'conclude', text, parts: partsIn(text, at, book) }
  }
  const called = calling.exec(said)
  if (called) return callIn(called[1] ?? '', at, book)
  const released = releasing.exec(said)
  if (released) {
    const offices = officesIn(released[1] ?? '', book).map(({ office }) => office)
    return { kind: 'release', offices, reason: trimmed(released[2] ?? '') }
  }
  return askIn(said, at, book)
}

function askIn(said: string, at: Date, book: Rulebook): SaidOfJoint | null {
  const [, head = '', tail = ''] = asking.exec(said) ?? []
  const offices = officesIn(head, book)
  const wants = /^(?:请|让|叫|由|商请|通知|增加|加)/.test(head)
  if (goesOn.test(tail) || (!wants && (underWay.test(head) || finished.test(tail))))
    return offices.length > 0 ? { kind: 'told', text: said } : null
  // an office that nobody knows here is asked after; what only mentions it is no order
  if (offices.length === 0) return wants ? { kind: 'ask', parts: [], required: true } : null
  const dueAt = dueIn(`${head} ${tail}`, at, book)
  const task = taskIn(tail)
  return {
    kind: 'ask',
    parts: offices.map(({ office }) => ({ office, task, dueAt })),
    required: !optional.test(tail),
  }
}

function callIn(said: string, at: Date, book: Rulebook): SaidOfJoint {
  const when = momentAhead(said, at, book)
  const offices = officesIn(said, book)
  const place = [...offices]
    .reverse()
    .reduce((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, said)
    .replace(when?.said ?? '', ' ')
    .replace(days, ' ')
    .replace(
      /(?:请|让|叫|通知|到|在|于|来|和|与|及|以及|碰头|集合|现场会|会商|一起|到场)(?=[ ,，。:：、]|$)|^[ ]*(?:请|让|叫|到|在)/g,
      ' ',
    )
    .replace(/[ ,，。:：;；、]+/g, ' ')
    .trim()
  return {
    kind: 'call',
    offices: offices.map(({ office }) => office),
    meetAt: when?.moment ?? null,
    place: place.replace(/^(?:到|在|于)/, '').slice(0, 40),
  }
}

const days =
  /(?:下下|下|这|本)?(?:周|星期|礼拜)[一二三四五六日天]|今[天日晚早]|明[天日晚早]|后[天日]|\d{1,2}月\d{1,2}[日号]|(?<!\d)\d{1,2}[号日](?![楼院线门栋店内])/g

/** Clauses that begin with an office say what it does from now on. */
function partsIn(text: string, at: Date, book: Rulebook): SaidPart[] {
  return text.split(/[;；。\n]+/).flatMap((clause): SaidPart[] => {
    const said = clause.replace(/^[ ,，]*(?:\d+[.、)）])?(?:由|请|让)?/, '')
    const [first, second] = officesIn(said, book)
    if (!first || first.from > 0) return []
    const both = second && /^[、和与及]+$/.test(said.slice(first.to, second.from)) ? second : null
    const task = taskIn(said.slice((both ?? first).to).replace(/^(?:负责|牵头)/, ''))
    const dueAt = dueIn(said, at, book)
    return task === ''
      ? []
      : [first, ...(both ? [both] : [])].map(({ office }) => ({ office, task, dueAt }))
  })
}

const within = new RegExp(
  `[,，;； ]*(?:限|在|于|请在|务必在)?(${numeral}|半)\\s*个?\\s*(?:工作日|小时|钟头|天|日|周|星期|礼拜|月)(?:之?内|以内)(?:完成|办完|办结|办好|搞定)?`,
)
const hours = new RegExp(`(${numeral}|半)\\s*个?\\s*(?:小时|钟头)(?:之?内|以内)`)

function dueIn(text: string, at: Date, book: Rulebook): Date | null {
  const inHours = readNumeral(hours.exec(text)?.[1] ?? '')
  if (inHours !== null) return new Date(at.getTime() + inHours * 3_600_000)
  const day = dayAhead(text, at, book)
  return day && endOf(day)
}

/** What is to be done, without until when. */
const taskIn = (text: string): string => trimmed(text.replace(optional, '').replace(within, ''))

const trimmed = (text: string) => text.replace(/^[ ,，。:：;；!！、]+|[ ,，。:：;；!！、]+$/g, '')
