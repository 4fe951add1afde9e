import type { JointNotice } from '../domain/notices/joint-notice.ts'
import type { Notice } from '../domain/notices/notice.ts'
import { moment } from './moments.ts'
import type { Sentences } from './resident-notices.ts'
import { roleWords, title } from './words.ts'

type News = Extract<Notice, { kind: 'partNews' }>['what']

export const newsWords: Readonly<Record<News, string>> = {
  asked: '已请协办',
  released: '不再协办',
  attended: '已到现场',
  finished: '协办完成',
  refused: '退回协办',
  noted: '协办进展',
  helpAsked: '协办求助',
}

const whyPart = {
  new: '协办任务',
  changed: '协办任务有变',
  insisted: '协办任务，不能再退回',
} as const

const photoText = (photos: readonly unknown[]) =>
  photos.length > 0 ? `（照片${photos.length}张）` : ''

const owed = (left: readonly string[]) =>
  left.length > 0 ? `还差：${left.join('、')}。` : '协办已全部完成，可以办结了。'

/** Every sentence about joint work. */
export const jointNotices = {
  jointBegun: ({ brief }) =>
    `${title(brief)}几个部门一起办，由${brief.handler}牵头，进展还是由${brief.handler}告诉您。`,
  partTask: ({ brief, why, task, dueAt, required, meeting, words, photos, confidential }) =>
    [
      meeting
        ? `【吹哨】${title(brief)}请于${moment(meeting.meetAt)}到${meeting.place || '现场'}${task ? `：${task}` : ''}。`
        : `【${whyPart[why]}】${title(brief)}，${brief.handler}主办。请您处：${task}`,
      words.length > 0 ? `居民说：${words.join('；')}` : '',
      confidential ? '反映人要求保密，不得打听、透露是谁' : '',
      photos.length > 0 ? `照片${photos.length}张` : '',
      meeting
        ? `到了回“${brief.number} 报到”；来不了回“${brief.number} 退回协办：理由”。`
        : `${moment(dueAt)}前完成${required ? '，您处没完成就不能办结' : '，不影响办结'}。办好回“${brief.number} 协办完成：做了什么”（可附照片）；${why === 'insisted' ? '' : `不归您处回“${brief.number} 退回协办：理由”；`}有困难回“${brief.number} 协办求助：……”。`,
    ]
      .filter(Boolean)
      .join('\n'),
  partEnded: ({ brief, why, reason }) =>
    why === 'resolved'
      ? `${title(brief)}主办单位已办结，您处不用再协办。`
      : why === 'over'
        ? `${title(brief)}已经结束，您处不用再协办。`
        : `${title(brief)}您处不用再协办${reason ? `（${reason}）` : ''}。`,
  partReminded: ({ brief, task, dueAt, meeting }) =>
    meeting
      ? `【吹哨提醒】${title(brief)}${moment(meeting.meetAt)}在${meeting.place || '现场'}碰头，到了回“${brief.number} 报到”。`
      : `【协办提醒】${title(brief)}请在${moment(dueAt)}前完成协办：${task}。`,
  partEscalated: ({ brief, who, task, dueAt, isCall, to }) =>
    isCall
      ? `【吹哨未到】${title(brief)}${who}应于${moment(dueAt)}到场，还没有报到，已报${roleWords[to]}。`
      : `【协办超期】${title(brief)}${who}应于${moment(dueAt)}前完成协办（${task}），已报${roleWords[to]}。`,
  callConcluded: ({ brief, text, absent }) =>
    `【吹哨结论】${title(brief)}${text}${absent.length > 0 ? `（未到：${absent.join('、')}）` : ''}`,
  callOpen: ({ brief, meetAt }) =>
    `【催结论】${title(brief)}${moment(meetAt)}的现场碰头还没有结论。请回“${brief.number} 现场结论：谁做什么、几天内”。`,
  partNews: ({ brief, what, who, text, photos, left }) => {
    const head = `${brief.number}号 ${who.join('、')}${newsWords[what]}${text ? `：${text}` : ''}${photoText(photos)}。`
    switch (what) {
      case 'finished':
      case 'released':
        return `${head}${owed(left)}`
      case 'refused':
        return `${head}请回“${brief.number} 不用${who[0] ?? ''}协办了”，或重新说明“${brief.number} 请${who[0] ?? ''}协办：做什么，几天内”（再派就不能退回）。`
      case 'asked':
      case 'attended':
      case 'noted':
      case 'helpAsked':
        return head
    }
  },
} as const satisfies Sentences<JointNotice['kind']>

/** What was done, for who did it. */
export const jointDone = {
  assistAsked: '已通知协办单位，没完成前不能办结',
  assistReleased: '已取消协办，已告知对方',
  partTaken: '已记下，辛苦了',
  partFinished: '协办完成，已告知主办单位',
  partRefused: '已退回协办，等待派单人决定',
  callConcluded: '现场结论已记下，已告知各单位',
  partNoted: '已记下，已告知主办单位',
} as const
