import type { MediationEnd, Side } from '../domain/mediation/mediation.ts'
import type { NextStep } from '../domain/mediation/next-steps.ts'
import type { MediationDuty, MediationFact, MediationStep } from '../domain/mediation/step.ts'
import type { MediationLack, MediationLimit } from '../domain/notices/mediation-news.ts'
import { moment } from './moments.ts'
import { otherWayNames, roleWords } from './words.ts'

/** What is owed in a quarrel, as an order: 请在…前___. */
const mediationDutyWords: Readonly<Record<MediationDuty, string>> = {
  meet: '约见双方当事人',
  sessions: '按规定次数组织调解',
  handOver: '移交矛调中心',
  handOverMajor: '把重大纠纷移交矛调中心',
  perform: '督促当事人履行协议',
  visit: '上门回访',
}

/** 3月4日（周三）前, with its source, and said to be provisional where it is. */
export const mediationLimitWords = ({ of, dueAt, provisional, source }: MediationLimit): string =>
  `${moment(dueAt)}前${mediationDutyWords[of]}${provisional ? '（假期安排公布前为暂定）' : ''}${source ? `（依据：${source}）` : ''}`

/** What may be done next, and how it is said. */
export const nextStepWords: Readonly<Record<NextStep, (number: number) => string>> = {
  askConsent: (n) => `双方愿意调解就回“${n} 双方同意调解”，有一方不愿意就回“${n} 对方不同意调解”`,
  meet: (n) => `见过双方就回“${n} 已见过双方：情况……”`,
  appoint: (n) => `约好了就回“${n} 明天下午3点在社区调解室见面”`,
  hold: (n) => `没谈成就回“${n} 这次调解没谈成：分歧……”`,
  settle: (n) => `谈成了就回“${n} 调解成功：协议内容……，几月几日前履行”`,
  handOver: (n) => `可以移交了，请回“${n} 移交矛调中心”`,
  fail: (n) => `调解不了就回“${n} 终止调解：原因……”，系统会把诉讼、仲裁、行政途径告知反映人`,
  perform: (n) => `履行了就回“${n} 已履行”，没履行就回“${n} 没有履行：情况……”`,
  confirm: (n) => `双方申请了司法确认就回“${n} 已申请司法确认”`,
  visit: (n) => `上门回访后请回“${n} 已回访：情况……”`,
}

/** What was put down, said to who did it. */
export const stepDoneWords: Readonly<Record<MediationStep['kind'] | 'accept', string>> = {
  accept: '已签收',
  consent: '调解意愿已记下',
  party: '另一方已记下，只存本案卷，不对外说',
  appoint: '约定已记下，已私下告知反映人，另一方请您通知',
  met: '见面情况已记下',
  hold: '这次调解已记录',
  settle: '调解成功，协议已记下，诉求办结，正在请反映人评价。协议书、卷宗清单可请系统管理员打印',
  major: '已按重大疑难报街道，今天须移交矛调中心',
  handOver: '已移交矛调中心，中心签收登记后您处销号',
  fail: '调解已终止，诉讼、仲裁、行政途径已私下告知反映人',
  inProcedure: '已记为进入其他程序，按程序处理，本件销号',
  perform: '履行情况已记下',
  visit: '回访已记下',
  confirm: '司法确认情况已记下',
  remind: '已提醒',
  escalate: '已上报',
  appointmentNear: '已提醒',
  askOutcome: '已询问',
  askWhetherItLasts: '已回访',
  confirmationNear: '已提醒',
}

/** What a step is called where its words are not told. */
export const stepNames: Readonly<Record<MediationStep['kind'], string>> = {
  consent: '调解意愿',
  party: '另一方当事人',
  appoint: '约定见面',
  met: '见过双方',
  hold: '调解一次',
  settle: '调解成功',
  major: '报重大疑难',
  handOver: '移交矛调中心',
  fail: '终止调解',
  inProcedure: '进入其他程序',
  perform: '履行情况',
  visit: '上门回访',
  confirm: '司法确认',
  remind: '临期提醒',
  escalate: '督办',
  appointmentNear: '提醒见面',
  askOutcome: '询问结果',
  askWhetherItLasts: '询问履行情况',
  confirmationNear: '司法确认临期',
}

/** What is missing in what somebody said, with an example. */
export const lackWords: Readonly<Record<MediationLack, (number: number) => string>> = {
  who: (n) => `是哪一方的意思？请回“${n} 双方同意调解”“${n} 反映人同意调解”或“${n} 对方同意调解”。`,
  time: (n) => `什么时候见面？请连日子和钟点一起回，例如“${n} 明天下午3点在社区调解室见面”。`,
  place: (n) => `在哪里见面？请回一句，例如“${n} 明天下午3点在社区调解室见面”。`,
  record: (n) => `请写一句分歧在哪里、各方怎么说，例如“${n} 第一次调解没谈成：对赔偿数额分歧大”。`,
  content: (n) =>
    `请写上协议内容、怎么履行、什么时候前履行，例如“${n} 调解成功：楼上修好防水并赔800元，3月20日前付清”。`,
  reason: (n) =>
    `请写明原因，例如“${n} 终止调解：一方坚持不再谈”或“${n} 重大：牵涉三十多户，可能聚集”。`,
  reference: (n) => `请写上案号或受理文号，例如“${n} 双方已去法院，案号……”。`,
  way: (n) =>
    `进了哪个程序？请写明法院、仲裁、行政复议、信访还是公安，例如“${n} 双方已去法院，案号……”。`,
  visit: (n) => `请写一句回访看到的情况，例如“${n} 已回访：双方和睦，协议都履行了”。`,
}

const sideNames: Readonly<Record<Side, string>> = { applicant: '反映人一方', respondent: '另一方' }

const endNames: Readonly<Record<MediationEnd['kind'], string>> = {
  settled: '调解成功',
  failed: '调解终止',
  inProcedure: '进入其他程序',
}
export const mediationEndName = (kind: MediationEnd['kind']): string => endNames[kind]

/** What one line of the timeline says of a step. */
export function stepWords(step: MediationFact): string {
  switch (step.kind) {
    case 'consent':
      return `${step.sides.map((side) => sideNames[side]).join('、')}${step.agrees ? '同意' : '不同意'}调解`
    case 'party':
      return '登记另一方当事人'
    case 'appoint':
      return `约定${moment(step.heldAt)}在${step.place}见面`
    case 'met':
      return `见过双方${step.text && `：${step.text}`}`
    case 'hold':
      return `${step.session.outcome === 'failed' ? '调解未成' : '调解休会，另约'}：${step.session.record}`
    case 'settle':
      return `调解成功${step.oral ? '（口头协议）' : ''}：${step.content}`
    case 'major':
      return `重大疑难，报街道：${step.reason}`
    case 'handOver':
      return `移交矛调中心${step.reason && `：${step.reason}`}`
    case 'fail':
      return `终止调解，告知诉讼、仲裁、行政途径：${step.reason}`
    case 'inProcedure':
      return `进入其他程序（${otherWayNames[step.way]}），${step.reference}`
    case 'perform':
      return `${step.kept ? '协议已履行' : '协议没有履行'}${step.text && `：${step.text}`}`
    case 'visit':
      return `上门回访：${step.text}`
    case 'confirm':
      return step.applied ? '已申请司法确认' : '双方不申请司法确认'
    case 'remind':
      return `提醒：${moment(step.dueAt)}前${mediationDutyWords[step.of]}`
    case 'escalate':
      return `应于${moment(step.dueAt)}前${mediationDutyWords[step.of]}，报${roleWords[step.to]}`
    case 'appointmentNear':
      return '提醒当天见面'
    case 'askOutcome':
      return '询问见面结果'
    case 'askWhetherItLasts':
      return '消息回访'
    case 'confirmationNear':
      return '提醒司法确认期限'
  }
}
