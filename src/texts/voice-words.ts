import type { Notice } from '../domain/notices/notice.ts'
import type { VoiceRefusal } from '../domain/notices/voice-notice.ts'
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
  stale: '这份草稿放得太久，已经作废。请重新写一遍。',
  none: '没有找到这条通知。回“通知情况”看最近发的。',
  over: '这条通知已经结束，不再提醒。需要请重新发一条。',
  repeatedAlready: '这条通知已经再提醒过一次，不再重复打扰大家。',
  privately: '发通知请私信我写，核对后我来发，不在群里说。',
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

/** Every sentence about what the office tells its groups. */
export const voiceNotices = {
  announcement: ({ audience, text, urgent, isRepeated, postedAt }) =>
    `${heading(audience, urgent, isRepeated, postedAt)}\n${text}\n看到请回“收到”或1，一户回一次就行${isRepeated ? '，回过的不用再回' : ''}；有问题直接问。`,
  announcementHeard: () => '好的，已记下您家收到了通知。',
  announcementDrafted: ({ audience, topics, text, urgent, sendsAt, dayWord }) =>
    [
      `请核对，回“发”就发出；要改回“改：新的内容”，不发回“不发”。`,
      `发到：${audience}，${topics.length}个群（${asListed(topics, shownTopics)}）`,
      `内容：${text}`,
      urgent ? '按紧急通知马上发，不避开休息时间。' : '',
      sendsAt ? `现在是休息时间，${moment(sendsAt)}发出。` : '',
      dayWord ? `到那时“${dayWord}”就不是同一天了，请写明日期。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  announcementDropped: () => '好的，没有发出。',
  announcementPosted: ({ number, rooms, sendsAt, endsAt }) =>
    `通知${number}号${sendsAt ? `将在${moment(sendsAt)}发到` : '已发到'}${rooms}个群。回“通知${number}号情况”看多少户收到；可以再提醒一次（回“通知${number}号再提醒一次”），统计到${moment(endsAt)}。`,
  announcementRepeated: ({ number, rooms }) => `通知${number}号已在${rooms}个群再提醒一次。`,
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
  voiceRefused: ({ why }) => refused[why],
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>
