import { errandLine } from '../errands/errand-notices.ts'
import type { MediaId } from '../ids.ts'
import { readProposal } from '../intake/read-proposal.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Reply } from '../intake/reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Command } from '../petition/command.ts'
import { destinationOf } from '../petition/dispatch.ts'
import type { Petition } from '../petition/petition.ts'
import type { Answer, Move } from './move.ts'
import { officeAbsence } from './office-absence.ts'
import { officeAsks } from './office-asks.ts'
import { officeElsewhere } from './office-elsewhere.ts'
import { officeJoint } from './office-joint.ts'
import { officeMediation } from './office-mediation.ts'
import { officeTime } from './office-time.ts'
import { partLine } from './part-line.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'
import { staffCorrection } from './staff-correction.ts'
import { statusLine } from './status-line.ts'
import { taskMeant } from './which-task.ts'

const photoBelongsMs = 10 * 60_000

/**
 * What somebody in office does with a task, in words: in private, or in a group when speaking to us. Null when the
 * speaker holds no office, or the words are no order.
 */
export function officeCommand(s: Situation, u: Understanding): readonly Move[] | null {
  const { staff } = s.speaker
  if (!staff || (s.room && !s.message.mentionsUs)) return null
  if (s.numbered && isOnlyTheirOwn(s.numbered, s)) return null
  if (s.message.type === 'image') return photoForTask(s)
  if (s.message.type !== 'text' && s.message.type !== 'voice') return null
  const ruling = readProposal(s.words)
  if (ruling) return [{ kind: 'decideProposal', said: ruling, outcome: 'proposalRuled' }]
  const putRight =
    officeMediation(s, u) ??
    officeTime(s, u) ??
    officeElsewhere(s) ??
    officeAbsence(s, u) ??
    officeAsks(s, u) ??
    officeJoint(s, u, () => recentPhotos(s)) ??
    staffCorrection(s, u)
  if (putRight) return putRight
  const asked = readReply(s.words, 'idle', placeContext(s), u).act
  if (asked === 'tasks') return [tasksOf(s, u)]
  const reply = readReply(s.words, 'task', placeContext(s), u)
  if (!isPlainOrder(reply, s) && wishes.has(asked)) return null
  const order = orderIn(reply, s, u)
  if (!order || (reply.act === 'note' && isNoNews(s))) return null
  if (reply.petition !== null && !s.numbered) return [refused('notFound', reply.petition)]
  const about = s.numbered ?? onlyTask(order.command?.kind ?? 'return', s, u)
  if (!about) return s.tasks.length === 0 ? null : [whichTask(s, u)]
  if (order.command === null)
    return [
      {
        kind: 'say',
        notice:
          order.missing === 'destination'
            ? { kind: 'refused', refusal: 'destinationUnknown', number: about.number }
            : { kind: 'askReason', number: about.number },
        ...(order.missing === 'reason' && {
          question: { kind: 'reason', petition: about.id, command: 'return' } as const,
        }),
        outcome: 'reasonAsked',
      },
    ]
  return [
    {
      kind: 'act',
      petition: about,
      steps: [{ command: order.command, by: 'speaker' }],
      answer: order.answer,
      outcome: order.command.kind,
    },
  ]
}

const wishes: ReadonlySet<Reply['act']> = new Set(['help', 'status', 'handover_to_human'])
const plainOrders: ReadonlySet<Reply['act']> = new Set(['accept', 'return', 'resolve', 'extend'])

/** "1084 退回：…找不到人" asks for nobody. */
const isPlainOrder = ({ act }: Reply, { numbered }: Situation): boolean =>
  numbered !== null && plainOrders.has(act)

/** What is said to us and not of a task: it must not be read out to petitioners as news. */
const greeting =
  /^[\s,，。!！~]*(?:你好|您好|在吗|在不在|有人吗|早上好|早安|早|晚安|大家好|hello|hi)[\s,，。!！~？?呀啊]*$/i

type Order =
  | { readonly command: Command; readonly answer: Answer }
  | { readonly command: null; readonly missing: 'reason' | 'destination' }

function orderIn(reply: Reply, s: Situation, u: Understanding): Order | null {
  switch (reply.act) {
    case 'accept':
      return { command: { kind: 'accept' }, answer: 'accepted' }
    case 'resolve':
      return {
        command: { kind: 'resolve', result: reply.note, photos: recentPhotos(s) },
        answer: 'resolved',
      }
    case 'return':
      return reply.reason.trim()
        ? {
            command: { kind: 'return', reason: reply.reason, photos: recentPhotos(s) },
            answer: 'returned',
          }
        : { command: null, missing: 'reason' }
    case 'transfer': {
      const to = reply.to ? destinationOf(reply.to, u.book) : null
      return to
        ? {
            command: {
              kind: 'transfer',
              to,
              reason: reply.reason || '按职责转派',
              designates: /指定/.test(s.words),
            },
            answer: 'transferred',
          }
        : { command: null, missing: 'destination' }
    }
    case 'extend':
      return {
        command: { kind: 'askExtension', days: reply.days, reason: reply.reason || s.words },
        answer: 'extensionAsked',
      }
    case 'ask_help':
      return {
        command: { kind: 'askHelp', text: reply.text || s.words },
        answer: 'helpAsked',
      }
    case 'note':
      return (s.tasks.length > 0 && !greeting.test(s.words)) || s.numbered
        ? {
            command: { kind: 'note', text: reply.text || s.words, photos: recentPhotos(s) },
            answer: 'noted',
          }
        : null
    default:
      return null
  }
}

/** The task that is meant when no number is said: the only one, the only one the order fits, or the one the words point at. */
function onlyTask(
  kind: Command['kind'],
  { tasks, words }: Situation,
  u: Understanding,
): Petition | null {
  const fitting = tasks.filter(({ status }) =>
    kind === 'accept'
      ? status === 'dispatched'
      : kind === 'resolve' || kind === 'note'
        ? status === 'handling'
        : true,
  )
  const among = fitting.length > 0 ? fitting : tasks
  return among.length === 1 ? (among[0] ?? null) : taskMeant(words, among, u)
}

/** Photos the speaker sent just before, not yet part of a petition: evidence for what is reported now. */
function recentPhotos(s: Situation): MediaId[] {
  const { stretch, speaker, message, resolved, tasks, assisting } = s
  const used = new Set(
    [...tasks, ...assisting, ...resolved].flatMap((p) => [
      ...p.photos,
      ...('resultPhotos' in p ? p.resultPhotos : []),
    ]),
  )
  return stretch.messages
    .filter(
      (m) =>
        m.from === speaker.id &&
        m.type === 'image' &&
        message.at.getTime() - m.at.getTime() <= photoBelongsMs,
    )
    .flatMap(({ media }) => (media && !used.has(media) ? [media] : []))
}

/** A photo after the words: it goes to the petition the speaker last resolved, else it waits for words. */
function photoForTask(s: Situation): Move[] | null {
  const { media } = s.message
  if (s.room || !media) return null
  const justResolved = s.resolved.find(
    (p) => s.at.getTime() - p.resolvedAt.getTime() <= photoBelongsMs,
  )
  if (!justResolved)
    return s.tasks.length + s.assisting.length > 0
      ? [{ kind: 'silence', outcome: 'photoWaits' }]
      : null
  const note = { kind: 'note', text: '', photos: [media] } as const
  return [
    {
      kind: 'act',
      petition: justResolved,
      steps: [{ command: note, by: 'speaker' }],
      answer: 'noted',
      outcome: 'photoAdded',
    },
  ]
}

function tasksOf(s: Situation, u: Understanding): Move {
  const errands = s.errands.flatMap((one) => errandLine(one, s.speaker.id, u.book) ?? [])
  const lines = [
    ...s.tasks.map((task) => statusLine(task, s.at, u.book)),
    ...s.assisting.map((one) => partLine(one, s.speaker.id, s.at, u.book)),
  ]
  return {
    kind: 'say',
    notice: { kind: 'tasks', lines, ...(errands.length > 0 && { errands }) },
    outcome: 'tasksListed',
  }
}

const whichTask = (s: Situation, u: Understanding): Move => ({
  kind: 'say',
  notice: {
    kind: 'whichTask',
    lines: s.tasks.slice(0, 5).map((task) => statusLine(task, s.at, u.book)),
  },
  outcome: 'taskAsked',
})

const refused = (refusal: 'notFound', number: number): Move => ({
  kind: 'say',
  notice: { kind: 'refused', refusal, number },
  outcome: `refused ${refusal}`,
})

/** Staff are neighbours too: what they reported themselves and do not handle, they rate and correct like anybody. */
const isOnlyTheirOwn = (petition: Petition, { own, tasks, resolved }: Situation) =>
  own.some(({ id }) => id === petition.id) &&
  [...tasks, ...resolved].every(({ id }) => id !== petition.id)

/** A question, or trouble somewhere else than at any task: what somebody in office says as a neighbour. */
function isNoNews({ words, numbered, message, reading, tasks, known }: Situation): boolean {
  if (numbered) return false
  if (/[?？]\s*$|谁(?:来|去)?管|怎么办|(?:吗|么|呢)\s*$/.test(words)) return true
  const told = reading.matters.find(({ messages }) => messages.includes(message.id))
  const isOld =
    told && known.some(({ messages }) => told.messages.some((id) => messages.includes(id)))
  if (!told || isOld) return false
  const { name, building, number, group } = told.place.value
  const isSomewhere = (building ?? number ?? group) !== null
  return (
    isSomewhere && tasks.every(({ place }) => place.name !== name || place.building !== building)
  )
}
