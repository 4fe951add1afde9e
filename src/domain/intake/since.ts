import type { Day } from '../deadlines/limit.ts'
import { dayNumber, dayOf } from './days.ts'
import type { Field } from './matter.ts'
import { sayings } from './since-sayings.ts'

const future = /^(?:明|后|过两|下)/
const recurring =
  /每天|天天|每晚|每日|每周|每到|经常|老是|总是|隔三差五|三天两头|时不时|动不动|长期|一直以来|成日|日日/
const again = /又|再次|再一次/
const repair =
  /打(?:了|过|过了)?[^,，。\n]{0,6}(?:电话|热线)|报修|物业(?:说|讲|来)|师傅(?:说|来)|(?:来|去|上门)看(?:过|了)|反映过|找过|联系|投诉过|登记|说(?:是)?(?:明|后|过)|问过|答应|通知|预报|收到|看到(?:通知|消息)/
const clauseEnd = /[,，。;；!！?？\n]/

/** The first day of the problem, when it is said or can be counted from `at`; null for rough spans. */
export function sinceIn(text: string, at: Date): Field<Day | null> {
  const words = text.slice(0, 2000)
  const today = dayNumber(at)
  for (const saying of sayings) {
    saying.pattern.lastIndex = 0
    for (const found of words.matchAll(saying.pattern)) {
      if (saying.incident && !begun(words, found)) continue
      const day = saying.day(found as RegExpExecArray, today, at)
      if (day !== null && day <= today) {
        return { value: dayOf(day), confidence: saying.confidence, because: found[0] }
      }
    }
  }
  return { value: null, confidence: 0.7, because: '没说' }
}

/** Whether a day on which something happened is the beginning: not one more time, not a call to the repair service. */
function begun(text: string, found: RegExpMatchArray): boolean {
  const start = found.index ?? 0
  const rest = text.slice(start + found[0].length)
  const end = rest.search(clauseEnd)
  const clause = rest.slice(0, end < 0 ? 40 : end)
  if (future.test(clause) || recurring.test(text) || repair.test(clause)) return false
  return !again.test(clause.slice(0, 16)) && !/^(?:气|的天|天气)/.test(clause)
}
