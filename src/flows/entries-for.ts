import type { Move } from '../domain/conversation/move.ts'
import { petitionerOf } from '../domain/conversation/petitioner.ts'
import type { Question } from '../domain/conversation/question.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { reporterOf } from '../domain/heads/neighbour.ts'
import { relayOf } from '../domain/heads/relay.ts'
import { petitionId } from '../domain/ids.ts'
import { elsewhereIn } from '../domain/intake/elsewhere-in.ts'
import { photoIn } from '../domain/intake/message.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import { answerNotice } from '../domain/notices/answer-notice.ts'
import { consentAsked } from '../domain/notices/consent-asked.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import { noticesFor } from '../domain/notices/notices-for.ts'
import { refusedNotice } from '../domain/notices/refused-notice.ts'
import { registeredNotices } from '../domain/notices/registered-notices.ts'
import { staffAt } from '../domain/people/in-charge.ts'
import { type Actor, theClock } from '../domain/people/roles.ts'
import { register } from '../domain/petition/register.ts'
import { registerElsewhere } from '../domain/petition/register-elsewhere.ts'
import { timersFor } from '../domain/petition/timers.ts'
import { standIn } from '../domain/routing/route.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { bindAccount } from './bind-account.ts'
import { carryOutSteps } from './carry-out-steps.ts'
import { claimRights } from './claim-rights.ts'
import { decideProposal } from './decide-proposal.ts'
import { lettersFor } from './letters.ts'
import { photoNews } from './photo-news.ts'
import { type Cause, conversationOf, type Desk, type Entry } from './ports.ts'
import type { Response } from './receive-message.ts'
import { offerLink } from './sign-in.ts'
import { mayBeAloud, spoken, toldPrivately } from './spoken.ts'
import { takeErrand } from './take-errand.ts'
import { takeVoice } from './take-voice.ts'
import { bookFor } from './understand.ts'

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
          : { kind: 'press', key: `${heard.channel}/${heard.id}/${keyOf(move)}` }
      return entryFor(move, cause, response, numbers, u, desk)
    }),
  )
}

/** The same for the same move, also when the message is read again and fewer moves are left. */
function keyOf(move: Move): string {
  switch (move.kind) {
    case 'register':
      return `register/${move.matter.messages[0]}/${move.matter.category.value}`
    case 'act':
      return `act/${move.petition.id}`
    case 'say':
    case 'silence':
    case 'decideProposal':
    case 'bind':
    case 'signIn':
    case 'absence':
    case 'claim':
    case 'voice':
    case 'errand':
    case 'welcome':
      return move.kind
  }
}

async function entryFor(
  move: Move,
  cause: Cause,
  response: Response,
  numbers: () => number,
  u: Understanding,
  desk: Desk,
): Promise<Entry> {
  const { heard, situation: s } = response
  const quiet = {
    cause,
    outcome: move.outcome,
    petition: null,
    events: [],
    timers: [],
    letters: [],
  }
  const asks = (ask: Question | null, aloud = s.room !== null): Pick<Entry, 'question'> => ({
    question: {
      conversation: conversationOf(aloud ? heard : { ...heard, room: null }),
      person: s.speaker.id,
      ask,
    },
  })
  switch (move.kind) {
    case 'silence':
      return { ...quiet, ...(move.question === null && asks(null)) }
    case 'say': {
      const letters = lettersFor(
        [...spoken(move.notice, s), ...passedOn(move.notice, s, u.book)],
        u.book,
        desk,
      )
      // what is asked in private is answered in private
      const aloud = s.room !== null && (!move.question || mayBeAloud.has(move.notice.kind))
      return { ...quiet, letters, ...(move.question !== undefined && asks(move.question, aloud)) }
    }
    case 'welcome':
      if (s.room) await desk.rooms.joined(s.room.id, s.speaker.id, s.message.at)
      return quiet
    case 'decideProposal': {
      const answer = await decideProposal(move.said, s, desk)
      return { ...quiet, letters: lettersFor(spoken(answer, s), u.book, desk) }
    }
    case 'absence':
      for (const absence of move.absences) await desk.absences.keep(absence, s.at)
      return { ...quiet, letters: lettersFor(spoken(move.notice, s), u.book, desk) }
    case 'signIn': {
      const link: Notice = { kind: 'signInLink', ...(await offerLink(s.speaker.id, desk)) }
      return { ...quiet, letters: lettersFor(spoken(link, s), u.book, desk) }
    }
    case 'bind': {
      const { notices, outcome } = await bindAccount(move, heard, s, u.book, desk)
      return { ...quiet, outcome, letters: lettersFor(notices, u.book, desk) }
    }
    case 'voice': {
      const { voice, notices } = await takeVoice(move.order, s, u, desk)
      const letters = lettersFor(notices, u.book, desk)
      return {
        ...quiet,
        ...(voice && { voice }),
        letters,
        ...(move.question === null && asks(null)),
      }
    }
    case 'errand': {
      const { errand, notices, outcome = move.outcome } = await takeErrand(move.order, s, u, desk)
      const letters = lettersFor([...notices, ...toldPrivately(s)], u.book, desk)
      const answered = move.question === null && asks(null)
      return { ...quiet, outcome, ...(errand && { errand }), letters, ...answered }
    }
    case 'claim': {
      const { notices, outcome } = await claimRights(move.claim, heard, s, u.book, desk)
      const letters = lettersFor(notices, u.book, desk)
      return { ...quiet, outcome, letters, ...(move.question !== undefined && asks(move.question)) }
    }
    case 'register': {
      const { matter, follows } = move
      const evidence = evidenceOf(matter.messages, s)
      const own = petitionerOf(matter.reporter, s)
      const of = {
        id: petitionId(desk.newId()),
        number: numbers(),
        matter,
        reporter: reporterOf(matter, own, s.at, u.book),
        supporters: matter.supporters.map((person) => petitionerOf(person, s)),
        ...evidence,
        words: [...(follows?.words ?? []), ...evidence.words],
        placeMissing: move.placeMissing,
        relay: relayOf(matter, evidence.words.join('，'), s.at, u.book),
        follows,
      }
      const way = elsewhereIn(of.words, move.matter)
      const elsewhere = way && registerElsewhere(of, way, s.at, u.book)
      if (elsewhere) {
        const { petition, events, notices } = elsewhere
        const letters = lettersFor(notices, u.book, desk)
        return { ...quiet, petition, events, letters, outcome: 'redirected' }
      }
      const { petition, event } = register(of, s.at, u.book)
      const consent = consentAsked(petition, u.book)
      const alike = consent.length > 0 ? undefined : move.alike
      const where = { room: s.room?.id ?? null, asksPlace: move.placeMissing, alike }
      const notices = [
        ...registeredNotices(petition, where, u.book),
        ...consent,
        ...noticesFor(event, null, petition, u.book),
        ...(await photoNews([event], petition, u.book, desk)),
      ]
      return {
        ...quiet,
        petition,
        events: [event],
        timers: timersFor(petition, u.book),
        letters: lettersFor(notices, u.book, desk),
        ...asks(
          move.placeMissing
            ? { kind: 'place', petition: petition.id }
            : consent.length > 0
              ? { kind: 'consent', petition: petition.id }
              : alike
                ? { kind: 'same', petition: petition.id, other: alike.id }
                : null,
          s.room !== null && !petition.confidential && consent.length === 0,
        ),
      }
    }
    case 'act': {
      const along = move.along && (await entryFor(move.along, cause, response, numbers, u, desk))
      if (along?.petition === null) return along // it was refused
      const book = await bookFor(move.petition, desk)
      const speaker: Actor = { kind: 'person', ...s.speaker }
      const steps = move.steps.map(({ command, by }) => ({
        command,
        by: by === 'clock' ? theClock : speaker,
      }))
      const done = carryOutSteps(steps, move.petition, s.at, book)
      if (!done.ok) {
        const notice = refusedNotice(done.problem, move.petition.number, book)
        const outcome = `refused ${done.problem.kind}`
        return { ...quiet, outcome, letters: lettersFor(spoken(notice, s), book, desk) }
      }
      const { petition, events, notices } = done.value
      const answer = move.answer ? spoken(answerNotice(move.answer, petition, events, book), s) : []
      // where it is comes first
      const consent = move.answer === 'dispatched' ? consentAsked(petition, book) : []
      return {
        ...quiet,
        petition,
        events,
        ...besideOf(along),
        timers: timersFor(petition, book),
        letters: lettersFor(
          [...answer, ...consent, ...notices, ...(await photoNews(events, petition, book, desk))],
          book,
          desk,
        ),
        ...(consent.length > 0
          ? asks({ kind: 'consent', petition: petition.id }, false)
          : move.question !== undefined && asks(move.question)),
      }
    }
  }
}

const besideOf = (along: Entry | undefined): Pick<Entry, 'with'> => {
  if (!along?.petition) return {}
  const { petition, events, timers, letters } = along
  return { with: { petition, events, timers, letters } }
}

/** Who asks for a person gets one: the dispatcher of the community is told where to find them. */
function passedOn(notice: Notice, s: Situation, book: Rulebook): AddressedNotice[] {
  if (notice.kind !== 'handedOver') return []
  const home = s.room?.id ?? s.stretch.speakerRooms[0]?.room
  const room = book.rooms.find(({ id }) => id === home)
  const wanted = {
    kind: 'personWanted',
    name: s.message.name,
    room: room?.topic ?? '',
    words: s.words,
  } as const
  return staffAt(standIn({ grid: null, unit: room?.unit ?? null }, book), book).map(({ id }) => ({
    to: { kind: 'person', person: id },
    notice: wanted,
    haste: 'news',
  }))
}

/** What was said and shown of a matter, in order. */
function evidenceOf(messages: readonly string[], { stretch }: Situation) {
  const said = stretch.messages.filter(({ id }) => messages.includes(id))
  return {
    words: said.map(({ text }) => text).filter(Boolean),
    photos: said.flatMap((message) => photoIn(message) ?? []),
  }
}
