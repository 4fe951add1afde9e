import type { UnitCode } from '../../domain/ids.ts'
import { gridOf } from '../../domain/intake/gazetteer.ts'
import type { Place } from '../../domain/intake/place.ts'
import { placeIn } from '../../domain/intake/place-in.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { isWithin } from '../../domain/numbers/scope.ts'
import type { HeardMessage } from '../../flows/ports.ts'
import type { Caller } from './caller.ts'
import type { FieldFault } from './problem.ts'

const message = 'lies outside of the unit of this token'

/**
 * What of a registration lies outside of the caller's unit, as it will be read; null: nothing that we know to. `where` is
 * the place that was named beside the words, '' if none was.
 */
export function outOfUnit(
  said: HeardMessage,
  where: string,
  { token, staff, book }: Pick<Caller, 'token' | 'staff' | 'book'>,
  u: Understanding,
): FieldFault | null {
  if (isWithin(null, token.unit, book)) return null
  const isOut = (place: Place, grid: UnitCode | null) => {
    const shared = place.name === null ? undefined : u.gazetteer.spots.get(place.name)
    const grids = grid === null ? (shared?.parts ?? []).map((part) => part.grid) : [grid]
    return grids.length > 0 && !grids.some((one) => isWithin(one, token.unit, book))
  }
  const isNamedOut = (text: string) => {
    const { value } = placeIn(text, { rooms: [] }, u.gazetteer)
    return isOut(value, gridOf(value, u.gazetteer))
  }
  if (isNamedOut(where)) return { field: 'body.place', message }
  const { id, sender, type, text, media, mentionsUs, quotes, recalls, sentAt } = said
  const words = {
    ...{ id, from: staff.id, name: sender.name, alias: '', isStaff: false, type, text, media },
    ...{ mentionsUs, quotes, recalls, at: sentAt },
  }
  const { matters } = readStretch({ room: null, speakerRooms: [], messages: [words] }, u)
  const isOutside =
    isNamedOut(text) || matters.some(({ place, grid }) => isOut(place.value, grid.value))
  return isOutside ? { field: 'body.text', message } : null
}
