import type { Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { type Act, actOnPetition } from './act-on-petition.ts'
import type { Desk } from './ports.ts'

/**
 * The same as `actOnPetition` for what is sent by a press that may come twice: when it was done before, however the petition
 * stands since, it is done.
 */
export async function actOnce(act: Act, desk: Desk): Promise<Result<'done', Refusal>> {
  return onceDone(act, await actOnPetition(act, desk), desk)
}

/** What came of a press that may have come before: what it wanted then is done. */
export async function onceDone(
  act: Act,
  done: Result<Petition, Refusal>,
  desk: Desk,
): Promise<Result<'done', Refusal>> {
  if (done.ok) return ok('done')
  return (await wasDone(act, desk)) ? ok('done') : done
}

/** Writes nothing but the cause: what was refused is sent again under another one. */
async function wasDone({ cause, command }: Act, desk: Desk): Promise<boolean> {
  const nothing = { petition: null, events: [], timers: [], letters: [] }
  const entry = { cause, outcome: `refused ${command.kind}`, ...nothing }
  const [written] = await desk.petitions.record([entry], desk.clock())
  return written === 'alreadyDone'
}
