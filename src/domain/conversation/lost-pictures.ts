import type { ChatMessage } from '../intake/message.ts'
import type { ActMove, Move } from './move.ts'
import type { Situation } from './situation.ts'

/** Photos come several at a time. */
const batchMs = 10 * 60_000

const told: Move = { kind: 'say', notice: { kind: 'pictureLost' }, outcome: 'pictureLost' }
const chatter: Move = { kind: 'silence', outcome: 'pictureLost' }

/**
 * Who sent a picture that could not be had or opened is asked for it once more: once for a batch of them; in a group
 * only where it belongs to a matter. What else follows from the message stays, but for what would add nothing.
 */
export function withLostPictures(moves: readonly Move[], s: Situation): readonly Move[] {
  const { message, room } = s
  if (!message.isUnseen) return withEarlierLoss(moves, s)
  const left = moves.filter((move) => !addsNothing(move) && !asksForWords(move))
  const tells = room === null ? isFirst(s) : isOfMatter(moves) && isFirstOfMatter(s)
  if (tells) return [...left.filter(({ kind }) => kind !== 'silence'), told]
  return left.length > 0 ? left : [chatter]
}

/** In a group a photo before the words is passed over in silence, until they say what it was of. */
function withEarlierLoss(moves: readonly Move[], s: Situation): readonly Move[] {
  if (s.room === null) return moves
  const matters = moves.flatMap((move) =>
    move.kind === 'register' && !move.matter.confidential.value ? [move.matter.messages] : [],
  )
  const isLost = lostOf(s).some(({ id }) => matters.some((messages) => messages.includes(id)))
  return isLost ? [...moves, told] : moves
}

const lostOf = ({ stretch, message }: Situation): readonly ChatMessage[] =>
  stretch.messages.filter(
    ({ id, isUnseen, from }) => isUnseen && id !== message.id && from === message.from,
  )

const isFirst = (s: Situation) =>
  lostOf(s).every(({ at }) => s.message.at.getTime() - at.getTime() > batchMs)

const isFirstOfMatter = (s: Situation) => {
  const { matters } = s.reading
  const mine = matters.filter(({ messages }) => messages.includes(s.message.id))
  return lostOf(s).every(({ id }) => mine.every(({ messages }) => !messages.includes(id)))
}

const isOfMatter = (moves: readonly Move[]) =>
  moves.some(
    (move) => move.kind === 'act' || (move.kind === 'register' && !move.matter.confidential.value),
  )

const asksForWords = (move: Move) => move.kind === 'say' && move.notice.kind === 'wordsAsked'

/** The photo would have been all that is new. */
const addsNothing = (move: Move) => move.kind === 'act' && move.steps.every(isEmpty)

const isEmpty = ({ command }: ActMove['steps'][number]) =>
  command.kind === 'supplement' && command.text.trim() === '' && command.photos.length === 0
