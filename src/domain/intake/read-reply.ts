import type { RoomId } from '../ids.ts'
import { emergencyIn } from './emergency.ts'
import { type PlaceContext, placeIn } from './place-in.ts'
import type { Reply, ReplyContext } from './reply.ts'
import { readConfirm } from './reply-confirm.ts'
import { readIdle, states } from './reply-idle.ts'
import { readSurvey } from './reply-survey.ts'
import { readTask } from './reply-task.ts'
import { type SaidReply, weighed } from './reply-weighed.ts'
import { replyHeads } from './reply-weights.ts'
import { saidNumber } from './said-number.ts'
import { normalise } from './text.ts'
import { hasTrouble } from './trouble.ts'
import type { Understanding } from './understanding.ts'

const longest = 600
/** Said of a number, first of all: what danger there was is told of then, and is over or in hand. */
const orderFirst = /^[\s,，:：]*(?:办结|签收)/

/**
 * What a reply means in the light of what was asked. Danger to life is never an answer; in a survey, or when asked for
 * a place, neither is a new matter.
 */
export function readReply(
  text: string,
  context: ReplyContext,
  where: { readonly room: RoomId | null; readonly alias: string },
  u: Understanding,
): Reply {
  const raw = text.slice(0, longest)
  // a number is neither a score nor a door
  const { rest, number: petition } =
    context === 'ask_place' ? { rest: raw, number: null } : saidNumber(raw)
  const plain = normalise(rest)
  const rooms = where.room === null ? [] : [{ room: where.room, alias: where.alias }]
  const isOrder = context === 'task' && petition !== null && orderFirst.test(rest)
  if (!isOrder && emergencyIn(raw)) return { petition, act: context === 'idle' ? 'new' : 'other' }
  const said = { text: plain, raw: rest, context, place: { rooms } }
  if (context === 'survey' && isWholeStatement(said, u)) return { petition, act: 'other' }
  return { ...weighed(byRules(said, u), said, replyHeads, u), petition }
}

/** Who says where it is and what is wrong, and nothing of before, speaks of another matter: an answer needs no door. */
const isWholeStatement = ({ text, raw, place }: SaidReply, u: Understanding): boolean =>
  !/又|还|再|依[然旧]|仍|照[样旧]|修|解决|处理/.test(text) &&
  placeIn(text, place, u.gazetteer).value.building !== null &&
  states(raw, u, 0.8)

/** What the rules alone make of a reply. */
export function byRules({ text, raw, context, place }: SaidReply, u: Understanding): Reply {
  if (raw.trim() === '') return { petition: null, act: 'other' }
  switch (context) {
    case 'survey':
      return readSurvey(text, raw)
    case 'confirm':
      return readConfirm(text, raw, place, u)
    case 'ask_place':
      return readPlace(text, raw, place, u)
    case 'task':
      return readTask(text, raw, u.book)
    case 'idle':
      return readIdle(text, raw, u)
  }
}

function readPlace(text: string, raw: string, context: PlaceContext, u: Understanding): Reply {
  const place = placeIn(text, { ...context, asked: true }, u.gazetteer)
  const said = place.confidence > 0.5
  if (!said || (text.length > 12 && hasTrouble(text) && states(raw, u, 0.8)))
    return { petition: null, act: 'other' }
  return { petition: null, act: 'place', place: place.value }
}
