import type { Understanding } from '../intake/understanding.ts'
import { roomPolicyOf } from '../street/policy.ts'
import { aboutOwnPetition } from './about-own-petition.ts'
import { aboutRights } from './about-rights.ts'
import { aftercareSaid } from './aftercare-said.ts'
import { answersToQuestion } from './answers-to-question.ts'
import { binding } from './binding.ts'
import { consultation, withoutAnswer } from './consultation.ts'
import { errandOrder } from './errand-order.ts'
import { filed } from './filed.ts'
import { withLostPictures } from './lost-pictures.ts'
import { matters } from './matters.ts'
import type { Move } from './move.ts'
import { officeCommand } from './office-command.ts'
import { signingIn } from './signing-in.ts'
import type { Situation } from './situation.ts'
import { smallTalk } from './small-talk.ts'
import { voiceAnswer } from './voice-answer.ts'
import { voiceOrder } from './voice-order.ts'

/**
 * What we do about the newest message of a chat. The first that knows what it means decides: a code that binds an
 * account, the wish to sign in, what is told to groups or answered to it, what a household head shall do, a claim about one's own data, a request filed by category, what we asked, a question with a known answer, an order of somebody in office,
 * something about one's own petition, a matter; and else small talk, where silence is the rule.
 * Always at least one move.
 */
export const respond = (situation: Situation, u: Understanding): readonly Move[] =>
  withLostPictures(movesOf(situation, u), situation)

function movesOf(situation: Situation, u: Understanding): readonly Move[] {
  const { message, room } = situation
  if (message.type === 'system') return [{ kind: 'silence', outcome: 'system' }]
  if (message.type === 'joined') return [joined(situation, u)]
  if (situation.isBrought) return filed(situation, u) ?? smallTalk(situation, u)
  const bound = binding(situation) ?? signingIn(situation)
  if (bound) return bound
  if (room && room.unit === null) return unbound(situation)
  if (isDanger(situation)) return matters(situation, u) ?? smallTalk(situation, u)
  const order = voiceOrder(situation, u) ?? errandOrder(situation, u)
  if (order) return order
  const answer = voiceAnswer(situation, u.book)
  if (answer?.isAll) return [answer.move]
  const others = meant(situation, u)
  return answer ? [answer.move, ...others] : others
}

const meant = (situation: Situation, u: Understanding): readonly Move[] =>
  aboutRights(situation, u) ??
  filed(situation, u) ??
  answersToQuestion(situation, u) ??
  aftercareSaid(situation, u) ??
  consultation(situation, u) ??
  officeCommand(situation, u) ??
  aboutOwnPetition(situation, u) ??
  withoutAnswer(matters(situation, u), situation, u) ??
  smallTalk(situation, u)

/** Neighbours are greeted, once, where the street wants it; whoever joins for an office is not. */
const joined = ({ room, speaker }: Situation, { book }: Understanding): Move =>
  room?.unit && !speaker.staff && roomPolicyOf(book.policies).greetsNewcomers
    ? { kind: 'welcome', outcome: 'joined' }
    : { kind: 'silence', outcome: 'joined' }

/** A group that belongs to no unit yet: nobody could be told whom to send anything to. */
const unbound = ({ message }: Situation): Move[] =>
  message.mentionsUs
    ? [{ kind: 'say', notice: { kind: 'roomUnbound' }, outcome: 'roomUnbound' }]
    : [{ kind: 'silence', outcome: 'roomUnbound' }]

/** Danger to life is never an answer, an order or a rating, whatever was asked before. */
const isDanger = ({ reading, message, numbered }: Situation) =>
  numbered === null &&
  reading.matters.some(
    ({ messages, urgency, settled }) =>
      urgency.value === 'emergency' && !settled.value && messages.includes(message.id),
  )
