import { endOf } from '../domain/deadlines/calendar.ts'
import type { Limit } from '../domain/deadlines/limit.ts'
import type { Place } from '../domain/intake/place.ts'
import { destinationName, placeText } from '../domain/notices/brief.ts'
import type { Duty } from '../domain/petition/command.ts'
import type { Dispatch, PetitionEvent } from '../domain/petition/event.ts'
import { isInHand, type Rating } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { followUpText } from './aftercare-timeline.ts'
import { jointLabels, jointWords } from './joint-timeline.ts'
import { stepWords } from './mediation-words.ts'
import { moment } from './moments.ts'
import { levelWords, otherWayNames, returnReasonWords, roleWords } from './words.ts'

export const eventLabels: Readonly<Record<PetitionEvent['kind'], string>> = {
  registered: '登记',
  dispatched: '派单',
  accepted: '签收',
  returned: '退回',
  transferred: '转派',
  helpAsked: '求助',
  helpAnswered: '答复求助',
  extensionAsked: '申请延期',
  extensionApproved: '同意延期',
  extensionRefused: '不同意延期',
  interimAnswered: '阶段性答复',
  interimWatched: '答复到期',
  decisionPressed: '催批延期',
  mediated: '调解',
  noted: '进展',
  resolved: '办结',
  supplemented: '补充',
  amended: '更正',
  corrected: '纠正',
  dismissed: '不作为诉求',
  redirected: '不予受理',
  insisted: '重新登记',
  merged: '并入',
  unmerged: '分出',
  consented: '代报同意',
  followedUp: '回访核实',
  joined: '附议',
  unjoined: '退出附议',
  urged: '催办',
  rated: '评价',
  reopened: '重办',
  withdrawn: '撤回',
  reminded: '临期提醒',
  escalated: '督办',
  ratingReminded: '提醒评价',
  closedUnrated: '未评价结案',
  ...jointLabels,
  concealed: '要求保密',
  petitionerCorrected: '更正反映人',
  forgotten: '个人信息已删除',
}

const dutyLabels: Readonly<Record<Duty, string>> = { accept: '签收', resolve: '办结' }

/**
 * What one line of the timeline says besides who and when; '' where its label says all. What people said stands in it as
 * they said it, with numbers and doors.
 */
export function eventWords(event: PetitionEvent, book: Rulebook): string {
  switch (event.kind) {
    case 'registered':
      return isInHand(event.petition) ? sentTo(event.petition, event.because, book) : event.because
    case 'dispatched':
      return sentTo(event, event.because, book)
    case 'redirected':
      return `${otherWayNames[event.way]}${event.reason && `，理由：${event.reason}`}`
    case 'returned':
    case 'transferred':
      return `${event.kind === 'returned' && event.code ? `【${returnReasonWords[event.code]}】` : ''}${event.kind === 'transferred' && event.designated ? '【指定承办】' : ''}${destinationName(event.from, book)} → ${destinationName(event.to, book)}，理由：${event.reason}${limits(event)}${event.kind === 'returned' ? photoText(event.photos?.length ?? 0) : ''}`
    case 'reopened':
      return `重新交给${destinationName(event.to, book)}${event.reason && `，原因：${event.reason}`}${limits(event)}`
    case 'helpAsked':
    case 'helpAnswered':
    case 'amended':
      return event.text
    case 'mediated':
      return stepWords(event.step)
    case 'noted':
      return `${event.text}${photoText(event.photos.length)}${event.duringSurvey ? '［评价期间发出］' : ''}`
    case 'consented':
      return `${event.given ? '本人同意' : '没有同意，不写是谁'}${event.text && `：${event.text}`}`
    case 'followedUp':
      return followUpText(event.step, book)
    case 'supplemented':
      return `${event.text}${photoText(event.photos.length)}`
    case 'extensionAsked':
      return `${event.days === null ? '' : `${event.days}天，`}理由：${event.reason}`
    case 'extensionApproved':
      return `${event.days}天，${moment(event.oldDueAt)}改为${moment(event.resolveDueAt)}前办结；申请理由：${event.reason}`
    case 'extensionRefused':
      return `理由：${event.reason}`
    case 'interimAnswered':
      return `${event.text}；${moment(endOf(event.day))}前再答复`
    case 'interimWatched':
      return event.missed ? '答应的日子已过，没有答复' : '今天是答应再答复的日子'
    case 'resolved':
      return `${event.result}${photoText(event.photos.length)}（${event.inTime ? '按期' : '超期'}）${event.notedBefore ? '［办结前不久给反映人发过消息］' : ''}`
    case 'rated':
      return ratingText(event.rating)
    case 'withdrawn':
    case 'dismissed':
      return event.reason
    case 'merged':
      return `与${event.into.number}号是同一件事`
    case 'insisted':
    case 'unmerged':
      return sentTo(event, event.because, book)
    case 'corrected':
      return correctionText(event, book)
    case 'reminded':
      return `${dutyLabels[event.of]}时限已过${Math.round(event.share * 100)}%`
    case 'escalated':
      return `${event.level ? `${levelWords[event.level] ?? ''}督办，` : ''}${dutyLabels[event.of]}超期${lengthText(event.after)}，报${roleWords[event.to]}${namesOf(event.told ?? [], book)}`
    case 'decisionPressed':
      return `延期申请没有人批，已催${namesOf(event.told, book)}${event.raised ? '，并报上一级' : ''}`
    case 'assistAsked':
    case 'assistReleased':
    case 'partTaken':
    case 'partFinished':
    case 'partRefused':
    case 'callConcluded':
    case 'partReminded':
    case 'partEscalated':
    case 'callWatched':
      return jointWords(event, book)
    case 'accepted':
      return event.registers ? `移交已登记，${moment(event.registers.resolveDueAt)}前办结` : ''
    case 'joined':
    case 'unjoined':
    case 'urged':
    case 'ratingReminded':
    case 'closedUnrated':
    case 'petitionerCorrected':
    case 'forgotten':
      return ''
    case 'concealed':
      return event.redispatch
        ? `改由${destinationName(event.redispatch.to, book)}办理${limits(event.redispatch)}`
        : ''
  }
}

const namesOf = (people: readonly string[], { staff }: Rulebook): string =>
  people.flatMap((id) => staff.find((one) => one.id === id)?.name ?? []).join('、')

/** 派往安居物业，楼道照明归幸福里小区的物业；3月2日前签收… The code of a category is for who keeps the catalogue. */
const sentTo = (
  sent: Pick<Dispatch, 'to' | 'acceptDueAt' | 'resolveDueAt' | 'limitSource'>,
  because: string,
  book: Rulebook,
): string => {
  const why = because.replace(/\(\d{4}\)/g, '').replace(/^派单目录：/, '按派单目录：')
  return `派往${destinationName(sent.to, book)}，${why}${limits(sent)}`
}

const limits = ({
  acceptDueAt,
  resolveDueAt,
  limitSource,
}: Pick<Dispatch, 'acceptDueAt' | 'resolveDueAt' | 'limitSource'>): string =>
  `；${moment(acceptDueAt)}前签收，${moment(resolveDueAt)}前办结${limitSource ? `（时限依据：${limitSource}）` : ''}`

const photoText = (count: number): string => (count === 0 ? '' : `［照片${count}张］`)

const units: Readonly<Record<Limit['unit'], string>> = {
  minutes: '分钟',
  hours: '小时',
  workingHours: '个工作小时',
  days: '天',
  workingDays: '个工作日',
}

const lengthText = ({ amount, unit }: Limit): string =>
  amount === 0 ? '' : `${amount}${units[unit]}`

/** Down to the building and no further. */
const coarsePlace = (place: Place, book: Rulebook): string => placeText(place, book, true)

/** 类别：电梯故障 → 楼道照明；改由安居物业幸福里服务处办理；3月2日前签收… */
function correctionText(
  { was, reclassified, place, redispatch }: Extract<PetitionEvent, { kind: 'corrected' }>,
  book: Rulebook,
): string {
  const named = (code: string) => book.categories.find((c) => c.code === code)?.level2 ?? code
  const parts = [
    reclassified && `类别：${named(was.category)} → ${named(reclassified.category)}`,
    place &&
      `地点：${coarsePlace(was.place, book) || '不明'} → ${coarsePlace(place.place, book) || '不明'}`,
    redispatch && `改由${destinationName(redispatch.to, book)}办理${limits(redispatch)}`,
  ]
  return parts.filter(Boolean).join('；')
}

/** 已解决，4分：谢谢 */
export function ratingText({
  solved,
  score,
  reason,
}: Pick<Rating, 'solved' | 'score' | 'reason'>): string {
  const said = [
    solved === null ? null : solved ? '已解决' : '未解决',
    score === null ? null : `${score}分`,
  ].filter((part) => part !== null)
  return `${said.join('，')}${reason ? `：${reason}` : ''}`
}
