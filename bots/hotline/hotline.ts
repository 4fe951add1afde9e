import type { Channel, Say } from '../../src/flows/ports/channels.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock, Inbox, Media } from '../../src/flows/ports.ts'
import { hotlineChannel } from './channel.ts'
import { hotlineDoor } from './door.ts'
import { poster } from './post.ts'
import type { HotlineSettings } from './settings.ts'
import { stateOf } from './state.ts'

export interface HotlineOptions {
  readonly settings: HotlineSettings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Pick<Media, 'keep' | 'load'>
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly say: Say
  readonly clock: Clock
  /** Never hears a person's words, name or id. */
  readonly report: (what: string, fault: unknown) => void
}

export interface Hotline {
  readonly channel: Channel
  readonly doors: readonly Door[]
  stop(): void
}

/** While the platform does not answer it is asked again so often: letters wait until it does. */
const askAgainMs = 20_000

/** Exchanges signed requests with a city platform: its messages come in at our door, our letters go to its address. */
export function startHotline(options: HotlineOptions): Hotline {
  const { settings, clock } = options
  const { post, isThere } = poster(settings, clock)
  const state = stateOf(clock)
  const asking = setInterval(async () => {
    if (state.now().state === 'down' && (await isThere())) state.note(null)
  }, askAgainMs)
  return {
    channel: hotlineChannel({ ...options, post, state }),
    doors: [hotlineDoor({ ...options, onHeard: state.heard })],
    stop: () => clearInterval(asking),
  }
}
