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
  if (pane.room !== null) return inGroup(pane.room, bot, book)
  const isOffice = player.staff !== null && player.staff.role !== 'household_head'
  return isOffice ? toHandler : inPrivate(player.rooms[0]?.id ?? null, book)
}

const toHandler = [
  '收到，马上去看',
  '我的任务',
  '修好了，换了新灯泡，已试亮',
  '退回，不归我们管，是市政的路灯',
  '配件要等，申请延期3天',
]

function inGroup(room: string, bot: string, book: Rulebook): readonly string[] {
  const door = doorIn(room, book)
  return isVillage(room, book)
    ? [
        `${door}门口那段村道坑坑洼洼，下雨全是水，能不能修修`,
        '我家门口也是，骑车差点摔了',
        '垃圾池满了好几天没人拉，味道很大',
        '谁家的鸡跑到我院子里了，来领一下',
        `@${bot} 我报的事怎么样了`,
      ]
    : [
        `${door}楼道灯坏了三天了，晚上黑漆漆的没人管`,
        '我家也是这个单元，灯一直不亮',
        '垃圾桶满了两天没人清，味道很大',
        '今天团购的橙子到了，大家来拿',
        `@${bot} 我报的事怎么样了`,
      ]
}

function inPrivate(room: string | null, book: Rulebook): readonly string[] {
  const door = doorIn(room, book)
  return [
    `${door}楼道灯坏了三天了`,
    '我报的事怎么样了',
    '催一下，还没人来',
    '修好了，满意',
    '没修好，又不亮了',
  ]
}

const isVillage = (room: string, book: Rulebook): boolean =>
  placesOf(room, book).some(({ kind }) => kind === 'village_group')

/** A door of the group's estate, without its name where the group makes that plain: 5栋2单元. */
function doorIn(room: string | null, book: Rulebook): string {
  const places = room === null ? [] : placesOf(room, book)
  const place = places[1] ?? places[0]
  const range = place?.ranges[0]
  if (!place || !range) return '我们这儿'
  const unit = place.units !== null && place.units > 1 ? '2单元' : ''
  return `${range.letter}${range.from ?? ''}${place.suffix}${unit}`
}

function placesOf(room: string, book: Rulebook): readonly PlaceEntry[] {
  const name = book.rooms.find(({ id }) => id === room)?.defaultPlace
  return book.places.filter((place) => place.name === name)
}
