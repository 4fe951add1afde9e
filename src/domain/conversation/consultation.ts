import { dayOf } from '../deadlines/calendar.ts'
import type { UnitCode } from '../ids.ts'
import type { Matter } from '../intake/matter.ts'
import { readReply } from '../intake/read-reply.ts'
import { hasTrouble } from '../intake/trouble.ts'
import type { Understanding } from '../intake/understanding.ts'
import { answerTo } from '../knowledge/answer.ts'
import { asks } from '../knowledge/asks.ts'
import type { KnowledgeEntry } from '../knowledge/entry.ts'
import type { OrgUnit } from '../street/rulebook.ts'
import type { Move } from './move.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'

/**
 * The answer to a question that the street has written one for: in private, when we are spoken to, and in a group where
 * the question would be registered otherwise. Null for everything else, and where people must see to it.
 */
export function consultation(s: Situation, u: Understanding): readonly Move[] | null {
  if (!mayAsk(s)) return null
  const told = s.reading.matters.filter(({ messages }) => messages.includes(s.message.id))
  const [matter] = told
  if (told.length > 1 || (matter && !isAnswerable(matter, s))) return null
  if (!matter && s.room && !s.message.mentionsUs) return null
  const entry = entryFor(s.words, s, u) ?? (matter ? entryFor(wordsOf(matter, s), s, u) : null)
  if (!entry || isToldAlready(entry, s) || wantsAction(s, u)) return null
  const { id, answer, source } = entry
  const aloud = s.room !== null && !isConfidential(entry, u)
  const waitsForPlace = s.question?.asked.kind === 'place'
  return [
    {
      kind: 'say',
      notice: { kind: aloud ? 'groupQuestionAnswered' : 'questionAnswered', answer, source },
      ...(!waitsForPlace && {
        question: { kind: 'answered', entry: id, sinceAt: firstWordAt(matter, s) } as const,
      }),
      outcome: 'questionAnswered',
    },
  ]
}

/** What the operator reads beside a question that had to be registered: nothing answers it, or the answer did not help. */
export function withoutAnswer(moves: readonly Move[] | null, s: Situation, u: Understanding) {
  if (moves === null || u.book.knowledge.length === 0) return moves
  const outcome = s.question?.asked.kind === 'answered' ? 'answerRegistered' : 'questionUncovered'
  return moves.map((move) =>
    move.kind === 'register' && (move.matter.kind.value === 'consult' || asks(s.words))
      ? { ...move, outcome }
      : move,
  )
}

/** Words of somebody who asks; staff with tasks in hand must put it plainly, as what they write is mostly about these. */
function mayAsk({ message, numbered, tasks, words }: Situation): boolean {
  if (numbered !== null || (message.type !== 'text' && message.type !== 'voice')) return false
  return tasks.length === 0 || /^请问|[?？吗么呢]\s*$/.test(words)
}

/** "Is mine done?", "get me a person": about what was registered, or no question at all. */
function wantsAction(s: Situation, u: Understanding): boolean {
  const { act } = readReply(s.words, 'idle', placeContext(s), u)
  return ['status', 'tasks', 'urge', 'unjoin', 'handover_to_human'].includes(act)
}

/** A matter that is told for the first time, without haste, and is no quarrel: `宅基地怎么申请` only sounds like one. */
const isAnswerable = (matter: Matter, { known, words }: Situation): boolean =>
  matter.urgency.value === 'normal' &&
  !(matter.kind.value === 'dispute' && hasTrouble(words)) &&
  matter.kind.value !== 'praise' &&
  !matter.settled.value &&
  known.every(({ messages }) => matter.messages.every((id) => !messages.includes(id)))

const entryFor = (text: string, s: Situation, { book }: Understanding): KnowledgeEntry | null =>
  answerTo(text, { units: unitsOf(s, book.units, book.rooms), today: dayOf(s.at) }, book.knowledge)

/** The units that the speaker is known to belong to by the groups, each with all above it. */
function unitsOf(
  { room, stretch }: Situation,
  units: readonly OrgUnit[],
  rooms: Understanding['book']['rooms'],
): readonly UnitCode[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]))
  const ids = room ? [room.id] : stretch.speakerRooms.map((one) => one.room)
  return rooms
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ unit }) => {
      const line: UnitCode[] = []
      for (let at = unit; at !== null && !line.includes(at); at = parents.get(at) ?? null)
        line.push(at)
      return line
    })
}

const wordsOf = (matter: Matter, { stretch }: Situation): string =>
  stretch.messages
    .filter(({ id }) => matter.messages.includes(id))
    .map(({ text }) => text)
    .join('，')

/** The same answer again, to more words about the same: it did not help. Who puts the question anew may hear it anew. */
const isToldAlready = ({ id }: KnowledgeEntry, { question, reading, message }: Situation) =>
  question?.asked.kind === 'answered' &&
  question.asked.entry === id &&
  reading.matters.some(({ messages }) => messages.length > 1 && messages.includes(message.id))

const isConfidential = ({ categories }: KnowledgeEntry, { book }: Understanding) =>
  book.categories.some(({ code, confidential }) => confidential && categories.includes(code))

const firstWordAt = (matter: Matter | undefined, { stretch, message }: Situation): Date =>
  stretch.messages.find(({ id }) => matter?.messages[0] === id)?.at ?? message.at
