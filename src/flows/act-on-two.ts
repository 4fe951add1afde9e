import type { PetitionId } from '../domain/ids.ts'
import type { Command } from '../domain/petition/command.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { timersFor } from '../domain/petition/timers.ts'
import { no, ok, type Result } from '../domain/result.ts'
import { type Act, tries } from './act-on-petition.ts'
import { onceDone } from './act-once.ts'
import { carryOutSteps } from './carry-out-steps.ts'
import { lettersFor } from './letters.ts'
import type { Desk, Entry } from './ports.ts'
import { bookFor } from './understand.ts'

/** What becomes of another petition by the same act. */
export interface Beside {
  readonly petition: PetitionId
  /** As both stand at that moment; none: it stays as it is, null: nothing may be done now. */
  readonly commands: (petition: Petition, other: Petition) => readonly Command[] | null
  /** Whether the act goes on without it where these are refused. */
  readonly isOptional: boolean
}

/**
 * Does something with two petitions at once, both or neither, and once for a press that may come twice. Refuses as `decide`
 * does of either, with `notNow` what moved on since it was seen.
 */
export async function actOnTwo(
  act: Act,
  beside: Beside,
  desk: Desk,
): Promise<Result<'done', Refusal>> {
  return onceDone(act, await onBoth(act, beside, desk), desk)
}

async function onBoth(act: Act, beside: Beside, desk: Desk): Promise<Result<Petition, Refusal>> {
  const { by, cause, command, version } = act
  for (let tried = 0; tried < tries; tried += 1) {
    const petition = await desk.petitions.find(act.petition)
    const other = await desk.petitions.find(beside.petition)
    if (!petition || !other) return no({ kind: 'notFound' })
    if (version !== undefined && version !== petition.version) return no({ kind: 'notNow' })
    const done = await changed([command, ...(act.then ?? [])], petition, by, desk)
    if (!done.ok) return done
    const commands = beside.commands(petition, other)
    if (!commands) return no({ kind: 'notNow' })
    const along = commands.length > 0 ? await changed(commands, other, by, desk) : null
    if (along && !along.ok && !beside.isOptional) return along
    const entry = { cause, outcome: command.kind, ...done.value }
    const [written] = await desk.petitions.record(
      [along?.ok ? { ...entry, with: along.value } : entry],
      desk.clock(),
    )
    if (written === 'recorded') return ok(done.value.petition)
    if (written === 'alreadyDone') return no({ kind: 'alreadyDone' })
  }
  throw new Error(`petitions ${act.petition} and ${beside.petition} kept changing`)
}

/** How it stands after commands, and all that follows. */
export async function changed(
  commands: readonly Command[],
  petition: Petition,
  by: Act['by'],
  desk: Desk,
): Promise<Result<NonNullable<Entry['with']>, Refusal>> {
  const book = await bookFor(petition, desk)
  const steps = commands.map((command) => ({ command, by }))
  const done = carryOutSteps(steps, petition, desk.clock(), book)
  if (!done.ok) return done
  const { petition: after, events, notices } = done.value
  return ok({
    ...{ petition: after, events, timers: timersFor(after, book) },
    letters: lettersFor(notices, book, desk),
  })
}
