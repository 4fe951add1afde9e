import type { Notice } from '../domain/notices/notice.ts'
import type { VoiceRefusal } from '../domain/notices/voice-notice.ts'
import { fewest, type Outcome } from '../domain/voices/told.ts'
import type { Spoken } from '../domain/voices/voice.ts'
import { itemNotices } from './item-words.ts'
import { moment } from './moments.ts'
import { dayText } from './reports/names.ts'
import type { Sentence } from './resident-notices.ts'

const refused: Readonly<Record<VoiceRefusal, string>> = {
  unknownUnit:
    '没认出要发到哪里。请写社区、网格、小区或群的名称，例如“通知 幸福里：明天上午9点停水检修，请储水”，发到自己辖区可写“通知本社区：……”。',
  notYours: '只能发到自己辖区的群：社区发本社区，网格员发本网格，全街道由街道调度员发。',
  noRooms: '那里还没有接入的居民群，发不出去。',
  number:
    '内容里有电话、证件号、卡号或车牌，群里不能发。请去掉号码再发，例如“有疑问直接在群里问我”。',
  door: '内容写到了户（几栋几单元几室），群里不能发。请只写到楼栋，再发一次。',
  name: '内容里有居民的姓名和楼栋，群里不能发。请去掉姓名再发一次。',
  tooShort: '内容太短了，请写清楚什么事、什么时候、要大家做什么。',
  tooLong: '内容太长，群里没人看得完。请压到300字以内。',
  badEnd: '截止日期没看懂，或者已经过了、太远了。请写30天以内的一天，例如“到周五”“到3月10日”。',
  stale: '这份草稿放得太久，已经作废。请重新写一遍。',
  none: '没有找到这条通知。回“通知情况”看最近发的。',
  over: '这条通知已经结束，不再提醒。需要请重新发一条。',
  repeatedAlready: '这条通知已经再提醒过一次，不再重复打扰大家。',
  privately: '发通知请私信我写，核对后我来发，不在群里说。',
  noItem: '没有找到这个议事项目。回“议事情况”看清单，要自己提一个请回“议事：事项名称”。',
  itemNotNow: '这个议事项目现在不能这样办。回“议事情况”看办到哪一步。',
  past: '开会的时间已经过了，请写以后的日子和钟点。',
  meetingUnclear:
    '没看懂。可以回“议事3号 3月10日下午3点在社区会议室开会”“议事3号 议过了”“议事3号 决定：……”“议事3号 不议：原因”。',
  unreachable: '这些群现在一个也连不上，没有发出去。',
}

const shownTopics = 6

const asListed = (names: readonly string[], most: number) =>
  names.length > most ? `${names.slice(0, most).join('、')}等` : names.join('、')

/** The first words of a text, by which people know it again. */
const head = (text: string) => {
  const line = text.replace(/\s+/g, ' ')
  return [...line].length > 20 ? `${[...line].slice(0, 20).join('')}…` : line
}

const heading = (audience: string, urgent: boolean, isRepeated: boolean, postedAt: Date) =>
  `【${urgent ? '紧急通知' : '通知'}${isRepeated ? '·再提醒' : ''}】${audience}（${dayText(postedAt)}）`

const whatWords: Readonly<Record<Spoken['kind'], string>> = { announcement: '通知', poll: '征集' }

const shownOpinions = 20

/** 民法典第278条, 物业管理条例第11、12条: what owners decide together needs a procedure of its own. */
const notAssembly = '这是征求意见，不是业主大会表决；依法要业主共同决定的事项，另按规定的程序办。'

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`

const outcomeWords = ({ households, shares, leading }: Outcome): string => {
  if (households < fewest) return `参加的不足${fewest}户，不公布选了什么。`
  if (!shares)
    return `共${households}户参加${leading ? `，选${leading.letter} ${leading.text}的最多` : ''}；有的选项不足${fewest}户，不列各项户数。`
  return `共${households}户参加：${shares
    .map(
      (one) =>
        `${one.letter} ${one.text} ${one.households}户（${percent(one.households, households)}）`,
    )
    .join('，')}。`
}

/** Every sentence about what the office tells its groups. */
export const voiceNotices = {
  announcement: ({ audience, text, urgent, isRepeated, postedAt }) =>
    `${heading(audience, urgent, isRepeated, postedAt)}\n${text}\n看到请回“收到”或1，一户回一次就行${isRepeated ? '，回过的不用再回' : ''}；有问题直接问。`,
  poll: ({ audience, text, options, isRepeated, postedAt, endsAt }) =>
    [
      `【征集意见${isRepeated ? '·再提醒' : ''}】${audience}（${dayText(postedAt)}，到${dayText(endsAt)}截止）`,
      text,
      options.map(({ letter, text: words }) => `${letter} ${words}`).join('\n'),
      options.length > 0
        ? '回一个字母就行，一户一票，截止前可以改，也可以私信我回。有话要说请写“意见：……”。'
        : '请回“意见：……”，也可以私信我说，汇总时不写名字。',
    ]
      .filter(Boolean)
      .join('\n'),
  pollResult: ({ audience, text, hasOptions, outcome }) =>
    [
      `【征集结果】${audience}：${head(text)}`,
      hasOptions ? outcomeWords(outcome) : `共${outcome.households}户说了意见，已汇总交给社区。`,
      notAssembly,
    ].join('\n'),
  announcementHeard: () => '好的，已记下您家收到了通知。',
  pollAnswered: ({ text, option, endsAt }) =>
    `记下了：${head(text)}${option ? `您家选${option.letter} ${option.text}` : '您的意见会汇总，不写名字'}。${moment(endsAt)}前都可以改。`,
  voiceDrafted: ({ what, audience, topics, text, options, endsAt, urgent, sendsAt, dayWord }) =>
    [
      '请核对，回“发”就发出；要改回“改：新的内容”，不发回“不发”。',
      `发到：${audience}，${topics.length}个群（${asListed(topics, shownTopics)}）`,
      `${whatWords[what]}：${text}`,
      options.map(({ letter, text: words }) => `${letter} ${words}`).join('\n'),
      endsAt ? `到${moment(endsAt)}截止，一户一票，截止后把结果告诉群里和您。` : '',
      urgent ? '按紧急通知马上发，不避开休息时间。' : '',
      sendsAt ? `现在是休息时间，${moment(sendsAt)}发出。` : '',
      dayWord ? `到那时“${dayWord}”就不是同一天了，请写明日期。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  voiceDropped: () => '好的，没有发出。',
  voicePosted: ({ what, number, rooms, sendsAt, endsAt }) =>
    `${whatWords[what]}${number}号${sendsAt ? `将在${moment(sendsAt)}发到` : '已发到'}${rooms}个群。回“${whatWords[what]}${number}号情况”看${what === 'poll' ? '进展' : '多少户收到'}；可以再提醒一次（回“${whatWords[what]}${number}号再提醒一次”），统计到${moment(endsAt)}。`,
  voiceRepeated: ({ what, number, rooms }) =>
    `${whatWords[what]}${number}号已在${rooms}个群再提醒一次。`,
  pollStanding: ({
    number,
    audience,
    text,
    hasOptions,
    outcome,
    opinions,
    isOver,
    canRepeat,
    endsAt,
  }) =>
    [
      `征集${number}号（${audience}：${head(text)}）${isOver ? '已截止' : `到${moment(endsAt)}截止`}。`,
      hasOptions ? outcomeWords(outcome) : `共${outcome.households}户说了意见。`,
      opinions.length > 0
        ? `意见${opinions.length}条：\n${opinions
            .slice(-shownOpinions)
            .map((one) => `· ${one}`)
            .join('\n')}`
        : '',
      isOver ? notAssembly : '',
      canRepeat ? `要再提醒一次请回“征集${number}号再提醒一次”。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  announcementStanding: ({
    number,
    audience,
    text,
    rooms,
    standing: { households, known, silent },
    isOver,
    canRepeat,
    endsAt,
  }) =>
    [
      `通知${number}号（${head(text)}）发到${audience}${rooms}个群，${households}户回了收到${known > 0 ? `；群昵称写了门牌的有${known}户` : ''}。`,
      silent.length > 0 ? `还没有人回的楼栋：${asListed(silent, 12)}（已知不足3户的不列）。` : '',
      isOver ? '统计已结束。' : `统计到${moment(endsAt)}。`,
      canRepeat ? `要再提醒一次请回“通知${number}号再提醒一次”。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  ...itemNotices,
  voiceRefused: ({ why }) => refused[why],
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>
