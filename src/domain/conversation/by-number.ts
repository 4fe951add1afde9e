import { saidNumber } from '../intake/said-number.ts'
import { normalise } from '../intake/text.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isOpen, petitioners } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'
import { statusLine } from './status-line.ts'

/** Longer texts tell something. */
const longest = 16
const asksHow = /^(?:现在)?(?:怎么样|咋样|怎样|如何|啥情况|什么情况|办?到哪|进[度展])/
const needless = /^(?:就)?(?:不用|不要|不需要)(?:了|再?(?:来|修|管|办|处理)了?)$/
/** What only those want whose petition it is, or who work on it. */
const wishes =
  /^(?:请|帮?我?)?(?:撤[回销掉了]|取消|删除|催|签收|办结|退回|转(?:[到给派]|\S{1,8}(?:办|所|队|中心|社区|网格|物业)$)|延期|并入|评价|不?满意|补充|更正|改成|[已可]?同意|修好了|[已可]以?办)|(?:撤[回销掉了]|取消|删除|催办?|签收|办结|退回|转派|同意|同意办结)$/

/**
 * What is wanted of one petition by its number, in few words: how it stands, that it is not needed any more; who is no part
 * of it hears that, and nothing comes of it. Null when it is about none, or more is said of it.
 */
export function byNumber(s: Situation, u: Understanding): readonly Move[] | null {
  const { number, rest } = saidNumber(s.words)
  const said = normalise(rest).replace(/^[\s,，。:：]+|[\s,，。!！?？~～]+$/g, '')
  if (number === null || said === '' || said.length > longest) return null
  const own = ownNumbered(number, s)
  const about = own ?? [...s.tasks, ...s.resolved].find((one) => one.number === number)
  if (about && asksHow.test(said))
    return [
      {
        ...{ kind: 'say', notice: { kind: 'status', lines: [statusLine(about, s.at, u.book)] } },
        outcome: 'statusTold',
      },
    ]
  if (own) {
    const isMine = own.reporter.person === s.speaker.id
    if (!isMine || !isOpen(own) || !needless.test(said)) return null
    const steps = [{ command: { kind: 'withdraw', reason: s.words }, by: 'speaker' }] as const
    return [{ kind: 'act', petition: own, steps, answer: 'withdrawn', outcome: 'withdraw' }]
  }
  if (s.speaker.staff || ![asksHow, needless, wishes].some((words) => words.test(said))) return null
  const refusal = s.numbered ? 'notYours' : 'notFound'
  const notice = { kind: 'refused', refusal, number } as const
  return [{ kind: 'say', notice, outcome: `refused ${refusal}` }]
}

/** Of who has many, only the latest are among their own (`Situation.own`). */
function ownNumbered(number: number, { own, numbered, speaker }: Situation) {
  const found = [...own, ...(numbered ? [numbered] : [])].find((one) => one.number === number)
  return found && petitioners(found).some(({ person }) => person === speaker.id) ? found : undefined
}
