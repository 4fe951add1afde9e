import type { Cue } from './cues.ts'
import type { Danger } from './matter.ts'
import type { ChatMessage } from './message.ts'
import { reachOf } from './own-home.ts'
import { anyOf } from './sayings.ts'
import type { Aboutness } from './topics-of.ts'
import { hasTrouble } from './trouble.ts'
import { isVague } from './vague.ts'
import type { Verdict } from './verdict.ts'

const mutes: readonly Cue[] = ['chain', 'trade', 'wish', 'lost', 'notice', 'borrow', 'rumour']

interface Signs {
  readonly text: string
  readonly cues: ReadonlySet<Cue>
  readonly verdict: Pick<Verdict, 'petition' | 'categories' | 'recalled'>
  readonly about: Aboutness
  readonly doors: readonly unknown[]
  readonly emergency: { readonly danger: Danger } | null
  readonly message: ChatMessage
  readonly isPrivate: boolean
}

/** Silence in a group; in private it is still worth a question, so that nobody is refused by memory alone. */
const whenRecalledAsIdle = 0.1

/** Whom people turn to, and how. */
const appeal = anyOf({
  reports: /反映|反应一?下|举报|投诉|报修|登记|求助|代[^,。]{0,8}报|求(?:社区|物业)|申请/,
  asksFor:
    /请(?:社区|街道|物业|村里|政府|领导|有关|相关|派|尽快|来人|网格|环保|城管|你们)|希望(?:多|社区|街道|物业|政府|能|有关|领导|周|可以)|建议|能不能|能否|可不可以|帮忙(?:问|查|看|解决|协调)/,
  whoCares: /(?:有人|谁|哪个|到底)[^,。]{0,3}管|管不管|管管|咋办|怎么办|找谁|凭啥|凭什么|要个说法/,
  comeAndLook: /派人|来人|来看看|看下|看一?下|处理一?下|解决一?下|快来/,
  praises: /表扬|领导(?:一定)?(?:知道|给)/,
  asksHow:
    /问(?:下|哈|一下)(?:村里|社区|你们|领导)|(?:怎么|如何|咋|哪里|在哪|去哪)(?:个)?(?:办|申请|报|领|交)|(?:能|可以)[^,。 ]{0,8}(?:报|办|申请|报销|上)[^,。 ]{0,6}(?:吗|么|不)|(?:啥|什么|么子)时候(?:能)?(?:发|到账|来|开|办|修)|要(?:带)?(?:啥|什么|哪些)(?:材料|手续|证)?|够不够|认不认/,
})
const praise = /(?:表扬|点名表扬|送锦旗|记一?功|领导[^,。 ]{0,3}(?:知道|给))/

/** What the words themselves say for a statement. */
export interface Spoken {
  readonly isTrouble: boolean
  readonly appeals: boolean
  readonly praises: boolean
  /** Names the speaker's own, where there is trouble. */
  readonly reaches: boolean
}

export const spokenIn = (text: string, isTrouble = hasTrouble(text)): Spoken => ({
  isTrouble,
  appeals: appeal.test(text),
  praises: praise.test(text),
  reaches: isTrouble && reachOf(text) !== null,
})

/** How surely a text states a matter for the street (0..1): the model's opinion, corrected by what it sounds like. */
export function statementStrength(signs: Signs, spoken: Spoken): number {
  const { text, cues, verdict, about, doors, emergency, message, isPrivate } = signs
  if (cues.has('opening') && !about.complete && doors.length === 0 && !emergency) return 0
  if (emergency) return cues.has('chain') || message.type === 'link' ? 0 : 1
  if (text.length < 3 || message.type === 'link') return 0
  if (verdict.recalled === 'idle') return whenRecalledAsIdle
  const muted = mutes.filter((cue) => cues.has(cue)).length
  const turned = spoken.appeals || message.mentionsUs
  const best = verdict.categories[0]?.p ?? 0
  let z = -2.6
  z += 0.45 * Math.max(-4, Math.min(4, logit(verdict.petition)))
  z += best > 0.8 ? 1.3 : best > 0.5 ? 0.9 : best > 0.25 ? 0.3 : -0.4
  if (about.complete) z += 1
  if (about.things.size > 0) z += 0.3
  if (spoken.isTrouble) z += 1.4
  if (turned) z += 1
  if (doors.length > 0) z += 0.5
  if (spoken.praises) z += 2
  if (text.length < 7) z -= spoken.isTrouble ? 0.3 : 0.8
  if (cues.has('injury')) z += 0.7
  if (spoken.reaches) z += 0.5
  if (isPrivate) z += 0.9
  if (isVague(text, about) && doors.length === 0) z -= 3
  z -= 2.2 * muted * (turned ? 0.6 : 1)
  if (cues.has('question') && !turned && !spoken.isTrouble) z -= 1.5
  for (const [cue, weight] of doubts)
    if (cues.has(cue) && !(cue === 'echo' && cues.has('further'))) z -= weight
  if (cues.has('addressed') && !message.mentionsUs) z -= 1.2
  return 1 / (1 + Math.exp(-z))
}

/** What makes a statement less likely, and how much. */
const doubts: readonly (readonly [Cue, number])[] = [
  ['joke', 3],
  ['elsewhere', 2.5],
  ['call', 4],
  ['opening', 4],
  ['thanks', 3],
  ['discretion', 1.5],
  ['done', 2.2],
  ['withdrawn', 3],
  ['status', 2.5],
  ['echo', 1.2],
  ['contrary', 1.6],
  ['offer', 2.5],
  ['advice', 1.6],
]

/** Cues that may weigh against a statement. */
export const doubtful: ReadonlySet<Cue> = new Set<Cue>([
  ...doubts.map(([cue]) => cue),
  ...mutes,
  'question',
  'addressed',
])

function logit(p: number): number {
  const safe = Math.min(0.999, Math.max(0.001, p))
  return Math.log(safe / (1 - safe))
}
