import type { Move } from '../domain/conversation/move.ts'
import { respond } from '../domain/conversation/respond.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import { lookRound, type StillReading } from './look-round.ts'
import type { Desk, HeardMessage } from './ports.ts'

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
  waits: boolean,
): Promise<Response | StillReading> {
  const situation = await lookRound(heard, u, desk, waits)
  if ('stillReading' in situation) return situation
  return { heard, situation, moves: respond(situation, u) }
}

export const registrationsIn = ({ moves }: Response): number =>
  moves.filter(({ kind }) => kind === 'register').length
