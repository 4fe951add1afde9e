import type { LeftView, TaskAction, TaskView } from '../../domain/cards/card-view.ts'
import type { Urgency } from '../../domain/intake/matter.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import { newsWords as partNewsWords } from '../joint-notices.ts'
import { moment } from '../moments.ts'
import { ratingText } from '../timeline.ts'
import { duty, statusWords, whyTask } from '../words.ts'

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  emergency: '特急',
  urgent: '紧急',
  normal: '一般',
}

export const actionWords: Readonly<Record<TaskAction, string>> = {
  accept: '签收',
  return: '退回',
  transfer: '转办',
  askExtension: '延期',
  askHelp: '求助',
  resolve: '办结',
  approveExtension: '同意延期',
  refuseExtension: '不同意延期',
  takePart: '收到、报到',
  finishPart: '协办完成',
  refusePart: '退回协办',
}

/** What a form is submitted with. */
export const submitWords: Readonly<Record<Exclude<TaskAction, 'accept' | 'takePart'>, string>> = {
  return: '确认退回',
  transfer: '确认转办',
  askExtension: '申请延期',
  askHelp: '提交求助',
  resolve: '提交办结',
  approveExtension: '确认同意',
  refuseExtension: '确认不同意',
  finishPart: '提交协办完成',
  refusePart: '确认退回协办',
}

export const formWords = {
  cancel: '取消',
  returnReason: '退回原因',
  note: '补充说明（选填）',
  transferTo: '转给谁',
  transferReason: '转办理由',
  days: '延期几天',
  daysGiven: '同意延几天（不选则按申请的天数）',
  refusalReason: '为什么不同意',
  extensionReason: '为什么需要延期',
  help: '遇到什么困难，需要谁配合',
  result: '办理情况和结果',
  partResult: '协办做了什么',
  partReason: '为什么不归您处协办',
  photoHint: '现场照片：十分钟内先发到本对话，提交时自动附上',
} as const

export const extensionDays = [1, 2, 3, 5, 7, 10, 15] as const
export const daysWords = (days: number): string => `${days}天`

export const taskTitle = ({ number, status }: TaskView): string =>
  `诉求 ${number}号 · ${statusWords[status]}`

/** What is shown in the list of chats. */
export const taskSummary = ({ number, category, place, urgency }: TaskView): string =>
  `${urgency === 'normal' ? '' : `【${urgencyWords[urgency]}】`}${number}号 ${category} ${place}`.trim()

/** Why the card comes just now, a line for each; '' for what a card does not say. */
export function newsWords(news: readonly Notice[]): string {
  const lines = news.map((notice) => {
    switch (notice.kind) {
      case 'task':
        return `【${whyTask[notice.why]}】${notice.why === 'new' ? '' : notice.note}`
      case 'extensionAsked':
        return `【延期申请】${notice.days === null ? '' : `${notice.days}天，`}理由：${notice.reason}`
      case 'reminded':
        return `【临期提醒】请在${moment(notice.dueAt)}前${duty[notice.of]}`
      case 'partTask':
        return notice.meeting
          ? `【吹哨】${moment(notice.meeting.meetAt)}到${notice.meeting.place || '现场'}`
          : '【协办任务】请看下面您处要做的'
      case 'partReminded':
        return `【协办提醒】请在${moment(notice.dueAt)}前${notice.meeting ? '到场' : '完成协办'}`
      case 'partEscalated':
        return `【协办超期】${notice.who}应于${moment(notice.dueAt)}前${notice.isCall ? '到场' : '完成协办'}`
      case 'partNews':
        return `${notice.who.join('、')}${partNewsWords[notice.what]}${notice.text ? `：${notice.text}` : ''}`
      case 'escalated':
        return `【超期督办】应于${moment(notice.dueAt)}前${duty[notice.of]}，尚未${duty[notice.of]}`
      default:
        return ''
    }
  })
  return [...new Set(lines)].filter(Boolean).join('\n')
}

const partStates = { open: '未完成', done: '已完成', sentBack: '退回，待定' } as const

/** What others than the lead owe, a line each: `协办 综合行政执法队：清理堆物，3月5日（周四）前，未完成`. */
export const partLines = ({ parts }: TaskView): readonly string[] =>
  parts.map(({ office, task, isCall, state, dueAt, overdue, result }) =>
    [
      `${isCall ? '吹哨' : '协办'} ${office}${task ? `：${task}` : ''}`,
      `${moment(dueAt)}${isCall ? '' : '前'}`,
      overdue
        ? isCall
          ? '未到场'
          : '已超期'
        : isCall && state === 'done'
          ? '已到场'
          : partStates[state],
      result,
    ]
      .filter(Boolean)
      .join('，'),
  )

/** Label and value of each field that has one, in order. */
export function taskFields(view: TaskView): readonly (readonly [label: string, value: string])[] {
  const { acceptDueAt, resolveDueAt, households, onBehalfOf } = view
  const fields = [
    ['地点', view.place],
    ['承办', view.handler],
    ['签收时限', acceptDueAt ? `${moment(acceptDueAt)}前` : ''],
    ['办结时限', resolveDueAt ? `${moment(resolveDueAt)}前` : ''],
    ['从何时起', view.since ?? ''],
    ['户数', households > 1 ? `${households}户反映` : ''],
    ['代谁反映', onBehalfOf ?? ''],
    ['照顾', view.vulnerable ? '涉及老弱病残孕幼' : ''],
  ] as const
  return fields.filter(([, value]) => value !== '')
}

export const taskWords = {
  said: '居民说',
  withheld: '原话由社区掌握',
  confidential: '反映人要求保密，不得打听、透露是谁',
  photo: '现场照片',
  resultPhoto: '办结照片',
  result: '办理结果',
  ended: '原因',
  bare: '因数据保护，内容不能在此显示，请在网页上查看。',
} as const

export const resultWords = ({ at, inTime }: NonNullable<TaskView['result']>): string =>
  `${moment(at)}${inTime ? '' : '（超期）'}`

export const ratingWords = (ratings: TaskView['ratings']): string =>
  ratings.map((rating) => ratingText(rating) || '没有说满意不满意').join('\n')

export const photoCount = (count: number): string => `照片共${count}张`

export const historyTitle = (count: number): string => `办理记录（${count}）`
export const earlier = (count: number): string => `更早的${count}条请在网页上看`

export const leftTitle = ({ number }: Pick<LeftView, 'number'>): string => `诉求 ${number}号`
export const leftWords = ({ handler }: LeftView): string =>
  handler === null ? '已经结束，无需再办。' : `已转由${handler}办理，您处不用再办。`

export const renewedWords = '这张卡片已由新的一张代替，请在下面最新的卡片上办理。'
