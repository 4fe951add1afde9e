import { destinationName } from '../domain/notices/brief.ts'
import type { JointHappening, OfPart } from '../domain/petition/joint/joint-event.ts'
import type { JointPart } from '../domain/petition/joint/joint-work.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { moment } from './moments.ts'
import { roleWords } from './words.ts'

export const jointLabels: Readonly<Record<JointHappening['kind'], string>> = {
  assistAsked: '请协办',
  assistReleased: '取消协办',
  partTaken: '协办签收',
  partFinished: '协办完成',
  partRefused: '退回协办',
  callConcluded: '现场结论',
  partReminded: '协办提醒',
  partEscalated: '协办督办',
  callWatched: '催现场结论',
}

/** What a line of the timeline says of joint work. */
export function jointWords(event: JointHappening, book: Rulebook): string {
  const name = ({ to }: Pick<OfPart, 'to'>) => destinationName(to, book)
  const owes = (part: JointPart) =>
    `${name(part)}${part.task ? `：${part.task}` : ''}（${moment(part.dueAt)}前）`
  switch (event.kind) {
    case 'assistAsked':
      return event.call
        ? `吹哨${event.parts.map(name).join('、')}，${moment(event.call.meetAt)}${event.call.place}`
        : event.parts.map(owes).join('；')
    case 'assistReleased':
      return `${event.parts.map(name).join('、')}${event.reason && `，原因：${event.reason}`}`
    case 'partTaken':
      return `${name(event)}${event.attended ? '到场' : ''}`
    case 'partFinished': {
      const { result, photos, inTime } = event
      const shown = photos.length > 0 ? `［照片${photos.length}张］` : ''
      return `${name(event)}：${result}${shown}（${inTime ? '按期' : '超期'}）`
    }
    case 'partRefused':
      return `${name(event)}，理由：${event.reason}`
    case 'callConcluded': {
      const absent = event.absent.map(name).join('、')
      return [event.text, absent && `未到：${absent}`, ...event.parts.map(owes)]
        .filter(Boolean)
        .join('；')
    }
    case 'partReminded':
      return name(event)
    case 'partEscalated':
      return `${name(event)}，报${roleWords[event.above]}`
    case 'callWatched':
      return ''
  }
}
