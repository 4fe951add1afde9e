import type { Danger } from '../domain/intake/matter.ts'
import type { Brief, Notice, StatusLine } from '../domain/notices/notice.ts'
import type { ChannelName } from '../domain/people/channel-name.ts'
import type { StaffRole } from '../domain/people/roles.ts'
import type { OtherWay } from '../domain/petition/elsewhere.ts'
import type { Status } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import type { ReturnReason } from '../domain/petition/return-reason.ts'
import { jointRefusals } from './joint-refusals.ts'
import { moment } from './moments.ts'

/** How a status is called. */
export const statusWords: Readonly<Record<Status, string>> = {
  received: '待补充地点',
  dispatched: '待签收',
  handling: '办理中',
  resolved: '已办结，待评价',
  closed: '已结案',
  withdrawn: '已撤回',
}

export const roleWords: Readonly<Record<StaffRole, string>> = {
  grid_worker: '网格员',
  household_head: '户长',
  community_dispatcher: '社区调度员',
  community_manager: '社区书记',
  department_officer: '承办人',
  mediator: '调解员',
  street_dispatcher: '街道调度员',
  street_supervisor: '街道督办员',
  street_leader: '街道领导',
}

/** How a channel is called. */
export const channelWords: Readonly<Record<ChannelName, string>> = {
  wechat: '微信',
  wechatStandby: '微信备用账号',
  lark: '飞书',
  wecom: '企业微信',
  hotline: '热线平台',
  open311: 'Open311',
  api: '接口登记',
  mail: '邮件',
  sms: '短信',
}

/** Why a task is given back, as is mostly the case; words can be added. */
export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  notOurArea: '不在本网格或本辖区',
  notOurDuty: '不属于本单位职责',
  placeUnclear: '地点不清，无法办理',
  duplicate: '与其他诉求重复',
  other: '其他原因',
}

export const otherWayNames: Readonly<Record<OtherWay, string>> = {
  court: '诉讼',
  arbitration: '仲裁',
  reconsideration: '行政复议',
  petitioning: '信访',
  discipline: '纪检监察',
  police: '公安',
}

/** Where what is out of scope belongs, said to who brought it. */
export const otherWayWords: Readonly<Record<OtherWay, string>> = {
  court: '已进入诉讼程序的事由法院处理，请向受理的人民法院反映；法律咨询可打12348',
  arbitration: '已进入仲裁程序的事由仲裁机构处理，请向受理的仲裁委员会反映；劳动争议可打12333',
  reconsideration: '已申请行政复议的事由复议机关处理，请向受理的行政复议机构反映',
  petitioning: '已作为信访事项受理的，请向受理的信访部门查询进展',
  discipline: '反映党员、干部违纪违法，请直接向纪检监察机关举报，电话12388',
  police: '由公安机关处理的案件，请向办案的派出所反映；紧急情况请打110',
}

/** Whom to call first, and what to do until they come. */
export const dangerWords: Readonly<Record<Danger, string>> = {
  gas: '请立即关阀、开窗、到室外再打电话，不要开关电器。燃气泄漏、着火请打119',
  fire: '请立即撤到安全处并打119，有人受伤打120，不要乘电梯',
  lift: '请不要扒门，按轿厢内警铃等候；有人不适打120，长时间无人应答打119',
  fight: '请先远离现场并打110，有人受伤打120',
  suicide: '请马上打110和120，身边的人请陪着，不要让其独处',
  child: '请马上打110，有受伤打120，身边的人请先护住孩子',
  medical: '请马上打120，不要随意搬动',
  electric: '请远离，不要触碰，马上打119；有人触电打120',
  water: '请马上打110和120，会水的人用竿子、绳子施救，不要下水',
}
export const anyDanger = '如有生命危险请马上打110、119或120'

/** What came of binding an account, and what to do now. */
export const signInWords: Readonly<
  Record<Extract<Notice, { readonly kind: 'signIn' }>['what'], string>
> = {
  privately: '工作台的入口只能私信给您。请私信我“登录”。',
  onlyOffice: '工作台是给工作人员用的。您有事直接跟我说就行，发“进度”可以看办到哪一步。',
}

export const bindingWords: Readonly<Record<Extract<Notice, { kind: 'binding' }>['what'], string>> =
  {
    bound: '绑定好了：这个账号和您原来的账号算同一个人，诉求、通知都在一起。',
    already: '这个账号已经绑定好了，不用再绑。',
    inOffice: '这个账号已登记给工作人员，不能改绑。需要变更请联系系统管理员。',
    voided: '绑定码不能发到群里，刚才那个已经作废。请重新领一个，只在私聊里发给我。',
    unknown:
      '绑定码不对，或者已经失效。请在原来的账号上私信我“绑定”重新领取；工作人员请找系统管理员领取。',
    locked: '绑定码错得太多了，为了安全请过一小时再试。',
    privately: '绑定账号请私信我说“绑定”，不要在群里说。',
    fromOperator:
      '工作人员绑定新账号：请找系统管理员领取绑定码，再用新账号私信我“绑定”加六位数字。',
  }

/** The petition of which examples speak. */
export const exampleNumber = '1027'

/** What cannot be done, and what to do instead. */
export const refusalWords: Readonly<Record<Refusal['kind'], string>> = {
  notFound: '没有找到这件诉求，请核对编号。回复“我的诉求”或“我的任务”可查看清单。',
  notYours: '这件诉求不在您名下，不能进行这项操作。',
  notNow: '这件诉求现在的状态不能进行这项操作。回复“进度”可查看状态。',
  alreadyDone: '这一步已经办过了。',
  reasonMissing: '请写明理由，例如“1027 退回：不在本网格”“1027 不同意延期：节前要修好”。',
  checkMissing:
    '紧急诉求不能随手撤下：请写明怎样核实的（不少于10个字），例如“1027 不是诉求：已到现场核实，是消防演练，无人受伤”。',
  limitMissed: '已经过了办结时限，不能再申请延期。请尽快办结，或先作阶段性答复。',
  noMoreTime:
    '按规定这件诉求不能（再）延期。可以先作阶段性答复，例如“1027 阶段性答复：配件已订，周五到货”。',
  tooManyDays: '超过了规定一次最多能延的天数，请写少一些，例如“1027 申请延期3天，等配件”。',
  daysMissing: '请写明延几天，例如“1027 同意延期3天”。',
  nothingAsked: '这件诉求没有等待审批的延期申请或求助。',
  urgedAlready: '刚刚催过，承办人已收到提醒。',
  dayMissing: '阶段性答复请写明哪一天再答复，例如“1027 阶段性答复：配件已订，3月10日前装好”。',
  noQuarrel: '这件不是矛盾纠纷，没有调解这一步。',
  consentMissing:
    '双方都同意了才能调解（人民调解法第17条）。都同意请先回“1027 双方同意调解”；有一方不愿意，请回“1027 终止调解：原因”。',
  sessionsMissing:
    '两次调解没有谈成的，或者重大疑难的，才移交矛调中心。重大疑难请先回“1027 重大：原因”。',
  mediationOpen:
    '这件正在调解，请先说调解结果：“1027 调解成功：协议内容”“1027 终止调解：原因”，或“1027 双方已去法院，案号……”。',
  timePassed: '约见的时间已经过了，请写以后的日子和钟点。',
  resultMissing: '请写明办理结果，例如“1027 已换灯泡，办结”，可附照片。',
  cannotReturn: '这件诉求已多次退回，由街道督办，不能再退回；办理有困难请回复“求助：……”。',
  designated: '这件诉求已指定您处承办，不能再退回或转出；办理有困难请回复“求助：……”。',
  wayMissing:
    '请写明应走哪个渠道：诉讼、仲裁、行政复议、信访、纪检监察、公安，例如“1027 不予受理：已向法院起诉”。',
  placeUnknown: '没认出地点。请写小区和楼栋，例如“1027 地点是幸福里小区6栋2单元”。',
  callBackUnclear:
    '没看出回访结果。请回一句，例如“1027号回访：确实修好了，满意”，或“没修好”“没联系上”。',
  destinationUnknown: '没认出要转给谁，或已在该处。请写部门或网格名称，例如“1027 转市政”。',
  ...jointRefusals,
}

/** `1027号 楼道照明（幸福里小区5栋2单元）` */
export const title = ({ number, category, place }: Brief): string =>
  `${number}号 ${category}${place ? `（${place}）` : ''}`

export const line = ({ brief, status, dueAt, overdue, part, isJoint }: StatusLine): string =>
  [
    `${title(brief)}：${part === undefined ? statusWords[status] : `协办${part && `“${part}”`}`}`,
    status === 'dispatched' || status === 'handling'
      ? `${brief.handler}${part !== undefined ? '主办' : isJoint ? '牵头，几个部门一起办' : ''}`
      : '',
    dueAt ? lineDue(dueAt, overdue, part === undefined ? '办结' : '完成') : '',
  ]
    .filter(Boolean)
    .join('，')

const lineDue = (dueAt: Date, overdue: boolean, what: string) =>
  overdue ? `已超期，应于${moment(dueAt)}前${what}` : `${moment(dueAt)}前${what}`

/** Why a task comes to its handler. */
export const whyTask = {
  new: '新任务',
  returned: '退回到您处',
  transferred: '转派给您',
  designated: '指定您处承办，不能再退回',
  reopened: '居民反映没解决，重办',
  amended: '居民更正后转给您',
  corrected: '工作人员更正后转给您',
  insisted: '居民要求重新登记',
  unmerged: '居民说不是同一件事，恢复办理',
} as const

/** Levels of supervision (督办). */
export const levelWords: Readonly<Record<number, string>> = { 1: '一级', 2: '二级', 3: '三级' }

/** What a handler owes by a limit. */
export const duty = { accept: '签收', resolve: '办结' } as const
