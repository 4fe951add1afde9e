import type { OtherWay } from '../petition/elsewhere.ts'
import { lacks, type SaidOfQuarrel, step } from './said-of-quarrel.ts'

const ways: readonly (readonly [OtherWay, RegExp])[] = [
  ['reconsideration', /复议/],
  ['arbitration', /仲裁/],
  ['court', /法院|起诉|诉讼|打官司/],
  ['petitioning', /信访/],
  ['police', /派出所|公安|警方/],
]
const goneThere =
  /^(?:双方|一方|对方|另一方|反映人|申请人|当事人|两家|已经?|都|自己|主动|现在|决定)*(?:去|到|走|进入?|向|在|申请了?|提起了?|起诉)(?:了|区|县|市|街道)*[^,，。:：]{0,8}(?:法院|诉讼|起诉|官司|仲裁|复议|信访|派出所|公安|警方)|^(?:双方|一方|对方|另一方|反映人|申请人|当事人|已经?|都)*(?:起诉|法院(?:已经?)?(?:立案|受理)|(?:劳动)?仲裁委?(?:已经?)?(?:立案|受理)|打官司)|^(?:已)?(?:进入|在)(?:司法|诉讼|仲裁|其他)程序/
const notYet = /^[^,，。:：]*(?:要|想|打算|准备|威胁|扬言)(?:去|到|起诉|走)/
const reference =
  /(?:案号|文号|受理号|立案号|受理编号|编号)(?:是|为)?[:：\s]*([^\s,，。;；]{2,40})|([(（〔[]\s*20\d{2}\s*[)）〕\]][^\s,，。;；]{2,30}号)/

/** Off to a court or another office, under the number that it has there; a threat to go there is none. */
export function inProcedure(said: string): SaidOfQuarrel | null {
  if (!goneThere.test(said) || notYet.test(said)) return null
  const way = ways.find(([, sign]) => sign.test(said))?.[0]
  if (!way) return lacks('way')
  const found = reference.exec(said)
  const number = found?.[1] ?? found?.[2]
  return number ? step({ kind: 'inProcedure', way, reference: number }) : lacks('reference')
}

/** To the centre, however it is called. */
export function handedOver(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:申请|请|现|拟|建议|今天|已)?(?:移交|转交|转给|转到|上交|交给|交到|移送|转)(?:到|给|至|街道)*(?:的)?(?:矛调中心|综治中心|调处中心|化解中心|矛盾[^,，。:：]{0,14}中心|中心)(?:调解|处理|办理|受理)?[,，:：、。\s]*([\s\S]*)$/.exec(
      said,
    )
  return found && step({ kind: 'handOver', reason: (found[1] ?? '').trim() })
}

/** What is called major must say why. */
export function major(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:这是|属于?|定为|升级为?|列为|报)?(?:一起|一件)?(?:重大疑难|疑难复杂|重大|疑难)(?:的)?(?:矛盾纠纷|纠纷|矛盾|事项|问题|案件)?(?:$|[,，:：、。\s]+([\s\S]*)$)/.exec(
      said,
    )
  if (!found) return null
  const reason = (found[1] ?? '').trim()
  return reason ? step({ kind: 'major', reason }) : lacks('reason')
}

/** No more mediation; that a sitting failed is not yet its end. */
export function ended(said: string): SaidOfQuarrel | null {
  const found =
    /^(?:现|决定|已经?)?(?:终止|结束|停止|不再)调解(?:了)?[,，:：、。\s]*([\s\S]*)$|^调解(?:终止|不了了|不下去)(?:了)?[,，:：、。\s]*([\s\S]*)$/.exec(
      said,
    ) ??
    /^(?:最终|彻底|还是)?(?:调解)?(?:不成|未成|失败|不成功)[,，:：、\s]*([\s\S]*(?:已)?告知[\s\S]*(?:诉讼|仲裁|途径|法院|渠道)[\s\S]*)$/.exec(
      said,
    )
  if (!found) return null
  const reason = (found[1] ?? found[2] ?? '').trim()
  return reason ? step({ kind: 'fail', reason }) : lacks('reason')
}
