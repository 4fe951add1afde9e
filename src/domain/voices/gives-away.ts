import { masked } from '../intake/mask.ts'
import { doorsIn } from '../intake/place-grammar.ts'
import { surname } from '../intake/surnames.ts'

/** A name right behind a building or entrance, or behind what somebody is there. */
const named = new RegExp(
  `(?:栋|幢|号楼|单元|室|组)的?(?:${surname}[\\u4e00-\\u9fa5]{0,2}(?:先生|女士|某某?|奶奶|爷爷|大爷|大妈|阿姨|老师|家)|[老小]${surname}|(?:业主|住户|居民|租户|户主|村民)${surname}[\\u4e00-\\u9fa5]{1,2})`,
)

/** In a village the number is the door. */
const ofVillage = /(?:[一二三四五六七八九十]|\d)组\s*\d{1,3}号(?!楼)/

/**
 * What of a text gives somebody away in a group: a number by which people are known, a door down to the flat, a name with
 * a building; null: nothing that we see.
 */
export function givesAway(text: string): 'number' | 'door' | 'name' | null {
  if (masked(text) !== text) return 'number'
  const isFlat = doorsIn(text).some(
    ({ building, unit, room, several }) =>
      !several && room !== null && (building !== null || unit !== null),
  )
  if (isFlat || ofVillage.test(text)) return 'door'
  return named.test(text) ? 'name' : null
}
