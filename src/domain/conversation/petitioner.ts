import type { PersonId } from '../ids.ts'
import type { Petitioner } from '../petition/petition.ts'
import type { Situation } from './situation.ts'

/** Somebody of this chat as a petitioner, with the door that makes a household of several people. */
export function petitionerOf(person: PersonId, { stretch, room }: Situation): Petitioner {
  const said = stretch.messages.findLast(({ from }) => from === person)
  const home = stretch.speakerRooms[0]
  const alias = said?.alias || (room ? '' : (home?.alias ?? ''))
  return {
    person,
    household: doorOf(alias, room?.id ?? home?.room ?? null) ?? person,
    room: room?.id ?? null,
  }
}

/** `5-2-301刘` in a group makes `room-xf-1/5-2-301`; fewer than three numbers are no door. */
function doorOf(alias: string, room: string | null): string | null {
  const numbers = alias.match(/[A-Za-z]?\d+/g) ?? []
  return room !== null && numbers.length >= 3 ? `${room}/${numbers.slice(0, 3).join('-')}` : null
}
