import type { Notice } from '../domain/notices/notice.ts'
import type { Item } from '../domain/voices/voice.ts'
import { moment } from './moments.ts'
import { itemStateWords } from './reports/items.ts'
import type { Sentence } from './resident-notices.ts'

/** `议事3号 5栋楼道堆物：征求意见中，3月10日（周二）15:00在社区会议室开会`. */
const itemLine = ({ number, title, state, meetingAt, place, note, petitions }: Item): string =>
  [
    `议事${number}号 ${title}：${itemStateWords[state]}`,
    state === 'collecting' && meetingAt
      ? `${moment(meetingAt)}${place ? `在${place}` : ''}开会`
      : '',
    note,
    petitions.length > 0 ? `来自${petitions.length}件诉求` : '',
  ]
    .filter(Boolean)
    .join('，')

function kept(item: Item, rooms: number): string {
  const { number } = item
  switch (item.state) {
    case 'proposed':
      return itemLine(item)
    case 'collecting':
      return item.meetingAt
        ? `记下了：${itemLine(item)}。会后请回“议事${number}号 决定：……”。`
        : `议事${number}号已立项：${item.title}。可以先听大家的：“议事${number}号 征集意见：……？A 要 B 不要 到周五”；定了开会时间请回“议事${number}号 周五晚上7点在社区会议室开会”。`
    case 'discussed':
      return `记下了：${item.title}已议。有决定请回“议事${number}号 决定：……”。`
    case 'decided':
      return `议事${number}号已定，${rooms > 0 ? `已告诉${rooms}个群` : '没有能发到的群'}。`
    case 'dropped':
      return `议事${number}号不议了。`
  }
}

/** Every sentence about what the community and its neighbours talk about together. */
export const itemNotices = {
  itemDecided: ({ audience, title, decision }) =>
    `【议事结果】${audience}：${title}\n决定：${decision}\n有不同意见请私信我说。`,
  itemProposed: ({ number, title, petitions }) =>
    `【议事建议${number}号】${title}近30天已有${petitions.length}件（${petitions.join('、')}号）。要不要作为议事项目？回“议事${number}号”立项，不用议回“议事${number}号 不议”。`,
  itemKept: ({ item, rooms }) => kept(item, rooms),
  itemOutcomeAsked: ({ number, title }) =>
    `议事${number}号（${title}）开会的时间已过，议得怎么样？有决定请回“议事${number}号 决定：……”，我来告诉群里；还要再议请回下次开会的时间。`,
  items: ({ items }) =>
    items.length === 0
      ? '现在没有议事项目。要提一个请回“议事：事项名称”。'
      : items.map(itemLine).join('\n'),
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>
