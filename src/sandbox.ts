import { type Gateway, startGateway } from '../bots/sandbox/gateway.ts'
import { type SimStart, type SimWorld, simWorld } from '../bots/sandbox/sim-world.ts'
import type { Street } from '../db/street/to-street.ts'
import type { Clock } from './flows/ports.ts'

/** The simulated chat platform, and the real puppet service in front of it. */
export interface Sandbox {
  readonly world: SimWorld
  readonly gateway: Gateway
}

/** A street's people and groups on a simulated platform; `folder` keeps what was said across restarts. */
export async function openSandbox(
  street: Street,
  botName: string,
  clock: Clock,
  folder?: string,
): Promise<Sandbox> {
  const world = simWorld(simStartOf(street, botName), clock, folder)
  return { world, gateway: await startGateway(world) }
}

/** Who there is on the simulated platform of a street. */
export function simStartOf({ book, residents, members }: Street, botName: string): SimStart {
  const staff = book.staff.flatMap(({ name, accounts }) =>
    accounts.wechat ? [{ id: accounts.wechat, name }] : [],
  )
  const rooms = book.rooms.map(({ id, topic }) => ({
    id,
    topic,
    members: members
      .filter(({ room }) => room === id)
      .map(({ account, alias }) => ({ id: account, alias })),
  }))
  const offices = new Set(staff.map(({ id }) => id))
  const neighbours = residents.filter(({ account }) => !offices.has(account))
  const people = [
    ...neighbours.map(({ account, nickname }) => ({ id: account, name: nickname })),
    ...staff,
  ]
  return { bot: { id: 'wx-bot', name: botName }, people, rooms }
}
