import type { PersonId, RoomId } from '../ids.ts'
import type { Rulebook } from '../street/rulebook.ts'

/**
 * The household of somebody by the door that their alias in a group says: `幸福里小区/5-2-301`, the same in all groups of
 * an estate. Whoever shows no door counts alone.
 */
export function householdOf(
  person: PersonId,
  alias: string,
  room: RoomId,
  { rooms }: Rulebook,
): string {
  const numbers = alias.match(/[A-Za-z]?\d+/g) ?? []
  if (numbers.length < 3) return person
  const place = rooms.find(({ id }) => id === room)?.defaultPlace ?? room
  return `${place}/${numbers.slice(0, 3).join('-')}`
}
