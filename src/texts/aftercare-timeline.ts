import type { FollowedUp } from '../domain/aftercare/follow-up.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { answerWords, callBackWords } from './aftercare-words.ts'
import { moment } from './moments.ts'

/** What the timeline says of a step after a petition was resolved. */
export function followUpText(step: FollowedUp, book: Rulebook): string {
  switch (step.kind) {
    case 'checked':
      return `现场核实：${step.fixed ? '办好了' : '没有办好'}${step.words && `（${step.words}）`}`
    case 'checkPassed':
      return `户长换届，改请${nameOf(step.to, book)}核实`
    case 'callBackAsked':
      return `交${nameOf(step.of, book)}回访（${callBackWords[step.why]}），${moment(step.dueAt)}前`
    case 'callBackReminded':
      return '回访到期提醒'
    case 'calledBack':
      return `回访：${answerWords(step)}`
    case 'lastingAsked':
      return `问过${step.of.length}户是否一直好着`
    case 'lasting':
      return `居民说一直好着${step.words && `（${step.words}）`}`
  }
}

const nameOf = (person: PersonId, book: Rulebook): string =>
  book.staff.find(({ id }) => id === person)?.name ?? '工作人员'
