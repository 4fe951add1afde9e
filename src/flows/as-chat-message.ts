import type { PersonId, RoomId } from '../domain/ids.ts'
import type { ChatMessage } from '../domain/intake/message.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk, HeardMessage } from './ports.ts'

/** A kept message as understanding sees it: our person instead of the platform's account. */
export async function asChatMessage(
  heard: HeardMessage,
  room: RoomId | null,
  book: Rulebook,
  { people }: Pick<Desk, 'people'>,
  isUnseen = false,
): Promise<ChatMessage> {
  const { id } = await people.meet(heard, room)
  const { sender, type, text, media, mentionsUs, quotes, recalls, sentAt } = heard
  return {
    id: heard.id,
    from: id,
    name: sender.name,
    alias: sender.alias,
    isStaff: holdsOffice(id, book),
    type,
    text,
    media: isUnseen ? null : media,
    ...(isUnseen && { isUnseen }),
    mentionsUs,
    quotes,
    recalls,
    at: sentAt,
  }
}

/** Household heads are neighbours who relay: what they say counts like anybody's. */
const holdsOffice = (person: PersonId, book: Rulebook) =>
  book.staff.some(({ id, role }) => id === person && role !== 'household_head')
