import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimWorld } from '../../../bots/sandbox/sim-world.ts'
import { noPace } from '../../../bots/wechat/pace.ts'
import { startWechat } from '../../../bots/wechat/wechat-bot.ts'
import type { Street } from '../../../db/street/to-street.ts'
import { type Clockwork, clockwork } from '../../clockwork.ts'
import { withoutWords } from '../../domain/without-words.ts'
import type { CardDesk } from '../../flows/ports/cards.ts'
import type { Channels, Parcel } from '../../flows/ports/channels.ts'
import type { TimeMachine } from '../../flows/ports/chat-world.ts'
import type { Clock, Desk, Entry, HeardMessage, Recorded } from '../../flows/ports.ts'
import { takeTidings } from '../../flows/take-tidings.ts'
import { openOffice } from '../../office.ts'
import { openSandbox } from '../../sandbox.ts'
import { sayAll } from '../../texts/say.ts'
import { drivenClock, timeMachine } from '../../time-machine.ts'

/** The product on a stage: its real parts in a folder of their own, every step watched, time in the player's hand. */
export interface Stage {
  readonly street: Street
  readonly world: SimWorld
  readonly desk: Desk
  readonly work: Clockwork
  readonly time: TimeMachine
  readonly clock: Clock
  /** Comes back when a message that satisfies `is` is in the inbox. Throws when none came within half a minute. */
  heard(is: (message: HeardMessage) => boolean): Promise<HeardMessage>
  /** Everything that reached the inbox, in order. */
  readonly kept: readonly HeardMessage[]
  readonly entries: readonly Entry[]
  readonly parcels: readonly { readonly parcel: Parcel; readonly at: Date }[]
  /** Things reported to the operator. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

const botName = '邻里小助手'
const heardWithinMs = 30_000

/** A database and a folder that stay when the stage is cleared. */
export interface LastingPlace {
  readonly databaseUrl: string | null
  readonly dataFolder: string
}

/**
 * Sets the stage at a moment; the sample street is loaded, nobody has said anything yet. `place`: where what happens on it
 * stays; else it is all thrown away in the end.
 */
export async function setStage(
  start: Date,
  streetFolder: string,
  place?: LastingPlace,
): Promise<Stage> {
  const folder = place?.dataFolder ?? (await mkdtemp(join(tmpdir(), 'linli-demo-')))
  await chmod(folder, 0o711) // the database does not run as root and must get through
  const driven = drivenClock(start, false)
  const faults: string[] = []
  const report = (what: string, fault: unknown) =>
    void faults.push(fault === null ? what : `${what}: ${withoutWords(fault).message}`)
  const opened = await openOffice({
    databaseUrl: place?.databaseUrl ?? null,
    dataFolder: folder,
    streetFolder,
    tenant: null,
    clock: driven.now,
    publicUrl: 'http://127.0.0.1:3000',
    llm: null,
    asr: null,
    report,
  })
  if (!opened.ok) throw new Error(opened.problem.join('\n'))
  const office = opened.value
  const entries: Entry[] = []
  const parcels: { parcel: Parcel; at: Date }[] = []
  const kept: HeardMessage[] = []
  let listeners: (() => void)[] = []
  const desk: CardDesk = {
    ...office.desk,
    cards: office.stores.cards,
    petitions: watched(office.desk, entries),
  }
  const channels: { wechat?: NonNullable<Channels['wechat']> } = {}
  const work = clockwork(desk, () => ({
    channels,
    surfaces: [],
  }))
  const sandbox = await openSandbox(office.street, botName, driven.now)
  const wechat = await startWechat({
    endpoint: sandbox.gateway.endpoint,
    token: sandbox.gateway.token,
    pace: noPace,
    botNames: [botName],
    inbox: {
      async keep(messages, now, upTo) {
        const fresh = await work.inbox.keep(messages, now, upTo)
        kept.push(...messages)
        for (const listener of listeners) listener()
        return fresh
      },
    },
    media: desk.media,
    say: sayAll,
    clock: driven.now,
    tidings: takeTidings(desk),
    show: () => {},
    report,
  })
  channels.wechat = {
    ...wechat.channel,
    async deliver(parcel) {
      const delivery = await wechat.channel.deliver(parcel)
      if (delivery.ok) parcels.push({ parcel, at: driven.now() })
      return delivery
    },
  }

  return {
    ...{ street: office.street, world: sandbox.world, desk, work, clock: driven.now },
    ...{ kept, entries, parcels, faults },
    time: timeMachine(driven, work.settle, desk),
    heard: (is) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => done(undefined), heardWithinMs)
        const look = () => {
          const found = kept.findLast(is)
          if (found) done(found)
        }
        const done = (found: HeardMessage | undefined) => {
          clearTimeout(timer)
          listeners = listeners.filter((listener) => listener !== look)
          if (found) resolve(found)
          else reject(new Error('a message did not reach the inbox'))
        }
        listeners.push(look)
        look()
      }),
    async close() {
      await wechat.stop()
      await work.stop()
      await sandbox.gateway.stop()
      await office.stop()
      if (!place) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Lets through what is recorded, and remembers it. */
const watched = ({ petitions }: Desk, entries: Entry[]): Desk['petitions'] => ({
  ...petitions,
  async record(batch, now): Promise<Recorded[]> {
    const written = await petitions.record(batch, now)
    entries.push(...batch.filter((_, i) => written[i] === 'recorded'))
    return written
  },
})
