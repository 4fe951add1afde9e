import { callBacks, headChecks } from './aftercare.ts'
import type { Counting } from './counting.ts'
import type { Figure } from './figure.ts'
import { inHandAtEnd, onTime, overdue, reopened, resolved, response, returned } from './handling.ts'
import { partsLate, partsOpen } from './joint.ts'
import { handedOver, quarrels, quarrelsLate, settled } from './quarrels.ts'
import { householdsBehind, registered, repeated } from './registered.ts'
import type { Story } from './story.ts'
import { resolution, satisfaction } from './verdicts.ts'

/** What is counted, in the order in which it is shown. */
export const measures = [
  'registered', // 登记
  'households', // 涉及户数
  'resolved', // 办结
  'inHand', // 期末在办
  'response', // 响应率
  'onTime', // 按时办结率
  'resolution', // 解决率
  'satisfaction', // 满意率
  'overdue', // 超期
  'returned', // 退回
  'reopened', // 重办
  'repeated', // 重复诉求率
  'callBacks', // 回访属实率
  'headChecks', // 户长核实
  'partsOpen', // 协办未完成
  'partsLate', // 协办超期
] as const
/** Of quarrels, in a chapter of their own. */
export const quarrelMeasures = ['quarrels', 'settled', 'handedOver', 'quarrelsLate'] as const
export type Measure = (typeof measures)[number] | (typeof quarrelMeasures)[number]
export type Figures = Readonly<Record<Measure, Figure>>

/** Each number by its definition. */
const definitions: Readonly<Record<Measure, (counting: Counting) => Figure>> = {
  registered,
  households: householdsBehind,
  resolved,
  inHand: inHandAtEnd,
  response,
  onTime,
  resolution,
  satisfaction,
  overdue,
  returned,
  reopened,
  repeated,
  callBacks,
  headChecks,
  quarrels,
  settled,
  handedOver,
  quarrelsLate,
  partsOpen,
  partsLate,
}

/** One number of a scope over a span. */
export const figureOf = (measure: Measure, counting: Counting): Figure =>
  definitions[measure](counting)

/** Every number of a scope over a span. `near`: those of the stories that can count there (`narrowed`). */
export const figuresOf = (counting: Counting, near: readonly Story[] = counting.stories): Figures =>
  Object.fromEntries(
    [...measures, ...quarrelMeasures].map((measure) => [
      measure,
      // what is repeated may have been told from elsewhere first
      figureOf(measure, measure === 'repeated' ? counting : { ...counting, stories: near }),
    ]),
  ) as Figures
