import type { PlaceEntry, Rulebook } from '../../domain/street/rulebook.ts'
import type { Player } from './cast.ts'
import type { Pane } from './panes.ts'

/** Sentences to try in a chat, in the words people really use there. */
export function examplesFor(
  pane: Pane,
  player: Player,
  bot: string,
  book: Rulebook,
): readonly string[] {
  const isOffice = player.staff !== null && player.staff.role !== 'household_head'
  if (pane.room === null && isOffice) return toHandler
  const room = player.rooms.find(({ id }) => pane.room === null || id === pane.room)
  const places = placesOf(room?.id ?? null, book)
  const door = doorOf(room?.alias ?? '', places)
  if (pane.room === null) return inPrivate(door)
  return places.some(({ kind }) => kind === 'village_group')
    ? inVillage(door, bot)
    : inTown(door, bot)
}

const toHandler = [
  '收到，马上去看',
  '我的任务',
  '修好了，换了新灯泡，已试亮',
  '退回，不归我们管，是市政的路灯',
  '配件要等，申请延期3天',
]

const inTown = (door: string, bot: string): readonly string[] => [
  `${door}楼道灯坏了三天了，晚上黑漆漆的没人管`,
  '我家也是这个单元，灯一直不亮',
  '垃圾桶满了两天没人清，味道很大',
  '今天团购的橙子到了，大家来拿',
  `@${bot} 我报的事怎么样了`,
]

const inVillage = (door: string, bot: string): readonly string[] => [
  `${door}门口那段村道坑坑洼洼，下雨全是水，能不能修修`,
  '我家门口也是，骑车差点摔了',
  '垃圾池满了好几天没人拉，味道很大',
  '谁家的鸡跑到我院子里了，来领一下',
  `@${bot} 我报的事怎么样了`,
]

const inPrivate = (door: string): readonly string[] => [
  `${door}楼道灯坏了三天了`,
  '我报的事怎么样了',
  '催一下，还没人来',
  '修好了，满意',
  '没修好，又不亮了',
]

/** 5栋2单元: the speaker's own, as the name in the group (5-2-301刘) tells, else one of the group's estate. */
function doorOf(alias: string, places: readonly PlaceEntry[]): string {
  const place = places[1] ?? places[0]
  const range = place?.ranges[0]
  if (!place || !range) return '我们这儿'
  const hasUnits = place.units !== null && place.units > 1
  const own = /^([A-Z]?\d{1,2})-(\d)-\d/.exec(alias)
  if (own && hasUnits) return `${own[1]}${place.suffix}${own[2]}单元`
  return `${range.letter}${range.from ?? ''}${place.suffix}${hasUnits ? '2单元' : ''}`
}

function placesOf(room: string | null, book: Rulebook): readonly PlaceEntry[] {
  const name = book.rooms.find(({ id }) => id === room)?.defaultPlace
  return name ? book.places.filter((place) => place.name === name) : []
}
