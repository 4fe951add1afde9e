import type { HistoryLine, Who } from '../../domain/cards/card-view.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { stepNames } from '../mediation-words.ts'
import { moment } from '../moments.ts'
import { eventLabels, eventWords } from '../timeline.ts'
import { roleWords } from '../words.ts'

const whoWords: Readonly<Record<Exclude<Who['kind'], 'staff'>, string>> = {
  clock: '系统',
  reporter: '反映人',
  supporter: '附议居民',
  resident: '居民',
}

/** What happened and who did it, and what was said with it: `3月4日（周三）18:30 签收 承办人（安居物业）`. */
export function historyWords(
  { kind, at, by, event, step, throughApi }: HistoryLine,
  book: Rulebook,
): { readonly when: string; readonly fact: string; readonly words: string } {
  const who = by.kind === 'staff' ? `${roleWords[by.role]}（${by.office}）` : whoWords[by.kind]
  return {
    when: moment(at),
    fact: `${eventLabels[kind]}${step ? `（${stepNames[step]}）` : ''} ${who}${throughApi ? '，经接口' : ''}`,
    words: event ? eventWords(event, book) : '',
  }
}
