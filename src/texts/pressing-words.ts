import type { Brief, Notice } from '../domain/notices/notice.ts'
import type { PressingNotice, TaskLine } from '../domain/notices/pressing-notice.ts'
import { dailyBriefWords } from './brief-words.ts'
import { moment } from './moments.ts'
import { reportWords } from './reports/measure-words.ts'
import { dayText } from './reports/names.ts'
import type { Sentence } from './resident-notices.ts'
import { title } from './words.ts'

const unclear: Readonly<Record<Extract<Notice, { kind: 'absenceUnclear' }>['what'], string>> = {
  days: '请写明从哪天到哪天，例如“我明天到周五请假，工作交给高丽华”。',
  deputy:
    '没认出工作交给谁。请写工作人员的全名，例如“明天请假，工作交给高丽华”；不写则由同岗位的人或上一级接手。',
  person: '没认出是谁请假，请写全名。',
  notYours: '只能登记本人的请假；社区、街道的调度和负责人可以替所辖人员登记。',
  none: '没有登记过请假。',
  company: '工作不能交给物业等企业的人，请写街道、社区工作人员的全名。',
}

const shown = 15
const linesOf = (lines: readonly TaskLine<Brief>[]): string =>
  lines.length === 0
    ? '目前没有在办任务。'
    : `在办${lines.length}件：\n${lines
        .slice(0, shown)
        .map(({ brief, dueAt }) => `${title(brief)}，${moment(dueAt)}前办结`)
        .join('\n')}${lines.length > shown ? '\n等，回“我的任务”看全部' : ''}`

const span = (fromAt: Date, untilAt: Date): string =>
  dayText(fromAt) === dayText(untilAt) ? dayText(fromAt) : `${dayText(fromAt)}至${dayText(untilAt)}`

const urgedStates: Readonly<Record<'waiting' | 'handled' | 'late', (due: string) => string>> = {
  waiting: (due) => `还没有签收，应在${due}前办结`,
  handled: (due) => `正在办，${due}前办结`,
  late: (due) => `应于${due}前办结，已经超期，我们会一直督促`,
}

/** Every sentence of duty, absence and lateness. */
export const pressingNotices = {
  dailyBrief: dailyBriefWords,
  onDuty: ({ dayAt, units }) =>
    `${dayText(dayAt)}带班：${units.map(({ unit, names }) => `${unit} ${names.join('、') || '未排班'}`).join('；')}。`,
  overdue: ({ count, lines }) =>
    count === 0
      ? '没有超期的诉求。'
      : `超期${count}件：\n${lines
          .map(
            ({ brief, dueAt, days }) =>
              `${title(brief)}：超期${days > 0 ? `${days}天` : '不到1天'}（应于${moment(dueAt)}前办结），在${brief.handler}`,
          )
          .join('\n')}${count > lines.length ? `\n另有${count - lines.length}件` : ''}`,
  absenceKept: ({ name, fromAt, untilAt, deputy }) =>
    `已登记：${name} ${span(fromAt, untilAt)}请假，${deputy ? `工作由${deputy}代办` : '工作由同岗位的人或上一级接手'}。回来后回“销假”可提前结束。`,
  absenceUnclear: ({ what }) => unclear[what],
  absenceEnded: ({ name }) => `已销假：${name}的新任务、提醒照常发给本人。`,
  standIn: ({ name, untilAt, lines }) =>
    untilAt
      ? `【代办】${name}请假到${dayText(untilAt)}，期间的新任务和提醒发给您。${linesOf(lines)}`
      : `【接手】${name}已不在岗，原来经手的任务请您接着办。${linesOf(lines)}`,
  backAgain: ({ lines }) => `【返岗】假期结束，新任务和提醒恢复发给您。您手上${linesOf(lines)}`,
  urgedAlready: ({ brief, dueAt, state = 'handled' }) =>
    `您催的${title(brief)}已提醒过${brief.handler}，${urgedStates[state](moment(dueAt))}。有进展马上告诉您。`,
  decisionWaiting: ({ brief, days, reason, askedAt, raised }) =>
    `【催批】${title(brief)}，${brief.handler}${moment(askedAt)}申请延期${days === null ? '' : `${days}天`}（${reason}），还没有人批${raised ? '，已报上一级' : ''}。请回“${brief.number} 同意延期${days === null ? '3天' : ''}”或“${brief.number} 不同意延期：理由”。`,
  reportReady: ({ report, period, whose }) =>
    `${whose}${reportWords[report]}（${period}）已生成，请到报表里查看、核对后报送。`,
} as const satisfies {
  readonly [K in PressingNotice<Brief>['kind']]: Sentence<K>
}
