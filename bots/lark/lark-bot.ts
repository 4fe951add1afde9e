import { within } from '../../src/asking/within.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Channel, Say } from '../../src/flows/ports/channels.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Tidings } from '../../src/flows/ports/tidings.ts'
import type { Clock, Inbox, Media } from '../../src/flows/ports.ts'
import { watchAbsence } from './absence.ts'
import { acceptOf, type RoomNews } from './accept-envelope.ts'
import type { LarkCards } from './cards/lark-cards.ts'
import { larkChannel } from './channel.ts'
import { larkDoor } from './door.ts'
import { earOf } from './ear.ts'
import { LarkFault } from './faults.ts'
import type { LarkGateway } from './gateway.ts'
import { mediaFetcher } from './media.ts'
import { namesOf } from './names.ts'
import { openGateway } from './open-gateway.ts'
import { ownersOf } from './owners.ts'
import type { PaceSettings } from './pace.ts'
import { picturesOf } from './pictures.ts'
import type { LarkSettings } from './settings.ts'
import { stateOf } from './state.ts'
import { type Patience, superviseLink } from './supervisor.ts'
import { takenOf } from './taken.ts'

export interface LarkOptions {
  readonly settings: LarkSettings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Media
  readonly say: Say
  readonly clock: Clock
  /** Never hears a person's words, name or id. */
  readonly report: (what: string, fault: unknown) => void
  /** What people call the bot, until Lark has told who we are. */
  readonly botNames: readonly string[]
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  /** Task and rating cards; without them all is said in words. */
  readonly cards?: (gateway: LarkGateway) => LarkCards
  /** The petition's number on a card of ours: Lark shows cards to nobody who asks. */
  readonly numberOf?: (cardMessage: string) => Promise<number | null>
  readonly tidings: Pick<Tidings, 'gap' | 'heardUntil' | 'lastHeardUntil' | 'read'>
  /** A group that we joined, that was renamed, or that is lost. */
  readonly onRoom?: (news: RoomNews) => Promise<void>
  readonly pace?: PaceSettings
  readonly patience?: Patience
}

export interface LarkBot {
  readonly channel: Channel
  readonly doors: readonly Door[]
  readonly cards: LarkCards | null
  health(): {
    readonly connected: boolean | null
    /** Messages announced, but not in the inbox yet. */
    readonly waiting: number
    /** How often in a row the inbox refused. */
    readonly failures: number
    readonly lastHeard: Date | null
  }
  /** Comes back when all that Lark brought until now is in the inbox. */
  settled(): Promise<void>
  /** Keeps what was heard, then hangs up. */
  stop(): Promise<void>
}

const firstAnswerMs = 10_000
/** While Lark does not answer it is asked again so often: only so do we know that it is back. */
const askAgainMs = 20_000

/**
 * Connects a Lark app with our inbox, and answers how to speak on it. Comes back when Lark has told who we are and the
 * long connection stands, or after ten seconds; goes on trying until stopped.
 */
export async function startLark(options: LarkOptions): Promise<LarkBot> {
  const { settings, report, clock } = options
  const gateway = await openGateway({ ...settings, ...(options.pace && { pace: options.pace }) })
  let us: Awaited<ReturnType<LarkGateway['us']>> | null = null
  const ear = earOf(options.inbox, clock, report)
  const names = namesOf(gateway)
  const owners = ownersOf(gateway, report)
  const cards = options.cards?.(gateway) ?? null
  const accept = acceptOf({
    ...{ appId: settings.appId, ear, names, owners, gateway, clock, report },
    around: {
      ...{ gateway, names, us: () => us, botNames: options.botNames, report },
      numberOf: options.numberOf ?? (async () => null),
      fetchMedia: mediaFetcher(gateway, options.media, report),
    },
    taken: takenOf(options.seen, clock, report),
    onPress: cards?.onPress ?? (async () => ({ toast: null, card: null })),
    onRoom: options.onRoom ?? (async () => {}),
    onRead: (account, messages, at) =>
      options.tidings.read({ kind: 'person', channel: 'lark', account }, messages, at),
  })
  let connected = () => {}
  const standing = new Promise<void>((stands) => {
    connected = stands
  })
  const link =
    settings.hears.by === 'socket'
      ? superviseLink(
          gateway,
          accept,
          { up: connected, down: (why) => report(`lark: link down, ${why}`, null) },
          options.patience,
        )
      : null
  const state = stateOf({
    isConnected: () => link?.isUp() ?? null,
    ...{ coolingMs: gateway.coolingMs, lastHeard: ear.lastHeard, clock },
  })
  const ask = async () => {
    try {
      us = await gateway.us()
      state.noteCall(null)
    } catch (fault) {
      if (fault instanceof LarkFault) state.noteCall(fault)
      report('lark: nobody tells who we are', withoutWords(fault))
    }
  }
  const asking = setInterval(() => {
    if (us === null || state.now().state === 'down') void ask()
  }, askAgainMs)
  await within(firstAnswerMs, Promise.all([ask(), link && standing])).catch(() => {})

  const stopWatching = watchAbsence({
    ...{ tidings: options.tidings, clock, report },
    hears: () => state.now().state !== 'down',
  })
  const { appId, hears } = settings
  return {
    cards,
    channel: larkChannel({
      ...{ gateway, owners, cards, say: options.say, clock, report },
      pictures: picturesOf(gateway, options.media, report),
      health: () => state.now(),
      noteCall: (fault) => state.noteCall(fault),
    }),
    doors: hears.by === 'webhook' ? [larkDoor({ appId, ...hears }, accept, clock, report)] : [],
    health: () => ({
      ...{ connected: link?.isUp() ?? null, waiting: ear.waiting() },
      ...{ failures: ear.failures(), lastHeard: ear.lastHeard() },
    }),
    settled: () => ear.settled(),
    async stop() {
      clearInterval(asking)
      stopWatching()
      await ear.stop(5_000)
      link?.stop()
    },
  }
}
