import type {
  ErrandBrief,
  ErrandLine,
  ErrandNotice,
  ErrandProblem,
} from '../domain/notices/errand-notice.ts'
import { moment } from './moments.ts'
import type { Sentences } from './resident-notices.ts'

const refused: Readonly<Record<ErrandProblem, string>> = {
  notYours: '这件代办不在您手上，不用您办。',
  notNow: '这件代办现在不用这样办，可能已经办好、转走或撤回了。',
  unknown: '没有找到这件代办，请核对编号，例如“代办3号办好了”。',
  which: '您手上有几件代办，请写明是哪一件，例如“代办3号办好了”。回“我的任务”看清单。',
  empty: '要代办什么？请写一句，例如“请户长代办：给3栋2单元的老人取降压药”。',
  noPlace: '您住哪一栋哪个单元？连同要办的事再说一遍，例如“请户长帮5栋2单元取药”，才好请对人。',
  noHead:
    '那里没有在任的户长，或者地点没写到楼栋（村里写到组），请补一句，例如“请户长代办：给河滨新村1栋的老人取药”。',
  confidential: '这件诉求要求保密或属于纠纷，不能交给户长，请您自己办。',
}

/** 幸福里小区5栋2单元 王奶奶：取降压药 */
const what = ({ place, neighbour, words }: ErrandBrief): string =>
  `${[place, neighbour ?? ''].filter(Boolean).join(' ')}${place || neighbour ? '：' : ''}${words}`

/** The head is a neighbour: what would tempt or burden them is said to both. */
const noMoney = '户长不经手钱、银行卡和密码'

const whyWork: Readonly<Record<Extract<ErrandNotice, { kind: 'errandWork' }>['why'], string>> = {
  noHead: '户长办不了这件，请您帮忙',
  declined: '户长办不了，请您接着办',
  notAccepted: '户长没有回音，请您接着办',
  notDone: '户长到时候没办成，请您接着办',
  notFixed: '邻居说还没办好，请您接着办',
  late: '还没办好，请您抓紧',
}

const whatDone: Readonly<Record<Extract<ErrandNotice, { kind: 'errandDone' }>['what'], string>> = {
  accept: '已接，谢谢您！办好回“办好了”就行',
  decline: '好的，已转给网格员，谢谢您回话',
  report: '记下了，辛苦您',
  confirm: '记下了，谢谢您回话',
  withdraw: '已撤回，不用办了',
  consent: '记下了',
}

const stateWords: Readonly<Record<ErrandLine['state'], string>> = {
  asked: '等您答复能不能办',
  taken: '您在办',
  passed: '转给您的',
}

/** `代办3号 幸福里小区5栋：取药（您在办，3月4日18:00前）` */
export const errandTaskLine = ({ errand, state, dueAt }: ErrandLine): string =>
  `代办${errand.number}号 ${what(errand)}（${stateWords[state]}，${moment(dueAt)}前）`

/** Every sentence about errands. */
export const errandNotices = {
  errandKept: ({ errand, by, dueAt, asksConsent }) => {
    const no = `代办${errand.number}号`
    if (by === 'own')
      return `记下了（${no}），您在办，${moment(dueAt)}前办好回“${no}办好了”；办不了回“${no}办不了：原因”，网格员接着办。${asksConsent ? `${errand.neighbour ?? '邻居'}同意登记称呼吗？问一声，回“${no}同意”或“${no}不同意”，回话之前只有您看得到。` : ''}`
    return by === 'head'
      ? `已请户长代办（${no}），${moment(dueAt)}前给您回音，没有回音就请网格员来办。${noMoney}，请不要交给户长。不用办了回“${no}不用了”。`
      : `已请网格员办（${no}），${moment(dueAt)}前办好。不用办了回“${no}不用了”。`
  },
  errandTaken: ({ errand, dueAt }) => `代办${errand.number}号：户长接了，${moment(dueAt)}前办好。`,
  errandPassed: ({ errand, dueAt }) =>
    `代办${errand.number}号：已请网格员接着办，${moment(dueAt)}前办好。`,
  errandReported: ({ errand, result }) =>
    `代办${errand.number}号说是办好了${result ? `：${result}` : ''}。办好了吗？回“代办${errand.number}号办好了”或“代办${errand.number}号没办好”。`,
  errandMoney: () =>
    `${noMoney}，这是为了您的钱和隐私安全。要请网格员来帮您办吗？回“是”就请，不用回“不用”。银行卡和密码谁也别给。`,
  errandOrPetition: ({ errand, number, category }) =>
    `您说的是哪一件不用了？代办${errand.number}号（${errand.words}）回“代办${errand.number}号不用了”；诉求${number}号（${category}）回“${number}号不用了”。回话之前两件都照办。`,
  errandTask: ({ errand, why, from, dueAt }) => {
    const no = `代办${errand.number}号`
    return why === 'again'
      ? `【${no}】邻居说还没办好，请您再看一下：${what(errand)}。${moment(dueAt)}前办好回“${no}办好了”，办不了回“${no}办不了：原因”。`
      : `【请您代办·${no}】${what(errand)}${from ? `（${from}托您）` : ''}。能办回“${no}接了”，办不了回“${no}办不了：原因”，${moment(dueAt)}前没有回音就转网格员。不要代收钱、银行卡和密码，别在群里说。`
  },
  errandWork: ({ errand, why, from, reason, dueAt }) =>
    `【代办${errand.number}号】${whyWork[why]}：${what(errand)}${from ? `（${from}托办）` : ''}${reason ? `；说的是：${reason}` : ''}。${moment(dueAt)}前办好回“代办${errand.number}号办好了：做了什么”。`,
  errandGone: ({ number, why }) =>
    why === 'dropped'
      ? `代办${number}号撤回了，不用办了，谢谢您。`
      : `代办${number}号已转给网格员，您不用管了，谢谢您。`,
  errandThanked: ({ number }) => `代办${number}号邻居说办好了，谢谢您！`,
  errandDone: ({ number, what, isAsked }) =>
    `代办${number}号${whatDone[what]}${isAsked ? '，正在问邻居是不是办好了' : ''}。`,
  errandRefused: ({ why }) => refused[why],
} as const satisfies Sentences<ErrandNotice['kind']>
