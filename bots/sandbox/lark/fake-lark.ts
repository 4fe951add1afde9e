import { createServer } from 'node:http'
import { readable } from './content.ts'
import { openEvents } from './events.ts'
import type { FakeLark, FakeLarkSettings, LarkMessage, SignInDesk } from './fake-lark-types.ts'
import type { InboundFaults, SocketFaults } from './fault-types.ts'
import { forgeOver, forgeTo } from './forge.ts'
import { openDesk } from './http.ts'
import { openLimits } from './limits.ts'
import { openPresses } from './press.ts'
import { openPush } from './push.ts'
import { appRoutes } from './routes-app.ts'
import { cardRoutes } from './routes-card.ts'
import { fileRoutes } from './routes-files.ts'
import { messageRoutes } from './routes-messages.ts'
import { peopleRoutes } from './routes-people.ts'
import { sendRoutes } from './routes-send.ts'
import { signInRoutes } from './routes-sign-in.ts'
import { openSockets } from './socket.ts'
import { openSpeech } from './speech.ts'
import { openWorld, type Stored, type World } from './world.ts'

const lookEveryMs = 250

/** Starts a Lark on the loopback. Throws when the port is taken. */
export async function startFakeLark(settings: FakeLarkSettings): Promise<FakeLark> {
  const { mode, patienceMs = 3_000, port = 0, webhookUrl } = settings
  const world = openWorld(settings)
  const inbound: InboundFaults = { duplicate: false, newEventId: false, outOfOrder: false }
  const socket: SocketFaults = { fragments: 1, silent: false, cardFrames: false }
  const limits = openLimits(world.now)
  const server = createServer()
  const sockets = openSockets(server, socket, patienceMs)
  const push = openPush(world, patienceMs, webhookUrl)
  const transport = mode === 'socket' ? sockets : push
  const events = openEvents(world, transport, mode, inbound)
  const app = appRoutes(world, mode, sockets)
  const signIn: SignInDesk = { person: null, redirects: [] }
  const routes = [
    ...signInRoutes(world, signIn),
    ...[...app.routes, ...sendRoutes(world, limits), ...messageRoutes(world, limits)],
    ...[...peopleRoutes(world), ...fileRoutes(world), ...cardRoutes(world)],
  ]
  const desk = openDesk(server, routes, app.mayCome, limits, world.now)
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  const looking = setInterval(() => void events.due(), lookEveryMs).unref()
  const all = () => world.stored.all().map((one) => shown(one, world))

  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
    ...{ appId: world.app.id, encryptKey: world.app.encryptKey, tenantKey: world.app.tenantKey },
    ...{ verificationToken: world.app.verificationToken, bot: world.app.bot, inbound, socket },
    signIn,
    get appSecret() {
      return world.secret
    },
    now: () => new Date(world.now()),
    ...{ advance: events.advance, settled: events.settled, pending: events.pending },
    ...{ webhook: push.aim, checkUrl: push.check },
    ...openSpeech(world, events),
    ...{ addUser: world.addUser, addChat: world.addChat },
    press: openPresses(world, transport),
    messages(where) {
      const chat = where.startsWith('ou_') ? world.privateChat(where).id : world.chat(where).id
      return all().filter((one) => one.chat === chat)
    },
    message: (id) => shown(world.message(id), world),
    cards: () => all().filter(({ type }) => type === 'interactive'),
    file: world.shelves.file,
    calls: (route) => desk.calls.filter((one) => route === undefined || one.route === route),
    connections: sockets.count,
    fault: (route, fault, times = 1) => desk.fault(route, fault, times),
    revokeTokens: app.revokeTokens,
    rotateSecret(secret) {
      world.secret = secret
    },
    hangUp: sockets.hangUp,
    forge: (kind) =>
      mode === 'socket' ? forgeOver(sockets, world, kind) : forgeTo(push, world, kind),
    async stop() {
      clearInterval(looking)
      world.shelves.close()
      sockets.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function shown(message: Stored, world: World): LarkMessage {
  const { id, chat, from, type, content, mentions, parent, files, changes, recalled } = message
  return {
    ...{ id, chat, from, type, content, files, changes, recalled, urgent: message.urgent },
    dmWith: world.chat(chat).dmWith,
    text: readable(type, content, mentions),
    mentions: mentions.map((one) => one.id),
    quotes: parent,
    card: type === 'interactive' ? JSON.parse(content) : null,
    at: new Date(message.at),
  }
}
