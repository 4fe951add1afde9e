import type { Command } from '../../domain/petition/command.ts'
import type { Standing } from '../../domain/petition/lifecycle.ts'

/** How each command is called in the trade. */
export const commandWords: Readonly<Record<Command['kind'], string>> = {
  stopWaiting: '转人工派单',
  accept: '签收',
  return: '退回',
  transfer: '转派',
  askHelp: '求助',
  askExtension: '申请延期',
  approveExtension: '同意延期',
  refuseExtension: '不同意延期',
  answerInterim: '阶段性答复',
  note: '进展',
  resolve: '办结',
  supplement: '补充',
  amend: '更正',
  correct: '纠正',
  dismiss: '不作为诉求',
  redirect: '不予受理，告知渠道',
  insist: '重新登记',
  join: '加入',
  unjoin: '退出',
  urge: '催办',
  rate: '评价',
  reopen: '重办',
  withdraw: '撤回',
  merge: '并入',
  unmerge: '分出',
  remind: '临期提醒',
  escalate: '督办',
  watchInterim: '答复到期',
  remindRating: '提醒评价',
  closeUnrated: '未评价结案',
}

export const standingWords: Readonly<Record<Standing, string>> = {
  handler: '承办人',
  dispatcher: '调度员',
  supervisor: '督办员、领导',
  petitioner: '反映人',
  anyone: '任何居民',
  clock: '时钟',
}
