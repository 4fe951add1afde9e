import { lookOf } from '../domain/console/look.ts'
import { deskKey } from '../domain/console/scope.ts'
import type { Staff } from '../domain/people/roles.ts'
import { sameDestination } from '../domain/petition/destination.ts'
import { type Destination, isInHand, type Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { actOnPetition } from './act-on-petition.ts'
import { carryOutSteps } from './carry-out-steps.ts'
import type { Desk } from './ports.ts'
import { bookFor } from './understand.ts'

/** A petition as somebody ticked it. */
export interface Ticked {
  readonly number: number
  /** What they had before their eyes. */
  readonly version: number
}

export interface Sending {
  readonly picks: readonly Ticked[]
  readonly to: Destination
  readonly reason: string
  readonly by: Staff
}

/** What became of each: sent, or why not. */
export interface Sent {
  readonly number: number
  /** `there`: it stood at that desk already when it was ticked, and nothing changed. */
  readonly refused: Refusal['kind'] | 'there' | null
}

/**
 * Sends petitions to one desk, each for itself and whole: what is refused for one holds up no other. What waits for its
 * place is taken up by the same step. Sent twice, it changes nothing twice: what came there since it was ticked counts as sent.
 */
export async function dispatchMany(sending: Sending, desk: Desk): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const pick of sending.picks) sent.push(await sendOne(pick, sending, desk))
  return sent
}

async function sendOne({ number, version }: Ticked, sending: Sending, desk: Desk): Promise<Sent> {
  const { to, reason, by } = sending
  const found = await desk.petitions.findByNumber(number)
  const book = found && (await bookFor(found, desk))
  if (!found || !book || lookOf(found, by, book) !== 'full') return { number, refused: 'notFound' }
  if (isThere(found, to)) return { number, refused: found.version === version ? 'there' : null }
  if (found.version !== version) return { number, refused: 'notNow' }
  const who = { kind: 'person', id: by.id, staff: by } as const
  const takeUp = { kind: 'stopWaiting' } as const
  const transfer = { kind: 'transfer', to, reason } as const
  const waits = found.status === 'received'
  const taken = waits
    ? carryOutSteps([{ command: takeUp, by: who }], found, desk.clock(), book)
    : null
  const goesThere = taken?.ok && isThere(taken.value.petition, to)
  const then = waits && !goesThere ? [transfer] : []
  const done = await actOnPetition(
    {
      ...{ petition: found.id, by: who, version, command: waits ? takeUp : transfer, then },
      cause: {
        kind: 'press',
        key: `console/dispatch/${found.id}/${version}/${by.id}/${deskKey(to)}`,
      },
    },
    desk,
  )
  return { number, refused: done.ok ? null : done.problem.kind }
}

const isThere = (petition: Petition, to: Destination): boolean =>
  isInHand(petition) && sameDestination(petition.to, to)
