import type { TaskAction } from '../../domain/cards/card-view.ts'
import type { Refusal } from '../../domain/petition/refusal.ts'
import { jointRefusalsOnCards } from '../joint-refusals.ts'
import { eventLabels } from '../timeline.ts'

/** What was done by a press, for who pressed. */
export const doneWords: Readonly<Record<TaskAction | 'rate', string>> = {
  accept: '已签收，居民会收到通知',
  return: '已退回，等待重新派单',
  transfer: '已转办，时限不变',
  askExtension: '延期申请已报上级审批，批准前仍按原时限',
  approveExtension: '已同意延期，新时限已告知承办人和居民',
  refuseExtension: '已不同意延期，理由已告知承办人',
  askHelp: '求助已报社区，时限不变',
  resolve: '已办结，正在请居民评价',
  takePart: '已记下，辛苦了',
  finishPart: '协办完成，已告知主办单位',
  refusePart: '已退回协办，等待派单人决定',
  rate: '谢谢，您的评价已记下',
}

/** A result that did not help, and was taken up again. */
export const reopenedWords = '对不起还没解决，已重办并报上一级'

/** On a card people press: no hint at sentences to type. */
export const refusedWords: Readonly<Record<Refusal['kind'], string>> = {
  notFound: '没有找到这件诉求',
  notYours: '这件诉求不在您名下，不能进行这项操作',
  notNow: '这件诉求现在的状态不能进行这项操作',
  alreadyDone: '这一步已经办过了',
  reasonMissing: '请写明理由',
  checkMissing: '紧急诉求请写明怎样核实的',
  limitMissed: '已经过了办结时限，不能再申请延期',
  noMoreTime: '按规定这件诉求不能（再）延期',
  tooManyDays: '超过了规定一次最多能延的天数，请选少一些',
  daysMissing: '请选择延几天',
  nothingAsked: '没有等待审批的延期申请或求助',
  urgedAlready: '刚刚催过，承办人已收到提醒',
  dayMissing: '请写明哪一天再答复',
  noQuarrel: '这件不是矛盾纠纷，没有调解这一步',
  consentMissing: '双方都同意了才能调解',
  sessionsMissing: '两次调解没有谈成的，或者重大疑难的，才移交',
  mediationOpen: '这件正在调解，请用一句话告诉我调解结果',
  timePassed: '约见的时间已经过了',
  resultMissing: '请写明办理情况和结果',
  cannotReturn: '已多次退回，由街道督办，不能再退回；有困难请按“求助”',
  designated: '已指定您处承办，不能再退回或转出；有困难请按“求助”',
  wayMissing: '请写明应走哪个渠道',
  placeUnknown: '没认出地点',
  callBackUnclear: '没看出回访结果，请用一句话回复',
  destinationUnknown: '没有这个去向，或已在该处，请重新选择',
  ...jointRefusalsOnCards,
}

export const notTheirsWords = '这张卡片不是发给您的，不能操作'
export const unclearWords = '没有看清您按了什么，请按卡片上的按钮再试一次'

interface Last {
  readonly kind: keyof typeof eventLabels
  readonly by: 'you' | 'clock' | 'resident' | { readonly name: string }
}

/** Somebody was faster, or there is news: `已由张三签收`. */
export function staleWords(last: Last | null): string {
  if (!last) return '有新情况，卡片已更新'
  const what = eventLabels[last.kind]
  if (last.by === 'you') return `您已${what}，卡片已更新`
  if (last.by === 'clock') return `有新情况（${what}），卡片已更新，请看过再按`
  return last.by === 'resident'
    ? `居民有新情况（${what}），卡片已更新，请看过再按`
    : `已由${last.by.name}${what}，卡片已更新`
}
