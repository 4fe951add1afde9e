import { readHeard } from '../intake/read-heard.ts'
import { isOpen as isOpenPetition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { householdOf } from '../voices/household.ts'
import type { Announcement } from '../voices/voice.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** What a message says to something that the office told a group, and whether that is all it says. */
export interface VoiceAnswer {
  readonly move: Move
  readonly isAll: boolean
}

/**
 * A household has heard an announcement: `收到` or `1` in one of its groups while it counts, or `收到` to us in private. Null
 * for staff, for what quotes something else, and whenever it may be about something else.
 */
export function voiceAnswer(s: Situation, book: Rulebook): VoiceAnswer | null {
  const { message, speaker, room } = s
  if (message.type !== 'text' || s.question || s.numbered) return null
  if (speaker.staff && speaker.staff.role !== 'household_head') return null
  const rooms = room ? [room.id] : s.stretch.speakerRooms.map((one) => one.room)
  const counting = s.voices.filter(
    (voice) =>
      voice.state === 'open' &&
      voice.postedAt <= message.at &&
      message.at <= voice.endsAt &&
      voice.rooms.some((id) => rooms.includes(id)),
  )
  if (counting.length === 0) return null
  const quotes = quoteIn(s)
  if (quotes === 'another') return null
  const quoted = counting.find(({ text }) => quotes?.includes(text.slice(0, 12)))
  const voice = quoted ?? counting[0]
  if (!voice || (quotes !== null && !quoted)) return null
  return room ? aloud(voice, quoted !== undefined, s, book) : privately(voice, s, book)
}

function aloud(
  voice: Announcement,
  isQuoted: boolean,
  s: Situation,
  book: Rulebook,
): VoiceAnswer | null {
  const from = voice.repeatedAt ?? voice.postedAt
  const since = s.stretch.messages.filter(
    (one) => one.at >= from && one.id !== s.message.id && one.from !== s.speaker.id,
  )
  const heard = readHeard(s.words, isQuoted, since, s.message.at)
  if (!heard) return null
  const home = { room: s.message.alias, id: s.room?.id }
  return home.id === undefined
    ? null
    : { move: answered(voice, home.room, home.id, s, book), isAll: heard === 'heard' }
}

/** There `1` or `好的` is about what the two of us talk of. */
function privately(voice: Announcement, s: Situation, book: Rulebook): VoiceAnswer | null {
  if (s.own.some((one) => one.status === 'resolved' || isOpenPetition(one))) return null
  if (!/收到/.test(s.words) || readHeard(s.words, false, [], s.message.at) !== 'heard') return null
  const home = s.stretch.speakerRooms.find(({ room }) => voice.rooms.includes(room))
  return home ? { move: answered(voice, home.alias, home.room, s, book), isAll: true } : null
}

const answered = (
  voice: Announcement,
  alias: string,
  room: Announcement['rooms'][number],
  { speaker, message }: Situation,
  book: Rulebook,
): Move => ({
  kind: 'voice',
  order: {
    kind: 'answer',
    voice,
    answer: {
      person: speaker.id,
      household: householdOf(speaker.id, alias, room, book),
      at: message.at,
    },
  },
  outcome: 'voice answered',
})

/** What is quoted, as far as the platform shows it; `another`: a message of somebody here; null: nothing. */
function quoteIn({ message, words, stretch }: Situation): string | 'another' | null {
  const quoted = message.text.slice(0, message.text.length - words.length)
  if (quoted.trim() !== '') return quoted
  return stretch.messages.some(({ id }) => id === message.quotes) ? 'another' : null
}
