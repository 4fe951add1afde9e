import { readHeard } from '../intake/read-heard.ts'
import { readVote, type Vote } from '../intake/read-vote.ts'
import { withoutSelf } from '../notices/discretion.ts'
import { isOpen as isOpenPetition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { householdOf } from '../voices/household.ts'
import { type Answer, isOpen, type Spoken } from '../voices/voice.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** What a message says to something that the office told or asked a group, and whether that is all it says. */
export interface VoiceAnswer {
  readonly move: Move
  readonly isAll: boolean
}

type Said = Pick<Answer, 'choice' | 'opinion'> & Pick<Vote, 'isAlike'> & { readonly isAll: boolean }

/**
 * A household has heard an announcement (`收到`, `1`) or answers a poll (`B`, `我家同意`, `意见：…`), in one of its groups while
 * it counts, or in private. Null for staff, for what quotes something else, and whenever it may be about something else.
 */
export function voiceAnswer(s: Situation, book: Rulebook): VoiceAnswer | null {
  const { message, speaker, room } = s
  if (message.type !== 'text' || s.numbered) return null
  if (speaker.staff && speaker.staff.role !== 'household_head') return null
  const homes = room ? [{ room: room.id, alias: message.alias }] : s.stretch.speakerRooms
  const counting = s.voices
    .filter(isOpen)
    .filter(
      (voice) =>
        voice.postedAt <= message.at &&
        message.at <= voice.endsAt &&
        homes.some((home) => voice.rooms.includes(home.room)),
    )
  const quotes = counting.length > 0 ? quoteIn(s) : null
  if (quotes === 'another') return null
  const quoted = counting.find(({ text }) => quotes?.includes(text.slice(0, 12)))
  // a plain word answers what we asked; a quote says by itself what it answers
  if (s.question && !quoted) return null
  const among = quoted ? [quoted] : quotes === null ? counting : []
  for (const kind of ['announcement', 'poll'] as const) {
    const voice = among.find((one) => one.kind === kind)
    const said = voice && (room ? aloud : privately)(voice, quoted !== undefined, s)
    const home = homes.find((one) => voice?.rooms.includes(one.room))
    if (!voice || !said || !home) continue
    const household = householdOf(speaker.id, home.alias, home.room, book)
    // “me too” may be about something else: it takes back nothing that was said outright
    if (said.isAlike && voice.answers.some((one) => one.household === household && one.choice))
      return null
    return { move: answering(voice, said, household, s), isAll: said.isAll }
  }
  return null
}

function aloud(voice: Spoken, isQuoted: boolean, s: Situation): Said | null {
  const from = voice.repeatedAt ?? voice.postedAt
  const since = s.stretch.messages.filter(
    (one) => one.at >= from && one.id !== s.message.id && one.from !== s.speaker.id,
  )
  if (voice.kind === 'announcement') {
    const heard = readHeard(s.words, isQuoted, since, s.message.at)
    return heard && { isAll: heard === 'heard' }
  }
  const vote = readVote(s.words, voice.options, isQuoted, since, s.message.at)
  return vote && saidIn(vote)
}

/** Between the two of us `1`, `好的` or `同意` is about what we talk of. */
function privately(voice: Spoken, isQuoted: boolean, s: Situation): Said | null {
  const isBusy = s.own.some((one) => one.status === 'resolved' || isOpenPetition(one))
  if (voice.kind === 'announcement') {
    const isSaid = /收到/.test(s.words) && readHeard(s.words, false, [], s.message.at) === 'heard'
    return isSaid && !isBusy ? { isAll: true } : null
  }
  const vote = readVote(s.words, voice.options, isQuoted, [], s.message.at)
  const isPlain = vote?.choice != null && /^[^A-Ha-hＡ-Ｈ]*$/.test(s.words)
  if (!vote || (isBusy && (isPlain || vote.choice === null))) return null
  return saidIn(vote)
}

const saidIn = ({ choice, opinion, isAlike }: Vote): Said => ({
  isAll: true,
  ...(isAlike && { isAlike }),
  ...(choice !== null && { choice }),
  ...(opinion !== null && { opinion: withoutSelf(opinion).slice(0, longestOpinion) }),
})

const longestOpinion = 200

const answering = (
  voice: Spoken,
  { choice, opinion }: Said,
  household: Answer['household'],
  { speaker, message }: Situation,
): Move => ({
  kind: 'voice',
  order: {
    kind: 'answer',
    voice,
    answer: {
      person: speaker.id,
      household,
      ...(choice !== undefined && { choice }),
      ...(opinion !== undefined && { opinion }),
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
