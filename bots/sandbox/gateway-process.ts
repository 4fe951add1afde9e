/**
 * The simulated platform as a process of its own, so that it lives on when the bot dies, and can be killed itself.
 * Started with the path of a JSON file: `{ start, folder?, port?, token? }`. Writes one line of JSON when it is open:
 * `{ endpoint, token, control }`. Driven by `POST <control>/<verb>` with a JSON array of the verb's arguments.
 */
import { readFileSync } from 'node:fs'
import { controlled } from './controlled.ts'
import { startGateway } from './gateway.ts'
import type { Faults } from './sim-puppet.ts'
import { type SimStart, simWorld } from './sim-world.ts'

interface Settings {
  readonly start: SimStart
  readonly folder?: string
  readonly port?: number
  readonly token?: string
}

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('say which settings: gateway-process.ts settings.json')
const settings: Settings = JSON.parse(readFileSync(path, 'utf8'))
const world = simWorld(settings.start, () => new Date(), settings.folder)
const { port = 0, token } = settings
const gateway = await startGateway(world, token === undefined ? { port } : { port, token })

const verbs = {
  say: world.say,
  recall: world.recall,
  said: world.said,
  addPerson: world.addPerson,
  addRoom: world.addRoom,
  join: world.join,
  rename: world.rename,
  retitle: world.retitle,
  botIsIn: world.botIsIn,
  faults: (faults: Partial<Faults>) => Object.assign(gateway.puppet.faults, faults),
  /** Whether the bot's account is still logged in. */
  loggedIn: () => gateway.puppet.isLoggedIn,
} as const satisfies Record<string, (...args: never[]) => unknown>

controlled(verbs, { endpoint: gateway.endpoint, token: gateway.token })
