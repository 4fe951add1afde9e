import type { OtherWay } from '../petition/elsewhere.ts'
import { saidNumber } from './said-number.ts'

export interface SaidElsewhere {
  /** null: out of scope, and not said where it belongs. */
  readonly way: OtherWay | null
  readonly reason: string
}

const outOfScope =
  /^[这该]?件?(?:不予受理|(?:不属于?|不在|超出)(?:街道|社区|我们|本级)?的?(?:受理|办理|职权)范围|请?(?:引导|告知)(?:居民|反映人|当事人)?(?:依法)?(?:走|去|到|向|找))/
const orders = /退回|退单|转派|转给|改派|移交|[?？]$/
const ways: readonly (readonly [OtherWay, RegExp])[] = [
  ['reconsideration', /复议/],
  ['arbitration', /仲裁/],
  ['court', /法院|诉讼|起诉|官司|判决/],
  ['discipline', /纪[委检]|监察|12388/],
  ['petitioning', /信访/],
  ['police', /110|派出所|公安|报警|警方/],
]

/** Takes `1027 不予受理：已向法院起诉`, `不属于受理范围，正在信访复查`; null for anything else. */
export function readElsewhere(words: string): SaidElsewhere | null {
  const said = saidNumber(words.slice(0, 500)).rest.replace(/^[ ,，。:：]+|\s+$/g, '')
  if (!outOfScope.test(said) || orders.test(said)) return null
  const way = ways.find(([, sign]) => sign.test(said))?.[0] ?? null
  // of the scope of an office people speak when they mean to return it
  if (way === null && !said.startsWith('不予受理')) return null
  const reason = said.replace(/^[^,，。:：]*[,，。:：]\s*/, '')
  return { way, reason }
}
