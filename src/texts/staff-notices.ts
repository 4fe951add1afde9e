import type { Notice } from '../domain/notices/notice.ts'
import { errandTaskLine } from './errand-words.ts'
import { jointDone } from './joint-notices.ts'
import { likenessWords } from './likeness-words.ts'
import { moment } from './moments.ts'
import type { Sentence } from './resident-notices.ts'
import {
  anyDanger,
  channelWords,
  dangerWords,
  duty,
  exampleNumber,
  levelWords,
  line,
  otherWayNames,
  refusalWords,
  roleWords,
  title,
  whyTask,
} from './words.ts'

const whatDone = {
  ...jointDone,
  accepted: '已签收',
  returned: '已退回，等待重新派单',
  transferred: '已转派',
  helpAsked: '求助已报社区，时限不变',
  helpAnswered: '答复已告知求助的人',
  extensionAsked: '延期申请已报上级审批，批准前仍按原时限',
  extensionApproved: '已同意延期，新时限已告知承办人和居民',
  extensionRefused: '已不同意延期，理由已告知承办人',
  interimAnswered: '阶段性答复已告知居民，到期会提醒您；办结时限不变，来不及请另申请延期',
  noted: '进展已记录并告知居民',
  resolved: '已办结，正在请居民评价',
  calledBack: '回访已记下，谢谢',
  corrected: '已更正，并记下供以后参考',
  dismissed: '已撤下，不作为诉求，已私下告知反映人',
  redirected: '已记为不予受理，应走的渠道已私下告知反映人',
} as const

const notDecided = {
  unknown: '没有找到，请核对编号',
  notYours: '由街道调度员、督办员或街道领导决定',
  decided: '已经有人决定过了',
} as const

/** Every sentence that staff hear. */
export const staffNotices = {
  task: ({ brief, why, note, task }) =>
    [
      `【${task.urgent ? '紧急·' : ''}${whyTask[why]}】${title(brief)}${note && why !== 'new' ? `\n原因：${note}` : ''}`,
      task.words.length > 0 ? `居民说：${task.words.join('；')}` : '原话由社区掌握',
      task.confidential ? '反映人要求保密，不得打听、透露是谁' : '',
      [
        task.households > 1 ? `${task.households}户反映` : '',
        task.vulnerable ? '涉及老弱病残孕幼' : '',
        task.onBehalfOf ? `代${task.onBehalfOf}反映` : '',
        task.photos.length > 0 ? `照片${task.photos.length}张` : '',
      ]
        .filter(Boolean)
        .join('，'),
      `${moment(task.acceptDueAt)}前签收，${moment(task.resolveDueAt)}前办结。回“签收”；不归您回“退回：理由”；办好回“${brief.number} 办结：做了什么”。`,
    ]
      .filter(Boolean)
      .join('\n'),
  alarm: ({ brief, danger, words }) =>
    `【紧急告警】${title(brief)}：${words}\n${danger ? dangerWords[danger] : anyDanger}。请马上核实处置。`,
  taskSupplemented: ({ brief, text, photos }) =>
    `${brief.number}号 居民补充：${text || (photos.length > 0 ? `照片${photos.length}张` : '详情由社区掌握')}`,
  photosAlike: ({ brief, likenesses }) =>
    `${brief.number}号 提示：${likenesses.map((one) => likenessWords(one, brief.number)).join('；')}，供您核对。`,
  taskWithdrawn: ({ brief, reason }) =>
    `${title(brief)}居民已撤回${reason ? `（${reason}）` : ''}，无需再办。`,
  hotSpot: ({ grid, category, place, numbers, households, beganAt, grown }) =>
    `【${grown ? '热点扩大' : '热点'}】${grid} ${category}：${moment(beganAt)}以来${numbers.length}件、${households}户反映${place ? `（${place}）` : ''}，编号${numbers.join('、')}。请核实是不是同一个原因，统一处置、统一答复。`,
  catalogueProposed: ({ proposal, category, unit, handler, numbers }) =>
    `【目录建议${proposal}号】${unit}的“${category}”${numbers.length}次退回后都改派给了${handler}（${numbers.join('、')}号）。以后要不要直接派给${handler}？请回“同意目录建议${proposal}号”或“不同意目录建议${proposal}号：理由”。`,
  proposalDecided: ({ proposal, accepted, category, unit, handler }) =>
    accepted
      ? `目录建议${proposal}号已采纳：今后${unit}的“${category}”直接派给${handler}，已派出的不变。`
      : `目录建议${proposal}号没有采纳，派单目录不变，不再提。`,
  proposalNotDecided: ({ proposal, why }) => `目录建议${proposal}号${notDecided[why]}。`,
  deaf: ({ channel, fromAt, untilAt }) =>
    `【漏听提醒】${channelWords[channel]}在${moment(fromAt)}到${moment(untilAt)}掉线，平台不补发，这段时间群里和私聊的话可能没收到。请到群里看一眼，有诉求请替居民再说一遍。`,
  roomSilent: ({ room, sinceAt }) =>
    `【群里太静】${room}从${moment(sinceAt)}起没有消息，和平时很不一样。请确认群还在、小助手还在群里。`,
  roomLost: ({ room }) =>
    `【被移出群】小助手已被移出${room || '一个群'}，听不到群里的话。请群主重新拉入。`,
  taskMerged: ({ brief, into }) => `${title(brief)}与${into}号是同一件事，已并入，无需另办。`,
  taskMovedAway: ({ brief }) => `${title(brief)}已转由${brief.handler}办理，您处不用再办。`,
  taskCorrected: ({ brief }) => `${brief.number}号已由工作人员更正：${title(brief)}。`,
  taskDismissed: ({ brief, reason }) =>
    `${title(brief)}经核对不作为诉求${reason ? `（${reason}）` : ''}，无需再办。`,
  taskRedirected: ({ brief, way }) =>
    `${title(brief)}不予受理，已告知反映人走${otherWayNames[way]}渠道，无需再办。`,
  categoryAsked: ({ number, choices }) => {
    const [first] = choices
    return `${number}号要改成哪个类别？最接近的有：${choices.map(({ name, code }) => `${name}（${code}）`).join('、')}。请回“${number} 类别改成${first?.name ?? '楼道照明'}”。`
  },
  taskUrged: ({ brief, households, urging }) =>
    `【催办】${title(brief)}，${urging && urging > 1 ? `${urging}户催办，` : ''}${households}户在等，请尽快办理。`,
  taskRated: ({ brief, solved, score, reason }) => {
    const said = [
      solved === null ? '' : solved ? '已解决' : '未解决',
      score === null ? '' : `${score}分`,
      reason ?? '',
    ]
    return `${brief.number}号 居民评价：${said.filter(Boolean).join('，') || '没有说满意不满意'}`
  },
  reminded: ({ brief, of, dueAt }) =>
    `【临期提醒】${title(brief)}请在${moment(dueAt)}前${duty[of]}。`,
  escalated: ({ brief, of, dueAt, to, level, names = [] }) =>
    `【超期督办${level ? `·${levelWords[level] ?? ''}` : ''}】${title(brief)}应于${moment(dueAt)}前${duty[of]}，${brief.handler}尚未${duty[of]}，已报${roleWords[to]}${names.join('、')}。`,
  helpAsked: ({ brief, text }) =>
    `【求助】${title(brief)}，${brief.handler}请求协调：${text}\n请回“${brief.number} 答复求助：怎么协调”。`,
  helpAnswered: ({ brief, text }) => `【求助答复】${title(brief)}：${text}`,
  extensionAsked: ({ brief, days, reason, dueAt }) =>
    `【延期申请】${title(brief)}，${brief.handler}申请延期${days === null ? '' : `${days}天`}：${reason}${dueAt ? `（原时限${moment(dueAt)}前）` : ''}\n请回“${brief.number} 同意延期${days === null ? '3天' : ''}”或“${brief.number} 不同意延期：理由”。`,
  extensionApproved: ({ brief, days, dueAt }) =>
    `【延期已批】${title(brief)}同意延期${days}天，请在${moment(dueAt)}前办结。`,
  extensionRefused: ({ brief, reason, dueAt }) =>
    `【延期未批】${title(brief)}不同意延期：${reason}。仍请在${moment(dueAt)}前办结。`,
  interimDue: ({ brief, text }) =>
    `【答复到期】${title(brief)}答应居民今天再答复${text ? `（${text}）` : ''}。请回“${brief.number} 进展……”，办好回“${brief.number} 办结：做了什么”。`,
  interimOverdue: ({ brief, untilAt }) =>
    `【答复逾期】${title(brief)}答应居民${moment(untilAt)}前再答复，${brief.handler}没有消息，请马上答复。`,
  stuck: ({ brief, reason }) =>
    `【退回提级】${title(brief)}多次退回，已到街道：${reason}。请督办。`,
  reopenedAbove: ({ brief, reason }) =>
    `【重办】${title(brief)}居民认为没有解决：${reason}。由${brief.handler}重办，请关注。`,
  tasks: ({ lines, errands = [] }) =>
    lines.length + errands.length === 0
      ? '您手上没有任务。'
      : `您手上有${lines.length + errands.length}件：\n${[...lines.map(line), ...errands.map(errandTaskLine)].join('\n')}`,
  done: ({ brief, what }) => `${brief.number}号 ${whatDone[what]}。`,
  whichTask: ({ lines }) => `您说的是哪一件？请带编号再回一次：\n${lines.map(line).join('\n')}`,
  personWanted: ({ name, room, words }) =>
    `居民「${name}」${room ? `（${room}）` : ''}想找工作人员：${words}。请联系。`,
  askReason: ({ number }) => `${number}号退回需要理由，请回一句原因，例如“不在本网格”。`,
  refused: ({ refusal, number, owing }) =>
    `${number === null ? refusalWords[refusal] : `${number}号：${refusalWords[refusal].replaceAll(exampleNumber, `${number}`)}`}${owing && owing.length > 0 ? `（还没完成的：${owing.join('、')}）。` : ''}`,
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>
