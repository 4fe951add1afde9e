import { messageId, personId, type RoomId, roomId } from '../../domain/ids.ts'
import type { Matter } from '../../domain/intake/matter.ts'
import type { ChatMessage, Stretch } from '../../domain/intake/message.ts'
import type { Told } from '../../domain/intake/pair-traits.ts'
import { readReply } from '../../domain/intake/read-reply.ts'
import { readStretch } from '../../domain/intake/read-stretch.ts'
import type { Reply } from '../../domain/intake/reply.ts'
import { type Candidate, sameMatter } from '../../domain/intake/same-matter.ts'
import { toldWords } from '../../domain/intake/told-words.ts'
import type { Reading, Understanding } from '../../domain/intake/understanding.ts'
import { route } from '../../domain/routing/route.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { GoldConversation, GoldReply } from './gold.ts'
import type { PredictedConversation, ScoredPetition } from './records.ts'

/**
 * Reads conversations as the product does, each alone; what earlier ones left are the open petitions that a later one
 * may repeat. `done` hears of each conversation when it is read; `readings`: what somebody else read in them, by id.
 */
export function predictConversations(
  conversations: readonly GoldConversation[],
  understanding: Understanding,
  done: (id: string) => void = () => {},
  readings: ReadonlyMap<string, Reading> = new Map(),
): PredictedConversation[] {
  const open: Candidate[] = []
  return conversations.map((conversation) => {
    const { id } = conversation
    const at = conversation.messages.at(-1)?.at ?? new Date(0)
    const stretch = stretchOf(conversation, understanding.book)
    const reading = readings.get(id) ?? readStretch(stretch, understanding)
    const matters = reading.matters.filter((m) => !m.settled.value)
    const found = matters.map((matter) => {
      const words = toldWords(matter, matters, stretch.messages)
      const told = { matter, words, photos: [] }
      return { ...told, same: sameMatter(told, open, at, understanding.model) }
    })
    found.forEach(({ same, ...told }, i) => {
      if (!same) open.push(openMatter(`${id}#${i}`, told, at))
    })
    done(id)
    return {
      id,
      petitions: found.map(({ matter, same }) => ({
        ...petitionOf(matter, stretch.room, understanding.book),
        duplicate_of: same?.id ?? null,
      })),
    }
  })
}

/** What each reply means, with its id. */
export const predictReplies = (
  replies: readonly GoldReply[],
  understanding: Understanding,
): (Reply & { readonly id: string })[] =>
  replies.map(({ id, context, text }) => ({
    id,
    ...readReply(text, context, { room: null, alias: '' }, understanding),
  }))

export function stretchOf(conversation: GoldConversation, book: Rulebook): Stretch {
  const offices = new Set(
    book.staff.filter(({ role }) => role !== 'household_head').map(({ id }) => id),
  )
  const isGroup = conversation.kind === 'group'
  const messages: ChatMessage[] = conversation.messages.map((message) => ({
    id: messageId(message.id),
    from: personId(message.from),
    name: message.name,
    alias: message.alias,
    isStaff: offices.has(personId(message.from)),
    type: message.type,
    text: message.text,
    media: null,
    mentionsUs: message.mentions_bot,
    quotes: message.quotes ? messageId(message.quotes) : null,
    recalls: message.recalls ? messageId(message.recalls) : null,
    at: message.at,
  }))
  const alias = messages[0]?.alias ?? ''
  return {
    room: isGroup ? roomId(conversation.room) : null,
    speakerRooms: isGroup
      ? []
      : conversation.in_rooms.map((room) => ({ room: roomId(room), alias })),
    messages,
  }
}

/** The catalogue of the sample street names no handler that leads only at some hours. */
const daytime = new Date('2026-03-02T10:00:00+08:00')

function petitionOf(matter: Matter, room: RoomId | null, book: Rulebook): ScoredPetition {
  const place = matter.place.value
  const unit = book.rooms.find(({ id }) => id === room)?.unit ?? null
  const { to } = route(
    matter.category.value,
    place,
    { grid: matter.grid.value, unit, at: daytime },
    book,
  )
  const petition = {
    messages: matter.messages,
    supporters: matter.supporters,
    reporter: matter.reporter,
    category: matter.category.value,
    place: Object.fromEntries(Object.entries(place).filter(([, said]) => said !== null)),
    grid: matter.grid.value,
    handler: to.code,
    urgency: matter.urgency.value,
    kind: matter.kind.value,
    on_behalf_of: matter.onBehalfOf.value,
    vulnerable: matter.vulnerable.value,
    since: matter.since.value,
  }
  return petition
}

function openMatter(id: string, { matter, words }: Told, at: Date): Candidate {
  return {
    id,
    category: matter.category.value,
    place: matter.place.value,
    grid: matter.grid.value,
    words,
    photos: [],
    reporter: { person: matter.reporter },
    supporters: matter.supporters.map((person) => ({ person })),
    urgency: matter.urgency.value,
    confidential: matter.confidential.value,
    registeredAt: at,
  }
}
