import type { Place } from '../intake/place.ts'
import { unitOf } from '../people/in-charge.ts'
import type { Destination, Petition } from '../petition/petition.ts'
import { communityOf } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Brief } from './notice.ts'

/** What may be said of a petition: to a group no door, to the people concerned everything. */
export function briefOf(petition: Petition, book: Rulebook, reader: 'group' | 'concerned'): Brief {
  return {
    petition: petition.id,
    number: petition.number,
    category: book.categories.find(({ code }) => code === petition.category)?.level2 ?? '诉求',
    summary: reader === 'group' ? '' : petition.summary,
    place: placeText(petition.place, book, reader === 'group'),
    handler: 'to' in petition ? destinationName(petition.to, book) : standInName(petition, book),
  }
}

/** 安居物业幸福里服务处, 幸福里第二网格, 幸福里社区. */
export function destinationName(to: Destination, book: Rulebook): string {
  if (to.kind === 'department')
    return book.departments.find(({ code }) => code === to.code)?.name ?? to.code
  return book.units.find(({ code }) => code === to.code)?.name ?? to.code
}

const standInName = (petition: Petition, book: Rulebook) =>
  communityOf(unitOf(petition, book), book)?.name ??
  book.units.find(({ kind }) => kind === 'street')?.name ??
  '街道'

/** 幸福里小区5栋2单元301室; `coarse` stops at the building. '' when nothing is known. */
export function placeText(place: Place, book: Rulebook, coarse: boolean): string {
  const suffix = book.places.find(({ name }) => name === place.name)?.suffix || '号楼'
  const parts: (string | false)[] = [
    place.name ?? '',
    place.group !== null && `${place.group}组`,
    place.number !== null && `${place.number}号`,
    place.building !== null && `${place.building}${suffix}`,
    !coarse && place.unit !== null && `${place.unit}单元`,
    !coarse && place.floor !== null && `${place.floor}楼`,
    !coarse && place.room !== null && `${place.room}室`,
  ]
  return parts.filter(Boolean).join('')
}
