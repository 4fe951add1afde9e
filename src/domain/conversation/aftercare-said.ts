import type { FollowUp } from '../aftercare/follow-up.ts'
import { aftercareOf } from '../aftercare/policy.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { PersonId } from '../ids.ts'
import { readCallBack } from '../intake/read-call-back.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isHandler } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import { cameBack } from './came-back.ts'
import type { Answer, Move } from './move.ts'
import { placeContext } from './place-context.ts'
import { whetherAgreed } from './relay-consent.ts'
import type { Situation } from './situation.ts'

/** Longer texts tell something else. */
const longest = 40
const stillGood =
  /(?:一直|都|还|现在|目前)(?:是)?(?:挺|蛮|很)?(?:好|正常|行|亮|通)(?:着|的|呢|了)*|没(?:有)?(?:再|问题|坏|犯|事)|好着|没复发/
const brokenAgain = /又(?!好)|还是?(?:不|没|坏|漏|堵|黑)|不(?:亮|行|好|通|热)/
/** Nobody was there to look. */
const notYet =
  /(?:没|未)(?:有)?(?:去|看|到|顾上|时间|空)|(?:等|晚|下班|明天|回头)[^,，。]{0,6}(?:去|看)/
const fixedWords = /^(?:是|真|确实|已经?|都)?(?:修|弄|办|搞|处理)?好了|^(?:看过了?)?[,，]?没问题/

/**
 * What is said of a petition after it was resolved, by who was asked: a call back, a head's look at the spot, whether it
 * lasts, and whether a neighbour agrees to be spoken for. In a group only what is said to us. Null for anything else.
 */
export function aftercareSaid(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.message.type !== 'text' && s.message.type !== 'voice') return null
  if (s.room && !s.message.mentionsUs) return null
  return (
    (s.numbered ? whetherAgreed(s.numbered, s) : null) ??
    calledBack(s, u) ??
    checked(s, u) ??
    lasting(s, u)
  )
}

function calledBack(s: Situation, { book }: Understanding): readonly Move[] | null {
  const { numbered, speaker } = s
  if (!speaker.staff || !numbered) return null
  // whoever mediated a quarrel goes to see whether its settlement lasts
  const { end } = numbered.mediation ?? {}
  if (end?.kind === 'settled' && isHandler(speaker.id, numbered, book)) return null
  const answer = readCallBack(s.words)
  if (!answer) return null
  if (answer === 'unclear')
    return [
      {
        kind: 'say',
        notice: { kind: 'refused', refusal: 'callBackUnclear', number: numbered.number },
        outcome: 'refused callBackUnclear',
      },
    ]
  return [step(numbered, { kind: 'callBack', ...answer }, 'calledBack')]
}

/** A head answers for the one whose number is said, or the only one that was asked about. */
function checked(s: Situation, u: Understanding): readonly Move[] | null {
  const [only, ...others] = s.checks
  const petition = s.numbered
    ? isAskedToLook(s.speaker.id, s.numbered)
      ? s.numbered
      : undefined
    : others.length === 0
      ? only
      : undefined
  if (!petition || [...s.words].length > longest || isLaterAskedOfOwn(petition, s)) return null
  if (!s.numbered && (tellsAnother(petition, s) || notYet.test(s.words))) return null
  const fixed = verdictIn(s, u)
  if (fixed === null) return null
  return [step(petition, { kind: 'check', fixed, words: s.words }, 'checked')]
}

/** Also somebody of the office who took it over from a head. */
const isAskedToLook = (person: PersonId, petition: Petition): boolean =>
  'check' in petition && petition.check?.head === person && petition.check.fixed === undefined

/** A matter of another kind, or in another building: to take it for an answer would lose it. */
const tellsAnother = ({ category, place }: Petition, { reading, message }: Situation): boolean =>
  reading.matters.some(
    (matter) =>
      matter.messages.includes(message.id) &&
      !matter.settled.value &&
      (matter.category.value !== category ||
        (matter.place.value.building !== null && matter.place.value.building !== place.building)),
  )

/** Something of their own was resolved since: without a number that is meant. */
const isLaterAskedOfOwn = (petition: Petition, { numbered, own, speaker }: Situation): boolean =>
  !numbered &&
  'check' in petition &&
  own.some(
    (p) =>
      p.status === 'resolved' &&
      p.resolvedAt > (petition.check?.askedAt ?? p.resolvedAt) &&
      p.ratings.every(({ person }) => person !== speaker.id),
  )

/** Null: the words say neither. */
function verdictIn(s: Situation, u: Understanding): boolean | null {
  const reply = readReply(s.words, 'survey', placeContext(s), u)
  if (reply.act === 'reopen') return false
  if (reply.act === 'rate' && reply.solved !== null) return reply.solved
  return fixedWords.test(s.words.replace(/^\D{0,2}\d{4,7}号?[,，\s]*/, '')) ? true : null
}

const saysItLasts = (words: string) => stillGood.test(words) && !brokenAgain.test(words)

function lasting(s: Situation, u: Understanding): readonly Move[] | null {
  const { lasting: policy } = aftercareOf(u.book.policies)
  const { officeHours } = u.book.policies
  const [latest] = s.own
    .filter((p) => p.status === 'closed')
    .filter((p) => !s.numbered || p.id === s.numbered.id)
    .filter(
      (p) =>
        p.lasting &&
        !p.lasting.lasts.includes(s.speaker.id) &&
        s.at <= deadline(policy.answerWithin, p.lasting.askedAt, officeHours, u.book.calendar).at,
    )
    .sort((a, b) => (b.lasting?.askedAt.getTime() ?? 0) - (a.lasting?.askedAt.getTime() ?? 0))
  if (!latest || [...s.words].length > longest) return null
  // what was resolved meanwhile is asked about, too
  if (!s.numbered && s.own.some(({ status }) => status === 'resolved')) return null
  if (!s.numbered && tellsAnother(latest, s)) return null
  const verdict = saysItLasts(s.words) ? true : verdictIn(s, u)
  if (verdict === false) return [cameBack(latest, s.words, s, u)]
  return verdict ? [step(latest, { kind: 'lasts', words: s.words }, 'lasting')] : null
}

const step = (petition: Petition, of: FollowUp, answer: Answer): Move => ({
  kind: 'act',
  petition,
  steps: [{ command: { kind: 'followUp', step: of }, by: 'speaker' }],
  answer,
  outcome: of.kind,
})
