import type { RouteFault, RouteName } from '../../../bots/sandbox/lark/fault-types.ts'
import type { Child } from './child.ts'
import { ask } from './platforms.ts'
import type { Random } from './random.ts'
import type { Stage } from './stage.ts'

/** What was done to the street's system, counted. */
export interface Chaos {
  readonly done: ReadonlyMap<string, number>
  /** Programs that would not start though nothing they need was away. */
  readonly faults: readonly string[]
  /** Does no more harm; comes back when everything that was killed is up again. */
  calm(): Promise<void>
}

const larkFaults: readonly (readonly [string, RouteName, RouteFault, number])[] = [
  ['429', 'messages.create', { kind: 'rateLimited', resetSeconds: 1 }, 3],
  ['500', 'messages.create', { kind: 'answer', status: 500, body: { code: 1, msg: 'busy' } }, 3],
  ['400 too fast', 'messages.create', answerOf(230020), 2],
  ['rights revoked', 'messages.create', answerOf(230027), 2],
  ['slow 3.5 s', 'messages.create', { kind: 'delay', ms: 3_500 }, 2],
  ['connection dropped', 'messages.create', { kind: 'drop' }, 2],
  ['sent, answer lost', 'messages.create', { kind: 'commitThenFail' }, 3],
  ['sent, answered 502', 'messages.create', { kind: 'commitThenFail', status: 502 }, 2],
  ['card change refused', 'messages.patch', answerOf(230020), 3],
  ['token refused', 'token', { kind: 'answer', status: 500, body: '' }, 2],
  ['no socket to be had', 'socket.endpoint', { kind: 'answer', status: 500, body: '' }, 2],
]

function answerOf(code: number): RouteFault {
  return { kind: 'answer', status: 400, body: { code, msg: 'storm' } }
}

/** As the client of PostgreSQL and the system name it. */
const isAway = /57P0\d|ECONN|CONNECTION_/

/** Kills and breaks something every two to eight seconds, and starts again what it killed. */
export function unleash(stage: Stage, random: Random, note: (what: string) => void): Chaos {
  const done = new Map<string, number>()
  const { pick } = random
  const under = new Set<Promise<void>>()
  let isOver = false
  const count = (what: string) => {
    done.set(what, (done.get(what) ?? 0) + 1)
    note(what)
  }
  const faults: string[] = []
  /** What starts while the database is away may give up, as under any keeper of services it is started again. */
  const revive = async (child: Child, afterMs: number) => {
    await pause(afterMs)
    for (let tried = 1; ; tried++) {
      try {
        await child.start()
        return
      } catch (fault) {
        if (!isAway.test(String(fault)) || tried === 30) {
          faults.push(`${child.name} does not start: ${fault}`)
          return
        }
        count('ended while starting (database away)')
        await pause(2_000)
      }
    }
  }
  const killAndRevive = async (child: Child, what: string, afterMs: number) => {
    if (!child.isUp()) return
    await child.kill()
    count(what)
    await revive(child, afterMs)
  }
  const forAWhile = async (
    what: string,
    begin: () => Promise<unknown>,
    end: () => Promise<unknown>,
  ) => {
    await begin()
    count(what)
    await pause(1_000 + random.next() * 4_000)
    for (let tried = 0; tried < 60; tried++) {
      try {
        await end()
        return
      } catch {
        await pause(500) // it was killed meanwhile, and knows of no fault when it is up again; or it still is down
      }
    }
  }
  const wechat = (faults: object) => ask(stage.gateway, 'faults', faults)
  const inbound = (faults: object) => ask(stage.lark, 'inbound', faults)
  const socket = (faults: object) => ask(stage.lark, 'socket', faults)

  const harms: readonly (() => Promise<unknown>)[] = [
    () => killAndRevive(pick(stage.bots), 'kill -9 of a bot', random.next() * 2_000),
    () => killAndRevive(pick(stage.bots), 'kill -9 of a bot', random.next() * 2_000),
    () => killAndRevive(pick(stage.workers), 'kill -9 of a worker', random.next() * 2_000),
    () => killAndRevive(pick(stage.workers), 'kill -9 of a worker', random.next() * 2_000),
    () => killAndRevive(stage.gateway, 'kill -9 of the gateway', random.next() * 3_000),
    async () => {
      if (stage.killDatabase()) count('kill -9 of the database')
    },
    async () => {
      const [what, route, fault, times] = pick(larkFaults)
      await ask(stage.lark, 'fault', route, fault, times)
      count(`lark: ${what}`)
    },
    async () => {
      const [what, route, fault, times] = pick(larkFaults)
      await ask(stage.lark, 'fault', route, fault, times)
      count(`lark: ${what}`)
    },
    async () => {
      await ask(stage.lark, 'revokeTokens')
      count('lark: tokens revoked')
    },
    async () => {
      await ask(stage.lark, 'hangUp', pick([1001, 1006]))
      count('lark: link dropped')
    },
    () =>
      forAWhile(
        'lark: duplicates',
        () => inbound({ duplicate: true }),
        () => inbound({ duplicate: false }),
      ),
    () =>
      forAWhile(
        'lark: new event ids',
        () => inbound({ newEventId: true }),
        () => inbound({ newEventId: false }),
      ),
    () =>
      forAWhile(
        'lark: out of order',
        () => inbound({ outOfOrder: true }),
        () => inbound({ outOfOrder: false }),
      ),
    () =>
      forAWhile(
        'lark: fragments',
        () => socket({ fragments: 3 }),
        () => socket({ fragments: 1 }),
      ),
    () =>
      forAWhile(
        'wechat: duplicates',
        () => wechat({ duplicate: true }),
        () => wechat({ duplicate: false }),
      ),
    () =>
      forAWhile(
        'wechat: delays',
        () => wechat({ delayMs: 300 }),
        () => wechat({ delayMs: 0 }),
      ),
    () =>
      forAWhile(
        'wechat: refusals',
        () => wechat({ refuse: 'storm' }),
        () => wechat({ refuse: null }),
      ),
    () =>
      forAWhile(
        'wechat: sent, answer lost',
        () => wechat({ noAnswer: true }),
        () => wechat({ noAnswer: false }),
      ),
  ]
  const raging = (async () => {
    while (!isOver) {
      await pause(2_000 + random.next() * 6_000)
      if (isOver) return
      const harm = pick(harms)()
        .then(() => {})
        .catch((fault) => note(`harm failed: ${fault}`))
      under.add(harm)
      void harm.finally(() => under.delete(harm))
    }
  })()
  return {
    ...{ done, faults },
    async calm() {
      isOver = true
      await raging
      await Promise.all(under)
      const all = [stage.gateway, stage.lark, ...stage.bots, ...stage.workers]
      for (const child of all) if (!child.isUp()) await revive(child, 0)
    },
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
