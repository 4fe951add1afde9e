import type { UnitCode } from '../domain/ids.ts'
import type { Danger, Urgency } from '../domain/intake/matter.ts'
import type { Place } from '../domain/intake/place.ts'
import { placeText } from '../domain/notices/brief.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'

export const urgencyLabels: Readonly<Record<Urgency, string>> = {
  normal: '一般',
  urgent: '急',
  emergency: '紧急',
}

export const dangerLabels: Readonly<Record<Danger, string>> = {
  gas: '燃气泄漏',
  fire: '火情',
  lift: '电梯困人',
  fight: '打架斗殴',
  suicide: '轻生',
  child: '儿童危险',
  medical: '急病',
  electric: '触电漏电',
  water: '溺水',
}

/** What was understood, field by field. */
export const fieldLabels: Readonly<Record<string, string>> = {
  category: '类别',
  kind: '性质',
  place: '地点',
  grid: '网格',
  urgency: '紧急程度',
  onBehalfOf: '代谁反映',
  vulnerable: '需要照顾的人',
  since: '从何时起',
  confidential: '保密',
  settled: '是否已解决',
}

export const unitName = (code: UnitCode, book: Rulebook): string =>
  book.units.find((unit) => unit.code === code)?.name ?? code

/** 物业服务 · 楼道照明 */
export function categoryName({ category }: Petition, book: Rulebook): string {
  const found = book.categories.find(({ code }) => code === category)
  return found ? `${found.level1} · ${found.level2}` : category
}

/** Down to the building and no further: doors are for those who have to go there. '' where nothing is known. */
export const coarsePlace = (place: Place, book: Rulebook): string => placeText(place, book, true)
