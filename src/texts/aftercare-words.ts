import type { Answer, CallBackReason } from '../domain/aftercare/follow-up.ts'
import type { AftercareNotice } from '../domain/notices/aftercare-notice.ts'
import type { Brief } from '../domain/notices/notice.ts'
import { headsNotices } from './heads-words.ts'
import { moment } from './moments.ts'
import type { Sentences } from './resident-notices.ts'
import { title } from './words.ts'

export const callBackWords: Readonly<Record<CallBackReason, string>> = {
  sample: '抽中回访',
  negative: '评价不满意或重办过',
  unratedEmergency: '紧急诉求没有评价',
  doubted: '现场核实认为没修好',
}

const results: Readonly<Record<Answer['result'], string>> = {
  fixed: '确实办好了',
  notFixed: '没有办好',
  unreached: '没联系上',
}

/** 没有办好，2分：还在漏 */
export const answerWords = ({ result, score, words }: Answer): string =>
  `${results[result]}${score === null ? '' : `，${score}分`}${words ? `：${words}` : ''}`

/** Every sentence about a relay's consent, and after a petition was resolved. */
export const aftercareNotices = {
  ...headsNotices,
  consentAsked: ({ brief, who }) =>
    `再问一句：${brief.number}号，${who}同意您代报吗？回“同意”或“不同意”；没同意之前不对别人说是谁。`,
  consentKept: ({ brief, given }) =>
    given
      ? `好的，已记下本人同意由您代报${brief.number}号。`
      : `好的，${brief.number}号不写这位邻居是谁，只算您反映的，进展仍告诉您。`,
  checkAsked: ({ brief, result, passed }) =>
    `【请帮忙看一眼】${title(brief)}${passed ? '（接上一任户长）' : ''}，${brief.handler}说已办好：${result}。您方便时到现场看看，真好了吗？回“${brief.number} 修好了”或“${brief.number} 没修好”。`,
  checkTaken: ({ brief, fixed }) =>
    fixed
      ? `谢谢您跑一趟，${brief.number}号已记下：现场看过，办好了。`
      : `谢谢您跑一趟，${brief.number}号已记下您的看法，已告诉承办人和社区；要不要重办由反映人决定。`,
  doubtTold: ({ brief }) =>
    `${title(brief)}：户长或社区到现场看过，觉得还没办好。要重办请回一句“没解决”。`,
  lastingAsked: ({ brief }) =>
    `${title(brief)}办好有些日子了，现在还好吗？又坏了回“${brief.number} 又坏了”，好着就不用回。`,
  lastingTaken: ({ brief }) => `好的，${brief.number}号一直好着，已记下，谢谢。`,
  doubted: ({ brief, words }) =>
    `【现场核实】${title(brief)}：到现场看过，认为没有办好${words ? `（${words}）` : ''}。请再核对；是否重办由反映人决定。`,
  callBackAsked: ({ brief, why, dueAt, again }) =>
    `【${again ? '回访催办' : '抽查回访'}】${title(brief)}（${callBackWords[why]}），请在${moment(dueAt)}前联系反映人问三句：办好了吗？满意吗？还有什么要说的？问完回“${brief.number}号回访：确实修好了，满意”，或“没修好”“没联系上”。`,
  callBackTold: ({ brief, answer }) =>
    `【回访】${title(brief)}回访结果：${answerWords(answer)}。请核对；反映人可以要求重办。`,
  wroteInSurvey: ({ brief }) =>
    `【知会】${title(brief)}：${brief.handler}在请居民评价前后给反映人发过一条消息，已记入办理记录。`,
} as const satisfies Sentences<AftercareNotice<Brief>['kind']>
