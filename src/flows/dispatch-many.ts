import { lookOf } from '../domain/console/look.ts'
import type { Staff } from '../domain/people/roles.ts'
import type { Command } from '../domain/petition/command.ts'
import { sameDestination } from '../domain/petition/destination.ts'
import { type Destination, isInHand, type Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { actOnPetition } from './act-on-petition.ts'
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
  readonly refused: Refusal['kind'] | null
}

/**
 * Sends petitions to one desk, each for itself: what is refused for one holds up no other. What waits for its place is
 * taken up first. Sent twice, it changes nothing twice: what is there already counts as sent.
 */
export async function dispatchMany(sending: Sending, desk: Desk): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const pick of sending.picks) sent.push(await sendOne(pick, sending, desk))
  return sent
}

async function sendOne({ number, version }: Ticked, sending: Sending, desk: Desk): Promise<Sent> {
  const { to, reason, by } = sending
  const found = await desk.petitions.findByNumber(number)
  const look = found ? lookOf(found, by, await bookFor(found, desk)) : 'none'
  if (!found || look !== 'full') return { number, refused: 'notFound' }
  if (isThere(found, to)) return { number, refused: null }
  const act = (command: Command, petition: Petition) =>
    actOnPetition(
      {
        ...{ petition: petition.id, command, version: petition.version },
        by: { kind: 'person', id: by.id, staff: by },
        cause: {
          kind: 'press',
          key: `console/${command.kind}/${petition.id}/${petition.version}`,
        },
      },
      desk,
    )
  if (found.version !== version) return { number, refused: 'notNow' }
  let petition: Petition = found
  if (petition.status === 'received') {
    const taken = await act({ kind: 'stopWaiting' }, petition)
    if (!taken.ok) return { number, refused: taken.problem.kind }
    petition = taken.value
    if (isThere(petition, to)) return { number, refused: null }
  }
  const done = await act({ kind: 'transfer', to, reason }, petition)
  return { number, refused: done.ok ? null : done.problem.kind }
}

const isThere = (petition: Petition, to: Destination): boolean =>
  isInHand(petition) && sameDestination(petition.to, to)
