import type { Channel } from '../../src/flows/ports/channels.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { Rulebooks } from '../../src/flows/ports/rulebooks.ts'
import type { Clock, Inbox, Media, Petitions } from '../../src/flows/ports.ts'
import { type Carriers, open311Channel } from './channel.ts'
import { open311Door } from './door.ts'
import { type FetchParts, mediaFetcher } from './fetch-media.ts'
import type { Open311Settings } from './settings.ts'

export interface Open311Options {
  readonly settings: Open311Settings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Pick<Media, 'keep'>
  readonly petitions: Pick<Petitions, 'findByNumber' | 'findByMessages' | 'list'>
  readonly rulebooks: Pick<Rulebooks, 'current'>
  /** Those that are connected: they carry our letters to who gave an address. */
  readonly carriers: Carriers
  readonly newId: () => string
  readonly clock: Clock
  /** Never hears a person's words, name or address. */
  readonly report: (what: string, fault: unknown) => void
  /** How names lead to addresses and which are open, where it is not the internet's own. */
  readonly network?: Omit<FetchParts, 'origins'>
}

export interface Open311 {
  readonly channel: Channel
  readonly doors: readonly Door[]
}

/** Opens the door for apps and sites that speak Open311 GeoReport v2. Nothing runs by itself, so nothing is to be stopped. */
export function startOpen311(options: Open311Options): Open311 {
  const { settings, carriers, clock, network } = options
  const { channel, heard } = open311Channel(settings, carriers, clock)
  const fetchMedia = mediaFetcher({ ...network, origins: settings.mediaOrigins })
  const ways = (['mail', 'sms'] as const).filter((way) => carriers[way])
  return { channel, doors: [open311Door({ ...options, ways, fetchMedia, onHeard: heard })] }
}
