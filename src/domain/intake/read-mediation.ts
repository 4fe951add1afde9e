import type { Side } from '../mediation/mediation.ts'
import { sides } from '../mediation/mediation.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dayAhead } from './day-ahead.ts'
import { momentAhead } from './moment-ahead.ts'
import { ended, handedOver, inProcedure, major } from './read-leaving-mediation.ts'
import { saidNumber } from './said-number.ts'
import { lacks, type SaidOfQuarrel, step } from './said-of-quarrel.ts'

const longest = 800
const asking = /[?？]\s*$|(?:吗|么|呢)[。!！]?$|^(?:能不能|可不可以|怎么|请问)/

const both = '(?:双方|两家|两边|两户|两方|当事人|大家|都)'
const other =
  '(?:对方|另一方|另外一方|被申请人|那边|那家|楼上(?:的|那家|住户)?|楼下(?:的|那家|住户)?|邻居)'
const own =
  '(?:反映人|申请人|报事人|来反映的|投诉人|这一方|居民|我(?:这边)?(?:本人)?(?=同意|愿意|不|拒绝))'
const wish = '(?:调解|协商|见面|坐下来谈|面谈|调处|谈)'
const willing = `(?:都|均|也|已经?|现在|表示|口头)*(?:同意|愿意|接受|肯|答应)(?:了|参加|进行|接受|由|让|社区|中心|我们|来|去|一起|出来)*${wish}`
const unwilling = `(?:都|均|也|已经?|现在|表示|明确|坚决|坚持)*(?:不(?:同意|愿意?|接受|肯|想|答应|参加)|拒绝)(?:了|参加|进行|接受|由|让|社区|中心|我们|来|去|一起|出来)*${wish}`

/** Tried in order: what speaks of failure before what speaks of success. */
const grammars: readonly ((said: string, at: Date, book: Rulebook) => SaidOfQuarrel | null)[] = [
  consent,
  confirmed,
  performed,
  visited,
  party,
  inProcedure,
  handedOver,
  registered,
  major,
  ended,
  held,
  settled,
  met,
  appointed,
]

/**
 * Takes what mediators say of a quarrel: `双方同意调解`, `明天下午3点在社区调解室见面`, `第一次调解没谈成：…`,
 * `调解成功：…`, `移交矛调中心`, `双方去法院了，案号…`, `已履行`. Null for questions and anything else.
 */
export function readMediation(words: string, at: Date, book: Rulebook): SaidOfQuarrel | null {
  const { rest } = saidNumber(words.slice(0, longest))
  const said = rest.replace(/^[\s,，。:：]+|\s+$/g, '').replace(/^(?:这件|该件|此件)[,，]?/, '')
  if (!said || asking.test(said)) return null
  for (const read of grammars) {
    const found = read(said, at, book)
    if (found) return found
  }
  return null
}

const lead = '(?:经(?:沟通|联系|劝说|做工作)[,，]?)?'
const consents: readonly (readonly [RegExp, readonly Side[] | null])[] = [
  [new RegExp(`^${lead}${both}`), sides],
  [new RegExp(`^${lead}${other}`), ['respondent']],
  [new RegExp(`^${lead}${own}`), ['applicant']],
  [/^/, null],
]

function consent(said: string): SaidOfQuarrel | null {
  for (const [who, of] of consents) {
    const [named] = who.exec(said) ?? []
    if (named === undefined) continue
    const rest = said.slice(named.length)
    const agrees = new RegExp(`^${willing}`).test(rest)
    if (!agrees && !new RegExp(`^${unwilling}`).test(rest)) continue
    return of ? step({ kind: 'consent', sides: of, agrees }) : lacks('who')
  }
  return null
}

function confirmed(said: string): SaidOfQuarrel | null {
  if (!/^[^,，。:：]{0,14}司法确认/.test(said)) return null
  const applied = !/不(?:申请|需要|用|办|做)|放弃|没(?:有)?申请/.test(said)
  return step({ kind: 'confirm', applied })
}

function performed(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:协议|双方|两家|对方|当事人|内容|款项?|钱|都|已经?|全部|按期|按协议|按时|按约|约定)*(没(?:有)?(?:按[^,，。:：]{0,4})?|未(?:按[^,，。:：]{0,4})?|不|拒不|拒绝)?(?:履行|兑现|付清|赔到位)(?:了|完毕|完成|到位|完|协议)*[。!！]?(?:[,，:：、\s]+([\s\S]*))?$/.exec(
      said,
    )
  return found && step({ kind: 'perform', kept: !found[1], text: (found[2] ?? '').trim() })
}

function visited(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:已经?|今天|昨天|上午|下午|上门|入户|电话)*回访(?:了|过|双方|当事人|两家|情况)*[,，:：、。\s]*([\s\S]*)$/.exec(
      said,
    )
  if (!found) return null
  const text = (found[1] ?? '').trim()
  return text ? step({ kind: 'visit', text }) : lacks('visit')
}

function party(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:对方|另一方|被申请人)(?:当事人)?(?:是|为|系|叫)[:：\s]*([^\s][\s\S]{0,80})$/.exec(said)
  return found ? step({ kind: 'party', called: (found[1] ?? '').trim() }) : null
}

function registered(said: string): SaidOfQuarrel | null {
  const isSaid =
    /^(?:矛调)?(?:中心)?(?:已经?)?(?:登记|受理|立案|收案|接案)(?:了|受理|在册)*(?:[,，。!！]|$)/.test(
      said,
    )
  return isSaid ? { kind: 'registered' } : null
}

const failed =
  /没(?:有)?(?:谈成|谈拢|谈好|调成|调解成|调解成功|成功|达成|说拢|结果)|未(?:谈成|成功|达成|成|果)|谈崩|谈不拢|谈不成|不欢而散|不成功|失败|调解不成|没成/
const adjourned =
  /择(?:日|期)再|改(?:天|日)再|下(?:次|回)再|休会|暂停调解|中止调解|另(?:行)?(?:约|择)|回去(?:考虑|商量)|再约/
const ofSession =
  /^(?:第\s*[一二三四五六七八九十\d]{1,2}\s*[次轮]|这次|本次|首次|今天|昨天|上午|下午|刚才|刚刚|今早|社区|双方|两家|调解|协商|面谈|会|的|又|还是|都|没|未|谈|不欢而散|失败|休会|择|改天|改日|下次)/

/** A sitting without a result, or one that goes on another day. */
function held(said: string): SaidOfQuarrel | null {
  const [head = ''] = /^[^:：]{0,40}/.exec(said) ?? []
  if (!ofSession.test(said)) return null
  const outcome = failed.test(head) ? 'failed' : adjourned.test(head) ? 'adjourned' : null
  if (!outcome) return null
  const record = said.includes('：') || said.includes(':') ? said.slice(head.length + 1) : said
  const words = record.trim()
  const isBare = words === said && words.length < 14
  return isBare ? lacks('record') : step({ kind: 'hold', outcome, record: words })
}

const success =
  /^(?:第\s*[一二三四五六七八九十\d]{1,2}\s*[次轮]|这次|本次|今天|昨天|上午|下午|刚才|刚刚|双方|两家|两边|当事人|终于|当场|已经|已(?!经)|现在|经|多次|都|自愿|口头|书面|社区|中心|的|，|,)*(?:调解(?:成功|好了|成了|达成)|达成(?:了)?(?:一致|口头|书面|调解|和解)*(?:协议|和解|一致|谅解)?|谈成了?|谈拢了?|谈好了|和解了?|签(?:了|订了?|好)?(?:人民)?(?:调解|和解)?协议(?:书)?)(?:了|协议|书|意见)*/

function settled(said: string, at: Date, book: Rulebook): SaidOfQuarrel | null {
  const [head] = success.exec(said) ?? []
  if (head === undefined) return null
  const content = said
    .slice(head.length)
    .replace(/^[\s,，:：。、]*(?:协议)?(?:内容)?(?:是|为|如下)?[\s,，:：。、]*/, '')
    .trim()
  if (content.length < 4) return lacks('content')
  return step({
    kind: 'settle',
    content,
    performBy: dayAhead(content, at, book),
    oral: /口头/.test(said),
  })
}

function met(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:今天|昨天|上午|下午|刚才|刚|已经?|都)*(?:和|跟|与|约)?(?:双方|两家|两边|当事人|两户)?(?:都|分别|已经?)*(?:见[过了]面了?|见面了|(?<=已|经)见面|见过|约见(?:了|过)|约谈(?:了|过)|走访(?:了|过)|上门(?:了解|见)(?:了|过))(?:了|过)?(?:双方|两家|当事人|两边|两户)?(?:$|[,，:：、。\s]+([\s\S]*)$)/.exec(
      said,
    )
  return found && step({ kind: 'met', text: (found[1] ?? '').trim() })
}

const meeting = /见面|约见|碰头|碰面|面谈|调解|协商|坐下来谈|谈一?谈|开会/
const where =
  /(?:在|到|来|去)([^,，。:：\d]{1,20}?(?:室|厅|楼|处|中心|社区|居委会|村委会|办公室|活动站|家里|家|所|站|院|公园|物业))(?:里)?(?:见面|约见|碰头|碰面|面谈|进行|调解|协商|坐下来|谈|开会|$|[,，。])/

/** When and where the parties meet; only of what is ahead. */
function appointed(said: string, at: Date, book: Rulebook): SaidOfQuarrel | null {
  if (!meeting.test(said) || said.length > 80) return null
  const heldAt = momentAhead(said, at, book)?.moment ?? null
  const speaksOfTime = heldAt !== null || dayAhead(said, at, book) !== null
  if (!speaksOfTime && !/^(?:约|约好|定|安排)/.test(said)) return null
  if (!heldAt) return lacks('time')
  const place = where.exec(said)?.[1]?.trim()
  return place ? step({ kind: 'appoint', heldAt, place }) : lacks('place')
}
