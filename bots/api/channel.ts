import { no, ok } from '../../src/domain/result.ts'
import type { Channel } from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'

/**
 * Letters to those for whom a program registered something: the program reads them at the interface and tells them on,
 * so that they stay in the outbox as sent. What it says of a person is never an address of ours.
 */
export function apiChannel(clock: Clock): Channel {
  const since = clock()
  return {
    name: 'api',
    health: () => ({ state: 'up', since, lastHeard: null, toDo: null }),
    deliver: async ({ to }) =>
      to.kind === 'person' ? ok(undefined) : no({ kind: 'never', why: 'no groups there' }),
    arrived: async (parcels) => parcels.map(({ id }) => id),
  }
}
