import { isOfficeNews, type Section, sectionOf, sections } from '../domain/notices/calm.ts'
import type { Notice } from '../domain/notices/notice.ts'
import { moment } from './moments.ts'
import { duty, levelWords, roleWords, title, whyTask } from './words.ts'

const sectionWords: Readonly<Record<Section, string>> = {
  late: '超期',
  due: '临期',
  new: '待办',
  news: '消息',
}

type Say = (notice: Notice) => string

/**
 * Several notices to one reader in one message. What is urgent comes first; office news is a digest, and who is told that
 * something was done is not reminded of it in the same breath.
 */
export function together(notices: readonly Notice[], say: Say): string {
  if (notices.length < 2) return notices.map(say).join('\n')
  const urgent = notices.filter(isUrgent)
  const others = notices.filter((notice) => !isUrgent(notice))
  if (!others.every(isOfficeNews)) return withoutAnswered(notices).map(say).join('\n')
  return [...urgent.map(say), ...(others.length > 0 ? [digest(others, say)] : [])].join('\n')
}

const isUrgent = (notice: Notice) => notice.kind === 'task' && notice.task.urgent

/**
 * How much of what, the most pressing first, each in the order in which it happened, and how to answer. The same line is
 * said once.
 */
function digest(notices: readonly Notice[], say: Say): string {
  const own = withoutAnswered(notices)
  const [first, ...more] = own
  if (first && more.length === 0) return say(first)
  const parts = sections.flatMap((section) => {
    const theirs = own.filter((one) => sectionOf(one) === section)
    const lines = [...new Set(theirs.map((one) => lineOf(one, say)))]
    return lines.length > 0 ? [{ name: sectionWords[section], lines }] : []
  })
  return [
    `【汇总】${parts.map(({ name, lines }) => `${name}${lines.length}件`).join('、')}`,
    ...parts.flatMap(({ name, lines }) => [`${name}：`, ...lines]),
    '回“编号 签收”“编号 办结：做了什么”“编号 退回：理由”；看全部回“我的任务”。',
  ].join('\n')
}

/** Only the last urging of a petition: it says how many wait. */
function withoutAnswered(notices: readonly Notice[]): readonly Notice[] {
  const numberOf = (notice: Notice) => ('brief' in notice ? notice.brief.number : null)
  const done = new Set(notices.filter(({ kind }) => kind === 'done').map(numberOf))
  return notices.filter((notice, i) => {
    const isPressing = notice.kind === 'reminded' || notice.kind === 'taskUrged'
    const isSaidAgain =
      notice.kind === 'taskUrged' &&
      notices
        .slice(i + 1)
        .some((later) => later.kind === 'taskUrged' && numberOf(later) === numberOf(notice))
    return !isSaidAgain && !(isPressing && done.has(numberOf(notice)))
  })
}

function lineOf(notice: Notice, say: Say): string {
  switch (notice.kind) {
    case 'escalated':
      return `${title(notice.brief)}：应于${moment(notice.dueAt)}前${duty[notice.of]}，在${notice.brief.handler}，已报${roleWords[notice.to]}${(notice.names ?? []).join('、')}${notice.level ? `（${levelWords[notice.level] ?? ''}督办）` : ''}`
    case 'reminded':
      return `${title(notice.brief)}：${moment(notice.dueAt)}前${duty[notice.of]}`
    case 'task':
      return taskLine(notice)
    default:
      return say(notice)
  }
}

function taskLine({ brief, why, note, task }: Extract<Notice, { kind: 'task' }>): string {
  const facts = [
    task.words.length > 0 ? `居民说：${task.words.join('；')}` : '原话由社区掌握',
    note && why !== 'new' ? `原因：${note}` : '',
    task.confidential ? '要求保密，不得打听、透露是谁' : '',
    task.households > 1 ? `${task.households}户反映` : '',
    task.vulnerable ? '涉及老弱病残孕幼' : '',
    task.onBehalfOf ? `代${task.onBehalfOf}反映` : '',
    task.photos.length > 0 ? `照片${task.photos.length}张` : '',
    `${moment(task.acceptDueAt)}前签收，${moment(task.resolveDueAt)}前办结`,
  ]
  return `${title(brief)}${why === 'new' ? '' : `（${whyTask[why]}）`}：${facts.filter(Boolean).join('；')}`
}
