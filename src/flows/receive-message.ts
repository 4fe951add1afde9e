import type { Move } from '../domain/conversation/move.ts'
import { petitionerOf } from '../domain/conversation/petitioner.ts'
import { respond } from '../domain/conversation/respond.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { petitionId } from '../domain/ids.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import { answerNotice } from '../domain/notices/answer-notice.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import { noticesFor } from '../domain/notices/notices-for.ts'
import { registeredNotices } from '../domain/notices/registered-notices.ts'
import { type Actor, theClock } from '../domain/people/roles.ts'
import { register } from '../domain/petition/register.ts'
import { timersFor } from '../domain/petition/timers.ts'
import { carryOutSteps } from './carry-out-steps.ts'
import { lettersFor } from './letters.ts'
import { lookRound } from './look-round.ts'
import { type Cause, conversationOf, type Desk, type Entry, type HeardMessage } from './ports.ts'
import { bookFor } from './understand.ts'

/** What we make of a message: the situation it was said in and what to do, not yet done. */
export interface Response {
  readonly heard: HeardMessage
  readonly situation: Situation
  readonly moves: readonly Move[]
}

/** Reads a message in its context and decides. Changes nothing but the names by which people are known. */
export async function receiveMessage(
  heard: HeardMessage,
  u: Understanding,
  desk: Desk,
): Promise<Response> {
  const situation = await lookRound(heard, u, desk)
  return { heard, situation, moves: respond(situation, u) }
}

export const registrationsIn = ({ moves }: Response): number =>
  moves.filter(({ kind }) => kind === 'register').length

/**
 * The entries that a response comes to, with petition numbers taken from `numbers`. The last one carries the message
 * itself: until it is written, the message counts as unread.
 */
export async function entriesFor(
  response: Response,
  numbers: () => number,
  u: Understanding,
  desk: Desk,
): Promise<Entry[]> {
  const { heard, moves } = response
  const last = moves.length - 1
  return Promise.all(
    moves.map((move, i): Promise<Entry> => {
      const cause: Cause =
        i === last
          ? { kind: 'message', channel: heard.channel, message: heard.id }
          : { kind: 'press', key: `${heard.channel}/${heard.id}/${i}` }
      return entryFor(move, cause, response, numbers, u, desk)
    }),
  )
}

async function entryFor(
  move: Move,
  cause: Cause,
  { heard, situation: s }: Response,
  numbers: () => number,
  u: Understanding,
  desk: Desk,
): Promise<Entry> {
  const quiet = {
    cause,
    outcome: move.outcome,
    petition: null,
    events: [],
    timers: [],
    letters: [],
  }
  const asks = (ask: NonNullable<Entry['question']>['ask']): Pick<Entry, 'question'> => ({
    question: { conversation: conversationOf(heard), person: s.speaker.id, ask },
  })
  switch (move.kind) {
    case 'silence':
      return { ...quiet, ...(move.question === null && asks(null)) }
    case 'say': {
      const letters = lettersFor(spoken(move.notice, s), u.book, desk)
      return { ...quiet, letters, ...(move.question !== undefined && asks(move.question)) }
    }
    case 'register': {
      const { petition, event } = register(
        {
          id: petitionId(desk.newId()),
          number: numbers(),
          matter: move.matter,
          reporter: petitionerOf(move.matter.reporter, s),
          supporters: move.matter.supporters.map((person) => petitionerOf(person, s)),
          ...evidenceOf(move.matter.messages, s),
          placeMissing: move.placeMissing,
        },
        s.at,
        u.book,
      )
      const where = { room: s.room?.id ?? null, asksPlace: move.placeMissing }
      const notices = [
        ...registeredNotices(petition, where, u.book),
        ...noticesFor(event, null, petition, u.book),
      ]
      return {
        ...quiet,
        petition,
        events: [event],
        timers: timersFor(petition, u.book),
        letters: lettersFor(notices, u.book, desk),
        ...asks(move.placeMissing ? { kind: 'place', petition: petition.id } : null),
      }
    }
    case 'act': {
      const book = await bookFor(move.petition, desk)
      const speaker: Actor = { kind: 'person', ...s.speaker }
      const steps = move.steps.map(({ command, by }) => ({
        command,
        by: by === 'clock' ? theClock : speaker,
      }))
      const done = carryOutSteps(steps, move.petition, s.at, book)
      if (!done.ok) {
        const notice = {
          kind: 'refused',
          refusal: done.problem.kind,
          number: move.petition.number,
        } as const
        const outcome = `refused ${done.problem.kind}`
        return { ...quiet, outcome, letters: lettersFor(spoken(notice, s), book, desk) }
      }
      const { petition, events, notices } = done.value
      const answer = move.answer ? spoken(answerNotice(move.answer, petition, events, book), s) : []
      return {
        ...quiet,
        petition,
        events,
        timers: timersFor(petition, book),
        letters: lettersFor([...answer, ...notices], book, desk),
        ...(move.question !== undefined && asks(move.question)),
      }
    }
  }
}

/** What was said and shown of a matter, in order. */
function evidenceOf(messages: readonly string[], { stretch }: Situation) {
  const said = stretch.messages.filter(({ id }) => messages.includes(id))
  return {
    words: said.map(({ text }) => text).filter(Boolean),
    photos: said.flatMap(({ media }) => (media ? [media] : [])),
  }
}

/** Notices that may be heard by a whole group. */
const mayBeAloud: ReadonlySet<Notice['kind']> = new Set(['help', 'roomUnbound', 'handedOver'])

/** An answer goes where the speaker is; in a group what concerns only the speaker goes to the speaker. */
function spoken(notice: Notice, { room, speaker, message }: Situation): AddressedNotice[] {
  const privately: AddressedNotice = {
    to: { kind: 'person', person: speaker.id },
    notice,
    haste: 'answer',
  }
  if (!room) return [privately]
  const to = { kind: 'room', room: room.id, mention: speaker.id } as const
  if (mayBeAloud.has(notice.kind)) return [{ to, notice, haste: 'answer' }]
  return message.mentionsUs
    ? [privately, { to, notice: { kind: 'groupPrivately' }, haste: 'answer' }]
    : [privately]
}
