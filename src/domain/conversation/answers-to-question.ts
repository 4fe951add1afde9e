import { gridOf } from '../intake/gazetteer.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import { destinationOf } from '../petition/dispatch.ts'
import { isOpen, type Petition } from '../petition/petition.ts'
import { whetherErase } from './about-rights.ts'
import { afterAnswer } from './after-answer.ts'
import { whetherSame } from './merging.ts'
import type { Move } from './move.ts'
import { placeContext } from './place-context.ts'
import { placeOf } from './place-of.ts'
import { plainMatter } from './plain-matter.ts'
import { whetherAgreed } from './relay-consent.ts'
import type { Situation } from './situation.ts'

/** The answer to what we asked; null when nothing was asked, or the message says something else. */
export function answersToQuestion(s: Situation, u: Understanding): readonly Move[] | null {
  const { question } = s
  if (!question || s.message.type === 'recall') return null
  switch (question.asked.kind) {
    case 'place':
      return question.petition && isOpen(question.petition)
        ? whereItIs(question.petition, s, u)
        : null
    case 'same':
      return question.petition && question.other
        ? whetherSame(question.petition, question.other, s)
        : null
    case 'consent':
      return question.petition ? whetherAgreed(question.petition, s) : null
    case 'sense':
      return whatWasMeant(question.asked.sinceAt, s, u)
    case 'answered':
      return afterAnswer(question.asked, s, u)
    case 'erase':
      return whetherErase(s)
    case 'draft':
    case 'errand':
    case 'notWanted':
      return null
    case 'reason':
      return question.petition ? why(question.asked.command, question.petition, s, u) : null
  }
}

/** One question, one answer: what is not understood goes to people as it is. */
function whereItIs(petition: Petition, s: Situation, u: Understanding): readonly Move[] | null {
  const { message } = s
  const added = { text: s.words, messages: [message.id] }
  if (message.type === 'image') return null
  const reply = readReply(s.words, 'ask_place', placeContext(s), u)
  switch (reply.act) {
    case 'place': {
      const place = placeOf(petition.place, reply.place)
      const amend = {
        kind: 'amend',
        ...added,
        place: { place, grid: gridOf(place, u.gazetteer) },
        category: null,
        raise: null,
      } as const
      return [
        {
          kind: 'act',
          petition,
          steps: [{ command: amend, by: 'speaker' }],
          answer: 'dispatched',
          question: null,
          outcome: 'placed',
        },
      ]
    }
    case 'withdraw':
      return [
        {
          kind: 'act',
          petition,
          steps: [{ command: { kind: 'withdraw', reason: s.words }, by: 'speaker' }],
          answer: 'withdrawn',
          question: null,
          outcome: 'withdrawn',
        },
      ]
    case 'new':
    case 'status':
    case 'help':
      return null
    default:
      if (s.reading.matters.some(({ messages }) => messages[0] === message.id)) return null
      if (s.room && !message.mentionsUs && reply.act === 'other') return null
      return [
        {
          kind: 'act',
          petition,
          steps: [
            { command: { kind: 'supplement', ...added, photos: [] }, by: 'speaker' },
            ...(petition.status === 'received'
              ? [{ command: { kind: 'stopWaiting' }, by: 'clock' } as const]
              : []),
          ],
          answer: 'dispatched',
          question: null,
          outcome: 'placeUnclear',
        },
      ]
  }
}

function whatWasMeant(sinceAt: Date, s: Situation, u: Understanding): readonly Move[] | null {
  if (
    s.reading.matters.some(
      ({ messages, settled }) => messages.includes(s.message.id) && !settled.value,
    )
  )
    return null
  const reply = readReply(s.words, 'confirm', placeContext(s), u)
  if (reply.act === 'no' || reply.act === 'withdraw')
    return [
      { kind: 'say', notice: { kind: 'notRegistered' }, question: null, outcome: 'notAPetition' },
    ]
  if (reply.act !== 'yes' && reply.act !== 'amend') return null
  const said = s.stretch.messages.filter(
    ({ from, at, type }) => from === s.speaker.id && at >= sinceAt && type !== 'recall',
  )
  const about = reply.act === 'yes' ? said.filter(({ id }) => id !== s.message.id) : said
  const matter = plainMatter(about, s, u)
  return matter ? [{ kind: 'register', matter, placeMissing: false, outcome: 'registered' }] : null
}

function why(
  command: 'return' | 'transfer',
  petition: Petition,
  s: Situation,
  u: Understanding,
): readonly Move[] | null {
  const reason = s.words.trim()
  if (!reason || s.message.type !== 'text') return null
  const reply = readReply(reason, 'task', placeContext(s), u)
  if (reply.act !== 'note' && reply.act !== 'other' && reply.act !== command) return null
  const to = reply.act === 'transfer' && reply.to ? destinationOf(reply.to, u.book) : null
  if (command === 'transfer' && !to) return null
  const done = to
    ? ({ kind: 'transfer', to, reason } as const)
    : ({ kind: 'return', reason } as const)
  return [
    {
      kind: 'act',
      petition,
      steps: [{ command: done, by: 'speaker' }],
      answer: to ? 'transferred' : 'returned',
      question: null,
      outcome: done.kind,
    },
  ]
}
