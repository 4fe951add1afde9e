import type { Petition } from '../../domain/petition/petition.ts'
import type { ChatWorld } from '../../flows/ports/chat-world.ts'
import type { Web } from '../web.ts'
import { castOf } from './cast.ts'
import { firstPanes, readPanes } from './panes.ts'
import type { Scene } from './phone.tsx'
import { type Lever, leverOf } from './time.ts'
import { type Unread, unreadIn } from './unread.ts'

/** The sandbox as it runs: lives as long as the server. */
export interface Stage {
  readonly desk: Web['desk']
  readonly world: ChatWorld
  readonly unread: Unread
  readonly lever: Lever | null
}

/** Sets the stage; undefined where no simulated platform runs. */
export const stageOf = ({ desk, world, timeMachine }: Web): Stage | undefined =>
  world
    ? { desk, world, unread: unreadIn(world), lever: timeMachine && leverOf(timeMachine) }
    : undefined

/** What the page shows for the panes asked for; without any, a resident's and a likely handler's. */
export async function sceneOf(
  { desk, world, unread }: Stage,
  asked: readonly string[],
): Promise<Scene> {
  const book = await desk.rulebooks.current()
  const cast = castOf(world, book)
  const read = readPanes(asked, cast)
  const panes = read.length > 0 ? read : firstPanes(cast, book)
  return { world, book, cast, unread, panes }
}

/** The newest petitions, for the look behind the scenes. */
export const newest = ({ desk }: Stage): Promise<Petition[]> => desk.petitions.list({ limit: 30 })

export const nowOn = ({ lever, desk }: Stage): Date => lever?.now() ?? desk.clock()
