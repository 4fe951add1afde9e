import type { Command } from './command.ts'
import type { Status } from './petition.ts'

/**
 * What an actor is to a petition:
 * `handler` in whose hands it is · `assistant` who owes a part of it · `dispatcher` of its community or of the street · `supervisor` of the street ·
 * `petitioner` who reported or joined · `anyone` who lives or works here · `clock`.
 */
export type Standing =
  | 'handler'
  | 'assistant'
  | 'dispatcher'
  | 'supervisor'
  | 'petitioner'
  | 'anyone'
  | 'clock'

interface Step {
  readonly from: readonly Status[]
  readonly by: readonly Standing[]
}

/** The life of a petition is one table. Chat, cards, console, API and clock all read it. */
export const lifecycle = {
  stopWaiting: { from: ['received'], by: ['clock', 'dispatcher'] }, //                              转人工派单
  accept: { from: ['dispatched'], by: ['handler'] }, //                                             签收
  return: { from: ['dispatched', 'handling'], by: ['handler'] }, //                                 退回
  transfer: { from: ['dispatched', 'handling'], by: ['handler', 'dispatcher', 'supervisor'] }, //   转派
  askHelp: { from: ['dispatched', 'handling'], by: ['handler', 'assistant'] }, //                                求助
  answerHelp: { from: ['dispatched', 'handling'], by: ['dispatcher', 'supervisor'] }, //            答复求助
  askExtension: { from: ['dispatched', 'handling'], by: ['handler'] }, //                           申请延期
  approveExtension: { from: ['dispatched', 'handling'], by: ['dispatcher', 'supervisor'] }, //      同意延期
  refuseExtension: { from: ['dispatched', 'handling'], by: ['dispatcher', 'supervisor'] }, //       不同意延期
  answerInterim: { from: ['dispatched', 'handling'], by: ['handler'] }, //                          阶段性答复
  mediate: {
    from: ['dispatched', 'handling', 'resolved', 'closed'],
    by: ['handler', 'dispatcher', 'supervisor', 'petitioner', 'clock'],
  }, //       调解
  note: {
    from: ['dispatched', 'handling', 'resolved'],
    by: ['handler', 'assistant', 'dispatcher', 'supervisor'],
  }, //       进展
  resolve: { from: ['dispatched', 'handling'], by: ['handler', 'dispatcher'] }, //                  办结
  askAssist: { from: ['dispatched', 'handling'], by: ['dispatcher', 'supervisor'] }, //             请协办、吹哨
  releaseAssist: { from: ['dispatched', 'handling'], by: ['dispatcher', 'supervisor'] }, //         取消协办
  takePart: { from: ['dispatched', 'handling'], by: ['assistant'] }, //                             协办签收、报到
  finishPart: { from: ['dispatched', 'handling'], by: ['assistant'] }, //                           协办完成
  refusePart: { from: ['dispatched', 'handling'], by: ['assistant'] }, //                           退回协办
  concludeCall: {
    from: ['dispatched', 'handling'],
    by: ['handler', 'dispatcher', 'supervisor'],
  }, //       吹哨结论
  supplement: { from: ['received', 'dispatched', 'handling'], by: ['petitioner', 'anyone'] }, //    补充
  amend: { from: ['received', 'dispatched', 'handling'], by: ['petitioner', 'dispatcher'] }, //     更正
  correct: {
    from: ['received', 'dispatched', 'handling', 'resolved'],
    by: ['handler', 'dispatcher', 'supervisor'],
  }, //       纠正
  dismiss: {
    from: ['received', 'dispatched', 'handling'],
    by: ['handler', 'dispatcher', 'supervisor'],
  }, //       不作为诉求
  redirect: {
    from: ['received', 'dispatched', 'handling'],
    by: ['handler', 'dispatcher', 'supervisor', 'clock'],
  }, //       不予受理，告知渠道
  insist: { from: ['withdrawn'], by: ['petitioner', 'dispatcher', 'supervisor'] }, //               重新登记
  join: { from: ['received', 'dispatched', 'handling'], by: ['anyone'] }, //                        加入
  unjoin: {
    from: ['received', 'dispatched', 'handling', 'resolved'],
    by: ['petitioner', 'dispatcher'],
  }, //      退出
  urge: { from: ['dispatched', 'handling'], by: ['petitioner', 'dispatcher', 'supervisor'] }, //    催办
  rate: { from: ['resolved'], by: ['petitioner'] }, //                                              评价
  reopen: { from: ['resolved', 'closed'], by: ['petitioner', 'supervisor'] }, //                    重办
  consent: {
    from: ['received', 'dispatched', 'handling', 'resolved', 'closed'],
    by: ['petitioner'],
  }, //       代报同意
  followUp: { from: ['resolved', 'closed'], by: ['anyone', 'clock'] }, //                           回访、核实
  withdraw: { from: ['received', 'dispatched', 'handling'], by: ['petitioner'] }, //                撤回
  conceal: {
    from: ['received', 'dispatched', 'handling', 'resolved', 'closed'],
    by: ['petitioner'],
  }, // 保密
  correctPetitioner: { from: ['received', 'dispatched', 'handling'], by: ['petitioner'] }, //       更正反映人
  merge: { from: ['received', 'dispatched', 'handling'], by: ['petitioner', 'dispatcher'] }, //      并入
  unmerge: { from: ['withdrawn'], by: ['petitioner', 'dispatcher'] }, //                            分出
  remind: { from: ['dispatched', 'handling'], by: ['clock'] }, //                                   临期提醒
  escalate: { from: ['dispatched', 'handling'], by: ['clock'] }, //                                 督办
  watchInterim: { from: ['dispatched', 'handling'], by: ['clock'] }, //                             答复到期
  remindPart: { from: ['dispatched', 'handling'], by: ['clock'] }, //                               协办提醒
  escalatePart: { from: ['dispatched', 'handling'], by: ['clock'] }, //                             协办督办
  watchCall: { from: ['dispatched', 'handling'], by: ['clock'] }, //                                催吹哨结论
  pressDecision: { from: ['dispatched', 'handling'], by: ['clock'] }, //                            催批延期
  remindRating: { from: ['resolved'], by: ['clock'] }, //                                           提醒评价
  closeUnrated: { from: ['resolved'], by: ['clock'] }, //                                           未评价结案
} as const satisfies Record<Command['kind'], Step>
