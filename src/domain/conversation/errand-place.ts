import type { Place } from '../intake/place.ts'
import { placeIn } from '../intake/place-in.ts'
import type { SaidErrand } from '../intake/read-errand.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Situation } from './situation.ts'

const number = '[\\dA-Za-z一二三四五六七八九十]+'
/** `我家住3栋`, `我妈在二组`. */
const tellsHome = new RegExp(
  `(?:[我俺咱]|我?[妈爸爷奶娘爹公婆姥]|家)[^,，。]{0,3}(?:是|住|在)[^,，。]{0,8}${number}(?:栋|幢|座|号楼|单元|组|号院)`,
)

/**
 * Where somebody needs an errand run. For the speaker it is their own door, whatever else is named: `去3栋取快递` is where
 * the head goes. For a neighbour it is what is said, else the speaker's own building.
 */
export function placeOfErrand(
  { neighbour, words }: SaidErrand,
  s: Situation,
  u: Understanding,
): Place {
  const home = placeIn('我家', { rooms: roomsOf(s) }, u.gazetteer).value
  const said = placeSaid(words, s, u)
  if (neighbour === null) return hasDoor(home) && !tellsHome.test(words) ? home : said
  if (hasDoor(said)) return said
  // in a village the number is the door
  return { ...home, room: null, number: home.group === null ? home.number : null }
}

/** The place that words name; a floor would be that of a hospital as often as that of a home. */
export const placeSaid = (words: string, s: Situation, u: Understanding): Place => ({
  ...placeIn(words, { rooms: roomsOf(s) }, u.gazetteer).value,
  floor: null,
})

/** Whether it is known so far down that it can be somebody's household. */
export const hasDoor = ({ building, group, number }: Place): boolean =>
  (building ?? group ?? number) !== null

const roomsOf = ({ room, stretch, message }: Situation) =>
  room ? [{ room: room.id, alias: message.alias }] : stretch.speakerRooms
