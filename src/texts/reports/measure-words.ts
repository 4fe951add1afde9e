import type { Assessed } from '../../domain/numbers/assessment.ts'
import type { Beside } from '../../domain/numbers/figure.ts'
import type { Measure } from '../../domain/numbers/figures.ts'
import type { ReportKind } from '../../domain/numbers/report.ts'

export const reportWords: Readonly<Record<ReportKind, string>> = {
  daily: '每日简报',
  weekly: '每周汇总表',
  register: '半月登记表',
  monthly: '月度报告',
  quarterly: '季度分析报告',
}

/** How "this period" and "the one before" are said. */
export const periodWords: Readonly<Record<ReportKind, { now: string; last: string }>> = {
  daily: { now: '当日', last: '前一日' },
  weekly: { now: '本周', last: '上周' },
  register: { now: '本期', last: '上一期' },
  monthly: { now: '本月', last: '上月' },
  quarterly: { now: '本季度', last: '上季度' },
}

interface MeasureWords {
  readonly name: string
  readonly unit: string
  /** Printed as a share of what it is out of. */
  readonly isShare: boolean
  readonly definition: string
}

/** What each number means: the words of the functions in `src/domain/numbers`. */
export const measureWords: Readonly<Record<Measure, MeasureWords>> = {
  registered: {
    ...{ name: '登记', unit: '件', isShare: false },
    definition: '期内登记的诉求。撤回、并入他件、认定不属诉求的不计，列在“剔除”。',
  },
  households: {
    ...{ name: '涉及户数', unit: '户', isShare: false },
    definition: '期内登记的各件诉求的反映人与附议邻居的户数之和，同一件里同一户只算一次。',
  },
  resolved: {
    ...{ name: '办结', unit: '件', isShare: false },
    definition: '期内办结过的诉求，同一件办结几次只算一件。',
  },
  inHand: {
    ...{ name: '期末在办', unit: '件', isShare: false },
    definition: '期末还没有办结的诉求，包括等待补充地点的。',
  },
  response: {
    ...{ name: '响应率', unit: '', isShare: true },
    definition:
      '首次派单的签收时限在期内届满的诉求中，时限内有承办人签收、答复或登记进展的占比。已撤回的列在“剔除”。',
  },
  onTime: {
    ...{ name: '按时办结率', unit: '', isShare: true },
    definition: '期内办结的诉求中，最后一次办结没有超过办结时限的占比。',
  },
  resolution: {
    ...{ name: '解决率', unit: '', isShare: true },
    definition:
      '期内有人评价是否解决的诉求中，最后一轮评价都说已解决的占比。未评价结案的、待评价的、剔除的不折算进来，另列。',
  },
  satisfaction: {
    ...{ name: '满意率', unit: '', isShare: true },
    definition:
      '期内有人评分的诉求中，最后一轮评分平均4分及以上（满意）的占比。未评价结案的、待评价的、剔除的不折算进来，另列。',
  },
  overdue: {
    ...{ name: '超期', unit: '件', isShare: false },
    definition: '期内任何时候在办而已经超过当时办结时限的诉求；基数是期内在办过的诉求。',
  },
  returned: {
    ...{ name: '退回', unit: '次', isShare: false },
    definition: '期内退回的次数，部门的是该部门退回的；基数是期内在办过的诉求。',
  },
  reopened: {
    ...{ name: '重办', unit: '次', isShare: false },
    definition: '期内办结后因没有解决而重新办理的次数。',
  },
  repeated: {
    ...{ name: '重复诉求率', unit: '', isShare: true },
    definition:
      '期内登记且地点明确的诉求中，前30天内同一地点（到单元）、同类事项已有人反映过的占比。地点不明的另列。',
  },
  callBacks: {
    ...{ name: '回访属实率', unit: '', isShare: true },
    definition:
      '期内由承办人以外的人回访并联系上的诉求中，反映人说确实办好了的占比。没联系上的、与评价不一致的、待回访的另列。',
  },
  headChecks: {
    ...{ name: '户长核实属实率', unit: '', isShare: true },
    definition: '期内户长到现场核实过的诉求中，最后一次核实认为办好了的占比。待核实的另列。',
  },
  quarrels: {
    ...{ name: '矛盾纠纷', unit: '件', isShare: false },
    definition: '期内登记的矛盾纠纷。撤回、并入他件、进入诉讼等其他程序的不计，列在“剔除”。',
  },
  settled: {
    ...{ name: '调解成功率', unit: '', isShare: true },
    definition:
      '期内调解结束的矛盾纠纷中达成协议的占比；基数是达成协议的和终止调解的。进入诉讼、仲裁等其他程序的不折算进来，列在“剔除”。',
  },
  handedOver: {
    ...{ name: '移交矛调中心', unit: '件', isShare: false },
    definition: '期内移交矛调中心的矛盾纠纷。',
  },
  quarrelsLate: {
    ...{ name: '纠纷超时', unit: '件', isShare: false },
    definition:
      '期内任何时候在办而已经超过约见、调解次数、移交或办结时限的矛盾纠纷；基数是期内在办过的矛盾纠纷。',
  },
  partsOpen: {
    ...{ name: '协办未完成', unit: '项', isShare: false },
    definition:
      '期末在办诉求中还没有完成的协办任务；部门的是该部门的，由谁主办不论。不计入以上各率。',
  },
  partsLate: {
    ...{ name: '协办超期', unit: '项', isShare: false },
    definition:
      '期内任何时候超过协办时限还没有完成的协办任务（吹哨未按时到场也在内）；部门的是该部门的。不计入以上各率。',
  },
}

export const besideWords: Readonly<Record<Beside, string>> = {
  setAside: '剔除',
  unrated: '未评价结案',
  awaiting: '待评价',
  placeUnknown: '地点不明',
  undecided: '评价没说是否解决',
  unreached: '没联系上',
  contradicted: '与评价不一致',
  waiting: '待回访或核实',
}

export const assessedWords: Readonly<Record<Assessed, string>> = {
  response: '响应率',
  onTime: '按时办结率',
  resolution: '解决率',
  satisfaction: '满意率',
  notReturned: '未退回',
  notRepeated: '未重复',
}
