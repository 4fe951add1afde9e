import type { MediationNews } from '../domain/notices/mediation-news.ts'
import { lackWords, mediationLimitWords, nextStepWords, stepDoneWords } from './mediation-words.ts'
import { moment } from './moments.ts'
import type { Sentences } from './resident-notices.ts'
import { roleWords, title } from './words.ts'

/** Every sentence about a quarrel: all of them in private, none of them with the name of a side. */
export const mediationSentences: Sentences<MediationNews['kind']> = {
  mediationOffered: ({ brief }) =>
    `${brief.number}号：您愿意由${brief.handler}主持调解吗？调解不收费，也不影响您以后走诉讼等途径；在您同意见面以前，不会告诉另一方是谁反映的。愿意请回“${brief.number} 同意调解”，不愿意请回“${brief.number} 不同意调解”。`,
  mediationConsented: ({ brief, agrees }) =>
    agrees
      ? `好的，${brief.number}号记下您同意调解，约好时间地点会私下告诉您。`
      : `好的，${brief.number}号记下您不同意调解。工作人员会告诉您还可以走哪些途径。`,
  mediationAppointed: ({ brief, heldAt, place }) =>
    `${brief.number}号：约定${moment(heldAt)}在${place}见面调解，请准时到，有材料请带上。来不了请提前说一声。`,
  mediationToday: ({ brief, heldAt, place }) =>
    `${brief.number}号：今天见面调解，${moment(heldAt)}，${place}，请准时到。`,
  mediationSettled: ({ brief, performUntilAt, confirmUntilAt }) =>
    `${brief.number}号：双方已达成协议，协议有约束力，请按约履行${performUntilAt ? `（${moment(performUntilAt)}前）` : ''}。双方愿意的，可在${moment(confirmUntilAt)}前共同向法院申请司法确认，不收费。`,
  mediationFailed: ({ brief }) =>
    `${brief.number}号：这次调解没有达成一致，调解到此为止。您可以依法向人民法院起诉；有仲裁协议的或劳动争议可以申请仲裁；属于行政机关管的可以请主管部门处理。法律咨询请打12348，经济困难可申请法律援助。对这次调解工作满意吗？回一句就行，例如“满意”。`,
  mediationMoved: ({ brief, dueAt }) =>
    `${brief.number}号已移交${brief.handler}继续调解，${moment(dueAt)}前给您结果。`,
  mediationLasts: ({ brief }) =>
    `${brief.number}号回访：协议过去半个月了，都履行了吗？又有矛盾请直接回一句，我转给调解员。`,
  mediationBrokenTaken: ({ brief }) =>
    `${brief.number}号已转告调解员，会私下联系您。遇到打骂、威胁请先打110。`,
  mediationConfirmable: ({ brief, untilAt }) =>
    `${brief.number}号：调解协议的司法确认须在${moment(untilAt)}前由双方共同向法院申请，不收费；经法院确认后，一方不履行的可以申请强制执行。不需要的不用理会。`,
  mediationAnswered: ({ brief, agrees }) =>
    agrees
      ? `【同意调解】${title(brief)}反映人同意调解。${nextStepWords.askConsent(brief.number)}。`
      : `【不同意调解】${title(brief)}反映人不同意调解，不得强行调解。${nextStepWords.fail(brief.number)}。`,
  mediationDue: ({ brief, limit }) =>
    `【调解提醒】${title(brief)}请在${mediationLimitWords(limit)}。`,
  mediationLate: ({ brief, limit, to }) =>
    `【调解超期】${title(brief)}应在${mediationLimitWords(limit)}，${brief.handler}还没有做到，已报${roleWords[to]}。`,
  mediationMajor: ({ brief, reason }) =>
    `【重大纠纷当日报告】${title(brief)}，${brief.handler}报告：${reason}。今天移交矛调中心，请关注。`,
  mediationClosedOff: ({ brief }) =>
    `【销号】${title(brief)}已由${brief.handler}登记受理，您处任务销号。`,
  mediationOutcomeAsked: ({ brief, heldAt }) =>
    `【等调解结果】${title(brief)}约在${moment(heldAt)}的见面谈得怎样？${nextStepWords.settle(brief.number)}；${nextStepWords.hold(brief.number)}。`,
  mediationBroken: ({ brief, text }) =>
    `【协议没有履行】${title(brief)}${text && `：${text}`}。请督促履行；一方坚持不履行的，请告知另一方可以向法院起诉。`,
  mediationDone: ({ brief, step, next, limit }) =>
    [
      `${brief.number}号 ${stepDoneWords[step]}。`,
      limit ? `接下来：请在${mediationLimitWords(limit)}。` : '',
      next.length > 0 ? `${next.map((one) => nextStepWords[one](brief.number)).join('；')}。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  mediationAsked: ({ brief, lack }) => `${brief.number}号：${lackWords[lack](brief.number)}`,
}
