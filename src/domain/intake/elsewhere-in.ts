import type { OtherWay } from '../petition/elsewhere.ts'
import type { Matter } from './matter.ts'

const within = '[^,，。;；!！?？\\n]'
const officials = '(?:书记|主任|支书|村长|村?干部|领导|公务员|党员)'

/** Plain words that a matter is in the hands of somebody whom the street may not forestall. */
const signs: readonly (readonly [OtherWay, RegExp])[] = [
  [
    'court',
    new RegExp(
      `(?:法院|法庭)${within}{0,8}(?:立案|受理|开庭|判[了决给]|在审|审理|执行)|(?:已经?|正在|早就)(?:向法院|到法院|去法院)?(?:起诉|提起诉讼|打官司)|官司(?:还|正)?在?打着|判决书(?:下来|已)`,
    ),
  ],
  [
    'arbitration',
    new RegExp(
      `仲裁[委庭院]?${within}{0,8}(?:受理|立案|开庭|裁[决了])|(?:已经?|正在)(?:申请|提起|走)?(?:劳动)?仲裁`,
    ),
  ],
  [
    'reconsideration',
    new RegExp(`(?:已经?|正在)(?:申请|提起|走)?行政复议|行政复议${within}{0,8}(?:受理|维持|正在)`),
  ],
  [
    'petitioning',
    new RegExp(
      `信访[局办件]?(?:部门|事项)?${within}{0,8}(?:受理|在办|正在|答复|复查|复核)|(?:已经?|正在)(?:走)?信访`,
    ),
  ],
  [
    'discipline',
    new RegExp(
      `${officials}${within}{0,14}(?:贪污|受贿|索贿|收${within}{0,8}(?:红包|回扣|好处费?)|吃拿卡要|以权谋私|挪用|侵吞)|纪[委检]${within}{0,6}(?:(?:已经?|正?在)(?:立案|受理|调?查)|(?:立案|受理)了)`,
    ),
  ],
  ['police', new RegExp(`(?:派出所|公安|警方|警察)${within}{0,8}(?:立案|在侦|侦[查办]|刑拘|拘留)`)],
]

/** What may come, is asked about, or did not happen. */
const notYet =
  /再不|不然|否则|要不|打算|准备|想[要去]|就去|只[好能]|怎么|如何|能不能|是不是|如果|要是|不(?:给|予|肯|受理|立案|审)|没(?:有)?(?:立案|受理|判)|以前|曾经|[吗呢][?？]?$|[?？]$/

/**
 * Where a matter is dealt with already, as far as its words say so plainly; null for all that is said of what may come, for
 * dangers, and for what is broken: that is to be mended, whatever courts say of who pays.
 */
export function elsewhereIn(
  words: readonly string[],
  { kind, urgency, danger }: Pick<Matter, 'kind' | 'urgency' | 'danger'>,
): OtherWay | null {
  if (danger || urgency.value !== 'normal' || kind.value === 'report') return null
  const clauses = words.flatMap((text) => text.slice(0, 1_000).match(/[^,，。;；!！\n]+/g) ?? [])
  for (const clause of clauses) {
    if (notYet.test(clause.trim())) continue
    const found = signs.find(([, sign]) => sign.test(clause))
    if (found) return found[0]
  }
  return null
}
