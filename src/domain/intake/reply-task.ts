import type { DepartmentCode, UnitCode } from '../ids.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { numeral, readNumeral } from './numerals.ts'
import type { Reply } from './reply.ts'
import { anyOf } from './sayings.ts'
import { doubtsDone, saysDone } from './work-done.ts'

const transfers =
  /(?:转|移交|交|派|改派|划|推送?)(?:给|到|至|办|派|去|往)?|上交|接(?:手|管|办)|牵头|归[^,，。 ]{1,10}管|该[^,，。 ]{1,10}管|是[^,，。 ]{1,10}的(?:事|活|职责)/
/** Whether a text has a word for passing a task on. */
export const passesOn = (text: string): boolean => transfers.test(text)

const returns = anyOf({
  back: /退回|退了|退件|退掉|退给|退单|退吧|驳回|打回/,
  notMine:
    /派错|派给我(?:干|做)(?:嘛|啥|什么)|(?:不(?:是|归|属|在)|非)(?:我|本|咱)?(?:们)?(?:的)?[^,，。]{0,6}(?:地界|辖区|范围|管|职责|网格|片区|片)|管不(?:了|着)/,
  nobodyThere: /查无(?:此|这)/,
  twice: /重复(?:件|单|工单|派)/,
  unclear: /(?:地址|位置|信息)[^,，。]{0,6}(?:不详|不清|不对|有误|错)/,
})

const extendWords =
  /延(?:期|长|时|后|迟|缓)?(?=.{0,4}(?:\d|[一二两三四五六七八九十半几]|$|一下|办|到))|宽限|(?:多|再)(?:给|要|等)[^,，。]{0,4}(?:天|日|周|星期)|推迟|缓(?:一|几|两|三)?(?:下|天)|申请延|晚(?:几|两|三|一)天/
const helpWords =
  /(?:请|需要?|要|求|申请|希望|麻烦|叫|让)[^,，。]{0,14}(?:协助|配合|支援|帮忙|帮一?把|搭把手|支持|会同|(?:一起|一块儿?|一同|共同)(?:去|来|处理|调解|上门|看|查|协调|劝|做工作)|派(?:个|名|几个)?人(?:一起|来帮|帮|协助|配合)|联合|出面|出马|到场|介入|增援|派人来帮|过来帮)|协助(?:处理|一下)|一个人(?:弄|搞|搬|抬|处理)不(?:动|了|来)|(?:人手|设备)不够|吊车|协办/
const accepting = anyOf({
  pause: /[ ,，。!！]/,
  received: /(?:已)?收(?:到|着)(?:了|哒|咯)?|(?:已)?签收|(?:已)?接(?:单|了|收)?|领了|受理/,
  fine: /好(?:的|嘞|滴|吧|呀)?|嗯|行|可以|1|ok|OK|Ok|知道(?:了|哒|咯)|晓得(?:了|哒|咯)?|要得|得嘞|妥(?:了|妥)?|中(?:了|嘞)?|明白|没问题|了解/,
  soon: /(?:我)?马上(?:去|到|过去|处理|来|安排)?(?:看|看看|处理|现场)?|(?:我)?(?:这就|现在就?|立即|立刻|今天|上午|下午|晚上|明早|后晌|下晌|晌午|中午|傍晚|今晚|明天|一会儿?|等会儿?|待会儿?|稍后|尽快)就?(?:去|过去|到|处理|安排|派人|看)?(?:看|看看|现场|一下|处理)?/,
  drives: /(?:我)?(?:骑|开|坐|走)[^,，。 ]{0,4}(?:过去|去|来|到)/,
  within:
    /(?:\d{1,2}|[一二两三四五六七八九十半几]{1,3})个?(?:多)?(?:分钟|小时|钟头?|点)(?:左右)?(?:就?到|内|后|过去|去)?/,
  goes: /(?:我)?(?:去|来)(?:看看|看|处理|跟进)|安排(?:人|上)?|我来|这就去|过去(?:看|看看)?|派人去?/,
  signs: /👌|👍|\[OK\]|\[好的\]/,
})
const accepts = new RegExp(`^(?:${accepting.source})+$`)

/** The plain words that staff are taught, at the beginning or at the end: they outweigh whatever else is said. */
const taught: readonly { readonly act: 'accept' | 'resolve'; readonly words: RegExp }[] = [
  { act: 'resolve', words: /(?:^|[,，。;；!！ ])(?:已经?)?(?:办结|办好|办完)了?[。!！ ]*$/ },
  {
    act: 'accept',
    words: /^[ ,，]*(?:收到[,， ]*)?(?:签收|接单|收到)了?(?:$|[,，。!！ ])(?!.*(?:退回|转给|转派))/,
  },
]

/** What a member of staff answers to a task. */
export function readTask(text: string, raw: string, book: Rulebook): Reply {
  const petition = null
  const body = text.slice(0, 500)
  if (/^[1１]$/.test(body) || accepts.test(raw.trim().slice(0, 30)))
    return { petition, act: 'accept' }
  const plain = taught.find(({ words }) => words.test(body))?.act
  if (plain === 'accept') return { petition, act: plain }
  const doubted = doubtsDone(body)
  if (plain === 'resolve' && !doubted) return { petition, act: plain, note: resultIn(raw) }
  if (extendWords.test(body)) return taskReply('extend', body, raw, book)
  if (helpWords.test(body) && !/退回|转给/.test(body)) return taskReply('ask_help', body, raw, book)
  const to = namedOffice(body, book)
  if (to && transfers.test(body) && !onlyReturned(body))
    return taskReply('transfer', body, raw, book)
  if (returns.test(body)) return taskReply('return', body, raw, book)
  if (saysDone(body)) return taskReply('resolve', body, raw, book)
  if (!doubted && /办结|完事了?$|搞定/.test(body)) return taskReply('resolve', body, raw, book)
  if ((to && transfers.test(body)) || toSomebody.test(body))
    return taskReply('transfer', body, raw, book)
  return body.length < 2 ? { petition, act: 'other' } : taskReply('note', body, raw, book)
}

/** An act of staff with what the words give for it: whom to, how long, why. */
export function taskReply(
  act: 'accept' | 'resolve' | 'return' | 'transfer' | 'extend' | 'ask_help' | 'note',
  text: string,
  raw: string,
  book: Rulebook,
): Reply {
  const petition = null
  const said = raw.trim()
  switch (act) {
    case 'accept':
      return { petition, act }
    case 'resolve':
      return { petition, act, note: resultIn(raw) }
    case 'return': {
      const reason = without(raw, clauseWith('退回|退了|退件')) || said
      return { petition, act, reason: bareReturn.test(text) ? '' : reason }
    }
    case 'transfer':
      return { petition, act, to: namedOffice(text, book), reason: ordered(said) }
    case 'extend': {
      const reason = without(raw, clauseWith('延|宽限'))
      return { petition, act, days: daysIn(text), reason }
    }
    case 'ask_help':
      return { petition, act, text: said }
    case 'note':
      return { petition, act, text: said.replace(saysNews, '') || said }
  }
}

/** `转城管：按职责`: whom to is told anyway; an order alone is its own reason. */
const ordered = (said: string) =>
  said.replace(/^(?:请|麻烦)?(?:改|转)?(?:派|转|交)[^,，。;；:：\s]{1,12}[:：]\s*(?=\S)/, '')

/** Petitioners are told “有进展：” anyway. */
const saysNews = /^(?:最新|目前)?进[展度](?:情况|如下)?[:：\s]+/

/** "退回" and nothing else: no reason is said. */
const bareReturn = /^[ ,，:：]*(?:这个|这件|申请)?退(?:回|件|掉|单|了)?(?:了|吧|一下)?[ 。!！]*$/
/** An order to pass it on, to an office that nobody here knows. */
const toSomebody = /^[ ,，:：]*(?:请|麻烦)?(?:转派|改派|移交|转)(?:给|到|至)\S{2,10}$/

/** `是燃气公司的事`: said of somebody else than the speaker. */
const theirs =
  /(?:(?<![不非])是|(?<!不)归|(?<!不)该|(?<!不)属于?|应该?(?:由|找))(?![^,，。 ]{0,2}(?:我|本|咱))[^,，。 ]{2,10}(?:的(?:事|活|职责|范围)|管(?!辖)|负责)/

/** Sent back without saying to whom, though an office is mentioned. */
const onlyReturned = (text: string) =>
  returns.test(text) &&
  !/(?:请|建议|麻烦)?(?:转|移交|改派|上交|交给|派给(?!我)|接手|接管)/.test(text) &&
  !theirs.test(text)

/** The clause of the order itself, up to its colon: what is said after that is the reason. `到18:00` is one word. */
function clauseWith(words: string): RegExp {
  const rest = '(?:[^,，。;；:： \\n]|(?<=\\d)[:：](?=\\d))*'
  return new RegExp(`${rest}(?:${words})${rest}[,，;；]?`, 'g')
}

const resultIn = (text: string) => without(text, /(?:可以)?(?:办结|完事|搞定)了?/g) || text

function without(text: string, words: RegExp): string {
  return text
    .replace(words, '')
    .replace(/^[ ,，。!！:：;；]+|[ ,，。!！:：;；]+$/g, '')
    .trim()
}

/** `5天`, `三天`, `一个星期`, `半个月`; null when no amount is said. */
export function daysIn(text: string): number | null {
  const found = new RegExp(`(${numeral}|半)\\s*个?\\s*(天|日|周|星期|礼拜|月)`).exec(text)
  const amount = found?.[1] ? readNumeral(found[1]) : null
  if (amount === null || !found) return null
  const unit = found[2] === '月' ? 30 : found[2] === '天' || found[2] === '日' ? 1 : 7
  const days = Math.round(amount * unit)
  return days > 0 && days <= 366 ? days : null
}

/** The office that is named: a department first, then a unit; the longest name wins. */
function namedOffice(text: string, book: Rulebook): DepartmentCode | UnitCode | null {
  let best: { code: DepartmentCode | UnitCode; length: number } | null = null
  const offices = [
    ...book.departments,
    ...book.units.filter(({ kind }) => kind !== 'household_group'),
  ]
  for (const { code, name, aliases } of offices) {
    for (const said of [name, ...aliases, ...shortNames(name)]) {
      if (said.length > 1 && said.length > (best?.length ?? 0) && text.includes(said)) {
        best = { code, length: said.length }
      }
    }
  }
  return best?.code ?? null
}

/** What people make of an office's name. */
export const shortNames = (name: string): readonly string[] => {
  const centre = /矛盾纠纷/.test(name) ? ['矛调中心', '调解中心', '矛调'] : []
  const short = name.replace(/(?:办公室|建设办|服务中心|大队|中队|队|所|办|公司|站|局)$/, '')
  return short.length > 1 && short !== name ? [short, ...centre] : centre
}
