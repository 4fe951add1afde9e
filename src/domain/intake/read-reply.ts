import type { RoomId } from '../ids.ts'
import { placeIn } from './place-in.ts'
import type { Reply, ReplyContext } from './reply.ts'
import type { Understanding } from './understanding.ts'

/** What a reply means in the light of what was asked. */
export function readReply(
  text: string,
  context: ReplyContext,
  where: { readonly room: RoomId | null; readonly alias: string },
  u: Understanding,
): Reply {
  const petition = null
  if (context === 'ask_place') {
    const rooms = where.room === null ? [] : [{ room: where.room, alias: where.alias }]
    const place = placeIn(text, { rooms, asked: true }, u.gazetteer)
    if (place.confidence > 0.5) return { petition, act: 'place', place: place.value }
  }
  return { petition, act: 'other' }
}
