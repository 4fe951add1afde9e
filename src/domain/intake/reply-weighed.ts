import type { PlaceContext } from './place-in.ts'
import type { Reply, ReplyContext } from './reply.ts'
import { agreesOnly, amendedLoosely, corrects } from './reply-confirm.ts'
import { likelihoods, type ReplyHead } from './reply-head.ts'
import { states } from './reply-idle.ts'
import { moodsIn } from './reply-plain.ts'
import { pointsIn, type Score } from './reply-scores.ts'
import { reasonIn } from './reply-survey.ts'
import { passesOn, taskReply } from './reply-task.ts'
import { traitsOfReply } from './reply-traits.ts'
import type { Understanding } from './understanding.ts'
import { doubtsDone } from './work-done.ts'

/** What was learnt of replies: the act in each context, and of a survey's answers whether solved and how well. */
export type ReplyHeads = Readonly<Record<ReplyContext | 'solved' | 'score', ReplyHead>>

/** A reply as the rules take it: normalised, as it was written, and what it answers. */
export interface SaidReply {
  readonly text: string
  readonly raw: string
  readonly context: ReplyContext
  readonly place: PlaceContext
}

/**
 * What the rules made of a reply, put right by what was learnt where that is sure enough. Forms that nobody could mean
 * otherwise stay as the rules have them; what would do something is believed less easily than what would not.
 */
export function weighed(ruled: Reply, said: SaidReply, heads: ReplyHeads, u: Understanding): Reply {
  if (isPlain(ruled, said)) return ruled
  const traits = traitsOfReply(said.text, said.raw, ruled)
  const act = actOf(ruled, said, likelihoods(traits, heads[said.context]))
  const reply = act === 'rate' ? rated(ruled, said, traits, heads) : null
  const isOver = reply?.act === 'rate' && reply.solved === true
  if (!isOver && isAnotherMatter(ruled, said, u)) return ruled
  if (reply) return reply
  return act === ruled.act ? ruled : replyOf(act, said, u)
}

/** Forms that nobody could mean otherwise, and signs that say nothing. */
function isPlain(ruled: Reply, { text, raw, context }: SaidReply): boolean {
  if (text === '' && moodsIn(raw).every((mood) => mood === 'odd')) return true
  switch (context) {
    case 'survey':
      return ruled.act === 'rate' && ruled.score !== null && !/[a-z\u3400-\u9fff[]/i.test(raw)
    case 'confirm':
      return isPlainAnswer(ruled, text, raw)
    case 'task':
      if (ruled.act === 'transfer') return ruled.to !== null
      return ruled.act === 'accept' ? !/[?？]/.test(text) : saysPlainly(ruled.act, text)
    case 'ask_place':
      return ruled.act === 'place'
    case 'idle':
      return ruled.act === 'tasks' || ruled.act === 'urge' || ruled.act === 'unjoin'
  }
}

/** What the rules take for no answer, and what would be registered by itself; `不是…` answers what was asked. */
const isAnotherMatter = (ruled: Reply, said: SaidReply, u: Understanding): boolean =>
  ruled.act === 'other' &&
  (said.context === 'survey' || (said.context === 'confirm' && !corrects(said.text))) &&
  states(said.raw, u)

/** `对的 登吧`, `不用了`, `撤回吧`, or a place that is put right. */
const isPlainAnswer = (ruled: Reply, text: string, raw: string): boolean =>
  (ruled.act === 'yes' && agreesOnly(raw)) ||
  (ruled.act === 'no' && plainNo.test(text)) ||
  (ruled.act === 'withdraw' && plainlyBack.test(text)) ||
  (ruled.act === 'amend' && ruled.place !== null)

const plainNo = /^(?:不(?:用|要|必|需要|是)?|别登?|算了|没有)[了啊吧啦]?[ 。!！]*$/
const plainlyBack = /^(?:那就?|请|帮我)?(?:撤(?:了|回|销|掉)|取消)(?:登记)?[了吧啊]?[ 。!！]*$/
const plainReturn = /退(?:回|件|单|了)|驳回/
const plainResult = /办结[了。!！ ]*$/
const saysPlainly = (act: string, text: string): boolean =>
  (act === 'return' && plainReturn.test(text)) || (act === 'resolve' && plainResult.test(text))

/** What would do something needs to be as likely as this, to be believed against the rules. */
const needs: Readonly<Record<string, number>> = {
  yes: 0.6,
  withdraw: 0.6,
  resolve: 0.6,
  amend: 0.6,
  status: 0.6,
  help: 0.6,
  handover_to_human: 0.7,
  place: 2, // a place that rules cannot read is none that we could use
}
const usualNeed = 0.45
/** Small talk is all around a confirmation: what the rules take for that needs more. */
const needAfterNothing = 0.75
/** `办不了`, `谁办结的`: mostly said in passing. */
const needOfDoubted = 0.8
/** A matter is not to be lost for a question about an older one. */
const needAfterMatter = 0.95
const actsOnOld: ReadonlySet<string> = new Set(['status', 'help', 'handover_to_human'])
/** Of what the rules say: below this it is not done, though nothing else is sure. */
const hardlyMeant = 0.15
/** … and of what would do something. */
const hardlyDone = 0.35

function actOf(
  ruled: Reply,
  { text, context }: SaidReply,
  odds: ReadonlyMap<string, number>,
): string {
  const [best, p] = [...odds].reduce((a, b) => (b[1] > a[1] ? b : a))
  if (context === 'task' && ruled.act === 'note' && doubtsDone(text)) {
    // a question, or work that is not done, closes nothing and goes nowhere unless that is plain
    return p >= (best === 'resolve' || best === 'accept' ? 2 : needOfDoubted) ? best : 'note'
  }
  // who is named, and whether it is theirs, the rules tell better
  if (best === 'transfer' && (ruled.act === 'return' || !passesOn(text))) return ruled.act
  if (ruled.act === 'new' && actsOnOld.has(best)) return p >= needAfterMatter ? best : 'new'
  const fromNothing = context === 'confirm' && ruled.act === 'other'
  if (p >= (fromNothing ? needAfterNothing : (needs[best] ?? usualNeed))) return best
  const stays = (odds.get(ruled.act) ?? 0) >= (ruled.act in needs ? hardlyDone : hardlyMeant)
  return stays ? ruled.act : context === 'task' ? 'note' : 'other'
}

function rated(
  ruled: Reply,
  { text, raw }: SaidReply,
  traits: readonly string[],
  heads: ReplyHeads,
): Reply {
  const { solved, score } = ruled.act === 'rate' ? ruled : ({ solved: null, score: null } as const)
  const points = pointsIn(raw) ? score : scoreOf(score, likelihoods(traits, heads.score))
  return {
    petition: null,
    act: 'rate',
    solved: solvedOf(solved, points, likelihoods(traits, heads.solved)),
    score: points,
    reason: reasonIn(text),
  }
}

/** Taking for solved what is not hurts most: that needs to be surer than the contrary. */
const solvedFrom = 0.6
const unsolvedFrom = 0.5

/** The lowest score beside a praise is mostly mockery: then it takes more. */
const solvedThoughWorst = 0.85

function solvedOf(
  ruled: boolean | null,
  points: Score | null,
  odds: ReadonlyMap<string, number>,
): boolean | null {
  const yes = odds.get('true') ?? 0
  const no = odds.get('false') ?? 0
  if (yes >= (points === 1 ? solvedThoughWorst : solvedFrom)) return true
  if (no >= unsolvedFrom) return false
  return ruled !== null && (ruled ? yes : no) >= hardlyMeant ? ruled : null
}

function scoreOf(ruled: Score | null, odds: ReadonlyMap<string, number>): Score | null {
  const [best] = [...odds].reduce((a, b) => (b[1] > a[1] ? b : a))
  if (best !== 'null') return Number(best) as Score
  return (odds.get('null') ?? 0) < 0.7 ? ruled : null
}

/** An act that the rules did not see, with what can be read for it. */
function replyOf(act: string, { text, raw, place }: SaidReply, u: Understanding): Reply {
  const petition = null
  switch (act) {
    case 'reopen':
    case 'withdraw':
      return { petition, act, reason: text }
    case 'amend':
      return { petition, act, ...amendedLoosely(text, place, u) }
    case 'accept':
    case 'resolve':
    case 'return':
    case 'transfer':
    case 'extend':
    case 'ask_help':
    case 'note':
      return taskReply(act, text, raw, u.book)
    case 'yes':
    case 'no':
    case 'decline':
    case 'status':
    case 'new':
    case 'help':
    case 'handover_to_human':
    case 'thanks':
      return { petition, act }
    default:
      return { petition, act: 'other' }
  }
}
