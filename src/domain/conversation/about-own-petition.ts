import { gridOf } from '../intake/gazetteer.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import { briefOf } from '../notices/brief.ts'
import { isFinal } from '../petition/asked.ts'
import type { Command } from '../petition/command.ts'
import { reopenableUntil } from '../petition/decide-rating.ts'
import { type InHand, isInHand, isOpen, type Petition } from '../petition/petition.ts'
import { urgedLately } from '../petition/pressing.ts'
import { byNumber } from './by-number.ts'
import { cameBack } from './came-back.ts'
import { insists } from './insist.ts'
import { partedAgain } from './merging.ts'
import type { Answer, Move } from './move.ts'
import { unjoined } from './neighbour-parted.ts'
import { ownConsent } from './own-consent.ts'
import { ownSettlement } from './own-settlement.ts'
import { placeContext } from './place-context.ts'
import { placeOf } from './place-of.ts'
import type { Situation } from './situation.ts'
import { statusLine } from './status-line.ts'

/** A plain sentence corrects or takes back what was registered, for so long (design: manners). */
const correctableMs = 24 * 3_600_000
/** In a group only right after it, or when speaking to us: later the same words are about something else … */
const correctableAloudMs = 10 * 60_000
/** … unless they say plainly that nobody need come any more. */
const plainlyOver =
  /不用(?:了|再?来|再?修|管|麻烦|处理)|(?:自己|已经?)(?:修|弄|搞|处理|解决)好|撤(?:回|销|了)/
/** 改一下地址，是6栋2单元 */
const addressFirst =
  /^(?:请|麻烦|我要|帮我)*(?:更正|修改|改)(?:一下)?地址(?:改?成|改?为|应该?是|是|[:：，,\s])*/
/** Longer texts tell a matter; they are no mere question or correction. */
const correctionLength = 40
const statusLines = 5

/**
 * What somebody says about a petition of their own: a rating, a correction, "not needed any more", "is it done?". In a
 * group only corrections of what was said there, and what is said to us. Null when it is about nothing of theirs.
 */
export function aboutOwnPetition(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.message.type === 'recall') return recalled(s)
  if (s.message.type !== 'text' && s.message.type !== 'voice') return null
  const plain = partedAgain(s) ?? ownConsent(s) ?? ownSettlement(s, u)
  if (plain) return plain
  const spokenTo = !s.room || s.message.mentionsUs
  return (
    (spokenTo ? (insists(s) ?? verdict(s, u) ?? byNumber(s, u) ?? question(s, u)) : null) ??
    correction(s, u)
  )
}

/** The first words of a matter were taken back: the matter is, too. */
function recalled(s: Situation): readonly Move[] | null {
  const { recalls } = s.message
  const petition = s.known.find(
    (p) =>
      isOpen(p) &&
      recalls !== null &&
      p.messages[0] === recalls &&
      p.reporter.person === s.speaker.id,
  )
  return petition ? [act(petition, { kind: 'withdraw', reason: '消息已撤回' }, 'withdrawn')] : null
}

function verdict(s: Situation, u: Understanding): readonly Move[] | null {
  const petition = among([...awaitingRating(s), ...lastClosed(s, u)], s)
  if (!petition) return null
  const plain = isHalfRated(petition, s) ? plainVerdict(s.words) : null
  if (plain !== null) {
    const rating = { solved: plain, score: null, reason: null }
    return [act(petition, { kind: 'rate', rating }, plain ? 'rated' : 'reopened')]
  }
  const reply = readReply(s.words, 'survey', placeContext(s), u)
  const isClosed = petition.status === 'closed'
  if (reply.act === 'reopen' || (isClosed && reply.act === 'rate' && reply.solved === false))
    return [cameBack(petition, reply.reason || s.words, s, u)]
  if (isClosed) return null
  if (reply.act === 'unjoin') return unjoined(petition, s)
  if (reply.act === 'decline') return [{ kind: 'silence', outcome: 'ratingDeclined' }]
  if (reply.act !== 'rate') return null
  const { solved, score, reason } = reply
  const isOver = petition.mediation?.end?.kind === 'failed'
  const answer = solved === false && !isOver ? 'reopened' : 'rated'
  return [act(petition, { kind: 'rate', rating: { solved, score, reason } }, answer)]
}

/** Asked once more whether it is solved, people answer in a word. */
function plainVerdict(words: string): boolean | null {
  const said = words.replace(/[\s,，。.!！~～]/g, '')
  if (/^(?:还)?(?:没有?|没解决|未解决|冇|不是?|否)(?:呢|啊|的)?$/.test(said)) return false
  return /^(?:嗯+|是的?|对的?|好了|解决了?|已解决|有|行)(?:啊|呢|的)?$/.test(said) ? true : null
}

const isHalfRated = ({ ratings }: Petition, { speaker }: Situation) =>
  ratings.some((rating) => rating.person === speaker.id && !isFinal(rating))

/** Resolved and not yet rated by the speaker, the latest answer first: that is what a rating is about. */
const awaitingRating = ({ own, speaker }: Situation) =>
  own
    .filter((p) => p.status === 'resolved')
    .filter(({ ratings }) =>
      ratings.every((rating) => rating.person !== speaker.id || !isFinal(rating)),
    )
    .sort((a, b) => b.resolvedAt.getTime() - a.resolvedAt.getTime())

/** What was closed and may still be reopened, the latest first; by its number also later, to be told that it is too late. */
const lastClosed = ({ own, numbered, at }: Situation, u: Understanding) =>
  own
    .filter((p) => p.status === 'closed')
    .filter((p) => numbered?.id === p.id || at <= reopenableUntil(p, u.book))
    .sort((a, b) => b.closedAt.getTime() - a.closedAt.getTime())

function question(s: Situation, u: Understanding): readonly Move[] | null {
  const reply = readReply(s.words, 'idle', placeContext(s), u)
  switch (reply.act) {
    case 'status': {
      if (reply.petition === null && s.own.length === 0 && s.words.length > correctionLength)
        return null
      if (reply.petition !== null && !s.numbered)
        return [
          {
            kind: 'say',
            notice: { kind: 'refused', refusal: 'notFound', number: reply.petition },
            outcome: 'refused notFound',
          },
        ]
      const mine =
        s.numbered && isTheirs(s.numbered, s) ? [s.numbered] : s.own.slice(0, statusLines)
      if (s.numbered && !isTheirs(s.numbered, s))
        return [
          {
            kind: 'say',
            notice: { kind: 'refused', refusal: 'notYours', number: s.numbered.number },
            outcome: 'refused notYours',
          },
        ]
      const lines = mine.map((p) => statusLine(p, s.at, u.book))
      return [{ kind: 'say', notice: { kind: 'status', lines }, outcome: 'statusTold' }]
    }
    case 'urge': {
      const petition = s.own.filter(isInHand).find((p) => !s.numbered || p.id === s.numbered.id)
      if (!petition) return null
      return urgedLately(petition, s.speaker.id, s.at, u.book)
        ? [urgedAlready(petition, s.at, u)]
        : [act(petition, { kind: 'urge' }, 'urged')]
    }
    case 'unjoin': {
      const petition = among(
        s.own.filter((p) => p.reporter.person !== s.speaker.id),
        s,
      )
      return petition ? unjoined(petition, s) : null
    }
    case 'handover_to_human':
      return [{ kind: 'say', notice: { kind: 'handedOver' }, outcome: 'handedOver' }]
    default:
      return null
  }
}

/** "是6栋不是5栋", "不用了已经好了", "不是我家的事": a short sentence within a day of registering, in the same chat. */
function correction(s: Situation, u: Understanding): readonly Move[] | null {
  const { message } = s
  const isAloud = s.room !== null && !message.mentionsUs
  const age = (p: Petition) => s.at.getTime() - p.registeredAt.getTime()
  const recent = s.own.filter(
    (p) =>
      isOpen(p) &&
      (age(p) <= correctableMs || (s.room === null && s.numbered?.id === p.id)) &&
      (s.room === null ||
        p.reporter.room === s.room.id ||
        p.supporters.some(({ room }) => room === s.room?.id)),
  )
  const petition = among(recent, s)
  if (!petition || s.words.length > correctionLength) return null
  const reply = readReply(s.words.replace(addressFirst, '地址改成'), 'confirm', placeContext(s), u)
  const mine = petition.reporter.person === s.speaker.id
  const isLate = age(petition) > (isAloud ? correctableAloudMs : correctableMs)
  if (isLate && !(reply.act === 'withdraw' && plainlyOver.test(s.words))) return null
  if (reply.act === 'withdraw' && mine)
    return [act(petition, { kind: 'withdraw', reason: s.words }, 'withdrawn')]
  if (reply.act === 'no' && !mine && message.mentionsUs) return unjoined(petition, s)
  if (reply.act !== 'amend' || !mine || (!reply.place && !reply.category)) return null
  const place = reply.place ? placeOf(petition.place, reply.place) : null
  const amend = {
    kind: 'amend',
    text: s.words,
    messages: [message.id],
    place: place && { place, grid: gridOf(place, u.gazetteer) },
    category: reply.category,
    raise: null,
  } as const
  return [act(petition, amend, 'amended')]
}

/** Kindly what is known, and nobody is called for it. */
function urgedAlready(petition: InHand, at: Date, { book }: Understanding): Move {
  const { resolveDueAt: dueAt, status } = petition
  const state = dueAt < at ? 'late' : status === 'handling' ? 'handled' : 'waiting'
  const brief = briefOf(petition, book, 'concerned')
  const notice = { kind: 'urgedAlready', brief, dueAt, state } as const
  return { kind: 'say', notice, outcome: 'urgedAlready' }
}

const isTheirs = (petition: Petition, s: Situation) =>
  [...s.own, ...s.tasks, ...s.resolved].some(({ id }) => id === petition.id)

/** The one whose number was said, else the latest. */
function among<P extends Petition>(
  petitions: readonly P[],
  { numbered }: Situation,
): P | undefined {
  return numbered ? petitions.find(({ id }) => id === numbered.id) : petitions[0]
}

const act = (petition: Petition, command: Command, answer: Answer): Move => ({
  kind: 'act',
  petition,
  steps: [{ command, by: 'speaker' }],
  answer,
  outcome: command.kind,
})
