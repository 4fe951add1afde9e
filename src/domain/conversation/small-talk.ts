import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Move } from './move.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'

/** What is no matter and no order: silence in a group; in private, or when spoken to, one short sentence that helps. */
export function smallTalk(s: Situation, u: Understanding): readonly Move[] {
  const { message, room } = s
  const chatter: Move = { kind: 'silence', outcome: 'chatter' }
  if ((room && !message.mentionsUs) || message.type === 'recall') return [chatter]
  if (isWordless(s)) return [{ kind: 'say', notice: { kind: 'wordsAsked' }, outcome: 'wordsAsked' }]
  if (s.reading.unsure || isLong(s))
    return [
      {
        kind: 'say',
        notice: { kind: 'senseAsked' },
        question: { kind: 'sense', sinceAt: message.at },
        outcome: 'senseAsked',
      },
    ]
  const reply = readReply(s.words, 'idle', placeContext(s), u)
  if (reply.act === 'thanks') return [chatter]
  return [{ kind: 'say', notice: { kind: 'help' }, outcome: 'helped' }]
}

/** Nobody writes so much in private only to greet us. */
const isLong = ({ message, room }: Situation) =>
  room === null && [...message.text].length > longerThanAGreeting

const longerThanAGreeting = 40

/** A picture, voice or video in private without a word: it may be a petition. */
const isWordless = ({ message, room }: Situation) =>
  room === null &&
  !message.text.trim() &&
  ['image', 'voice', 'video', 'location'].includes(message.type)
