import type { Situation } from './situation.ts'

/** What a place said by the speaker may leave out: the group it is said in, and the door in the speaker's name there. */
export const placeContext = ({ room, message, stretch }: Situation) => ({
  room: room?.id ?? stretch.speakerRooms[0]?.room ?? null,
  alias: message.alias || (stretch.speakerRooms[0]?.alias ?? ''),
})
