import type { Brief, Notice } from '../domain/notices/notice.ts'
import type { KeptPetition, Seen } from '../domain/notices/rights-notice.ts'
import type { RecordClass, RetentionPolicy } from '../domain/rights/retention.ts'
import { dayWords } from './moments.ts'
import { worded } from './own-texts.ts'
import type { Sentence } from './resident-notices.ts'
import { channelWords, roleWords, statusWords, title } from './words.ts'

/** What is kept, by class. */
export const keptWords: Readonly<Record<RecordClass, string>> = {
  chatter: '没有办成事的闲聊',
  inbox: '群里和私聊的原始消息',
  media: '没有用到的照片、语音',
  letters: '发给您的通知、办完的代办',
  closedPetitions: '结案诉求里您的称呼、门牌、原话、照片',
  reveals: '谁看过您身份的记录',
  accounts: '绑定账号的记录',
  people: '长期没说话、没有诉求的账号和称呼',
}

/** 7天, 3年. */
const span = (of: RecordClass, keep: RetentionPolicy): string => {
  const { amount } = keep[of].for
  return amount % 365 === 0 ? `${amount / 365}年` : `${amount}天`
}

const petitionLine = ({
  brief,
  status,
  words,
  photos,
  isReporter,
  confidential,
  untilAt,
}: KeptPetition<Brief>) =>
  [
    `${title(brief)}：${statusWords[status]}`,
    isReporter ? '您反映的' : '您附议的',
    `原话${words}句${photos > 0 ? `、照片${photos}张` : ''}、地点、办理经过`,
    confidential ? '已保密' : '',
    untilAt ? `个人信息保存到${dayWords(untilAt)}` : '办完再起算保存期',
  ]
    .filter(Boolean)
    .join('，')

const seenLine = ({ number, role, office, reason, seenAt }: Seen) =>
  `${dayWords(seenAt)} ${office}${roleWords[role]}因${number}号查看过您的身份，理由：${reason}`

const seenWords = (seen: readonly Seen[]) =>
  seen.length === 0
    ? '目前没有人调看过您的身份。承办人看到的只有事情，不显示是谁反映的。'
    : seen.map(seenLine).join('\n')

const staysWords = (stays: readonly KeptPetition<Brief>[]) =>
  stays.map((one) => {
    const why = one.untilAt
      ? `依规定保存到${dayWords(one.untilAt)}，到期自动删去您的个人信息`
      : '还在办理，需要它才能办好、告诉您结果；不想办了请先回“撤回”'
    return `${one.brief.number}号 ${one.brief.category}：${why}`
  })

type KeptErrand = NonNullable<Extract<Notice, { kind: 'myData' }>['errands']>[number]

const errandLine = ({ number, words, untilAt }: KeptErrand) =>
  `· 代办${number}号“${words}”，${untilAt ? `保存到${dayWords(untilAt)}` : '还在办'}`

const isRunning = ({ untilAt }: KeptErrand) => untilAt === null
const runningWords = ({ number }: KeptErrand) =>
  `代办${number}号还在办，办完当天夜里删除；不想办了请先回“代办${number}号不用了”`

/** Every sentence about people's own data. */
export const rightsNotices = {
  myData: ({
    name,
    door,
    channels,
    rooms,
    sinceAt,
    petitions,
    errands = [],
    chatter,
    letters,
    seen,
    keep,
  }) =>
    [
      `您在我们这里存的信息${sinceAt ? `（最早从${dayWords(sinceAt)}起）` : ''}：`,
      `① 账号：${channels.map((channel) => channelWords[channel]).join('、') || '无'}；称呼：${name || '无'}${door ? `；门牌：${door}` : ''}`,
      rooms.length > 0
        ? `② 群昵称：${rooms.map((room) => `${room.topic || '群'}“${room.alias || '未设'}”`).join('；')}`
        : '② 群昵称：无',
      petitions.length === 0
        ? '③ 诉求：没有'
        : `③ 诉求${petitions.length}件：\n${petitions.map((one) => `· ${petitionLine(one)}`).join('\n')}`,
      errands.length > 0
        ? `请户长代办${errands.length}件：\n${errands.map(errandLine).join('\n')}`
        : '',
      `④ 闲聊消息${chatter}条（最多留${span('chatter', keep)}），通知记录${letters}条（留${span('letters', keep)}）`,
      `⑤ 谁看过您的身份：${seen.length === 0 ? '没有人' : `${seen.length}次，回“谁看过我的信息”看明细`}`,
      `⑥ 诉求结案${span('closedPetitions', keep)}后，自动删去您的称呼、门牌、原话和照片，只留不带姓名的统计。`,
      '要改请回“更正”，要删请回“删除我的信息”，不想让人知道是您请回“保密”。',
    ]
      .filter(Boolean)
      .join('\n'),
  whoSaw: ({ seen }) => seenWords(seen),
  correctHow: () =>
    '要改哪一项？回一句就行：“更正称呼：刘女士”“更正门牌：5栋2单元302”“1001号是代王奶奶反映的”。事情说错了（地点、类别）直接说“1001号是6栋不是5栋”。',
  selfCorrected: ({ name, door }) =>
    `已更正${name ? `称呼为“${name}”` : ''}${door ? `门牌为“${door}”` : ''}。${door && (door.match(/\d+/g) ?? []).length < 3 ? '写全几栋几单元几室，例如“更正门牌：5栋2单元302”，还在办的诉求才能按新门牌计户。' : door ? '还在办的诉求一并按新门牌计户。' : ''}`,
  petitionerCorrected: ({ brief }) => `已更正${brief.number}号的反映人信息，进展仍告诉您。`,
  eraseAsked: ({ stays, isStaff, errands = [] }) =>
    [
      '您要删除在我们这里的信息。确认后马上删：闲聊消息、没用到的照片语音、群昵称、绑定码、您更正过的称呼门牌。',
      isStaff ? '您的工作岗位信息由街道登记，不在此列。' : '',
      ...(stays.length > 0
        ? ['以下暂时不能删：', ...staysWords(stays)]
        : errands.some(isRunning)
          ? []
          : ['没有诉求要保留，账号和称呼今晚一并删除。']),
      ...errands.filter(isRunning).map(runningWords),
      '确认请回“确认”，不删了回“算了”。',
    ]
      .filter(Boolean)
      .join('\n'),
  erased: ({ erased, stays, isStaff, keep, errands = [] }) =>
    [
      `已删除：闲聊消息${erased.messages}条、其中照片语音${erased.files}个（文件${span('media', keep)}内清除）、群昵称${erased.rooms}个。`,
      isStaff
        ? '您的工作岗位信息由街道登记，保留。'
        : stays.length + errands.length > 0
          ? '下列事项到期后，账号和称呼也会一并删除。'
          : '账号和称呼今晚删除。以后您再来说话，会从头记起。',
      ...(stays.length > 0
        ? [`保留的和依据（${keep.closedPetitions.source}）：`, ...staysWords(stays)]
        : []),
      ...errands.filter(isRunning).map(runningWords),
    ].join('\n'),
  eraseDropped: () => '好的，没有删除。',
  rightsPrivately: () => '查看、更正、删除个人信息，请私信我说，不在群里答。',
  rules: ({ street, keep, own }) =>
    worded(
      'rules',
      { 街道: street, 闲聊: span('chatter', keep), 诉求: span('closedPetitions', keep) },
      own,
    ),
  concealed: ({ brief }) =>
    `${brief.number}号已设为保密：承办人和相关方看不到是谁反映的，以后也不在群里提。`,
  concealedAlready: ({ brief }) =>
    `${brief.number}号本来就是保密的：承办人和相关方看不到是谁反映的。`,
  taskConcealed: ({ brief }) =>
    `${brief.number}号 反映人要求保密：不得打听、猜测、透露是谁反映的，办理中不提来源。`,
  identity: ({ number, name, door, phones, rooms, supporters, onBehalfOf, confidential }) =>
    [
      `${number}号反映人：${name || '未留称呼'}${door ? `（${door}）` : ''}${phones ? `，登记的电话${phones.join('、')}` : ''}${onBehalfOf ? `，代${onBehalfOf}反映` : ''}${rooms.length > 0 ? `，在${rooms.join('、')}` : ''}${supporters > 0 ? `；另有${supporters}人附议` : ''}。`,
      `${confidential ? '反映人要求保密，绝不能让承办人和被反映方知道。' : ''}本次查看已记录，反映人可以查到。只用于所说的事由，不得外传。`,
    ].join('\n'),
  identityRefused: ({ number, why }) =>
    `${number === null ? '' : `${number}号：`}${refusedWords[why]}`,
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>

const refusedWords: Readonly<Record<Extract<Notice, { kind: 'identityRefused' }>['why'], string>> =
  {
    notYours: '这件诉求不归您办理或调度，不能查看反映人。',
    confidential: '反映人要求保密，承办人不能查看是谁。需要联系反映人请在任务里写明，由我转达。',
    company:
      '把反映人告诉企业要本人单独同意（《个人信息保护法》第23条）。需要联系请写明，由我转达。',
    reasonMissing: '查看反映人要带编号写明理由，例如“1027号反映人是谁：要上门核实漏水点”。',
    over: '这件诉求已办完或不归我们处理，不能再查看反映人。',
    privately: '请私信我说，不在群里答。',
  }
