import { revive, toJson } from '../../../db/json.ts'
import type { Proposal } from '../../../src/domain/catalogue/proposal.ts'
import type { Question } from '../../../src/domain/conversation/question.ts'
import type { Errand } from '../../../src/domain/errands/errand.ts'
import type { HotSpot } from '../../../src/domain/hot-spots/hot-spot.ts'
import type {
  ErrandId,
  LetterId,
  MediaId,
  MessageId,
  PersonId,
  PetitionId,
  RoomId,
  VoiceId,
} from '../../../src/domain/ids.ts'
import type { Absence } from '../../../src/domain/people/absence.ts'
import type { ChannelName } from '../../../src/domain/people/channel-name.ts'
import type { Correction } from '../../../src/domain/petition/correction.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import type { Timer } from '../../../src/domain/petition/timer.ts'
import type { Amendment, Draft } from '../../../src/domain/street/amendment.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import type { Voice } from '../../../src/domain/voices/voice.ts'
import type { StandingCard } from '../../../src/flows/ports/cards.ts'
import type { FeedPlace } from '../../../src/flows/ports/feed.ts'
import type { ModelRecord } from '../../../src/flows/ports/learning.ts'
import type { BackupRun, JobRun } from '../../../src/flows/ports/operation.ts'
import type { Finding } from '../../../src/flows/ports/senses.ts'
import type { Session } from '../../../src/flows/ports/sessions.ts'
import type { ApiToken } from '../../../src/flows/ports/tokens.ts'
import type { Webhook } from '../../../src/flows/ports/webhooks.ts'
import type { HeardMessage, Letter, NewLetter, SettingOut } from '../../../src/flows/ports.ts'
import { emptyRightsShelf, type RightsShelf } from './rights-shelf.ts'
import type { RoomShelf } from './room-shelf.ts'

export interface KeptMessage {
  message: HeardMessage
  readonly keptAt: Date
  state: 'waiting' | 'read' | 'set_aside'
  petition: PetitionId | null
  /** What became of it, or the fault of its reading. */
  outcome: string | null
  /** By `performance.now()`. */
  listenUntil: number
}

export interface KeptLetter {
  letter: NewLetter
  state: 'pending' | 'leased' | 'sent' | 'given_up'
  holder: string | null
  attempts: number
  dueAt: Date
  sentAt?: Date
  /** The platform's id of its message, and when that was read. */
  message?: string
  seenAt?: Date
  doubt: Letter['doubt']
  closed: readonly string[]
  setOut: SettingOut | null
  why: string
}

export interface KeptCard {
  readonly card: StandingCard
  version: number
  state: 'standing' | 'replaced' | 'retired'
  dueAt: Date
}

/** All that the stores in memory keep. */
export interface Shelf {
  readonly newId: () => string
  /** Processes that are running. */
  readonly alive: Set<string>
  /** By channel and id, in the order in which they came. */
  readonly messages: Map<string, KeptMessage>
  readonly lastHeard: Map<ChannelName, Date>
  readonly petitions: Map<PetitionId, Petition>
  readonly petitionsOf: Map<MessageId, PetitionId[]>
  /** Petitions in the order in which they were written, each as often. */
  readonly writes: PetitionId[]
  readonly events: Map<PetitionId, PetitionEvent[]>
  readonly recorded: { readonly place: FeedPlace; readonly event: PetitionEvent }[]
  readonly timers: Map<PetitionId, Map<string, { timer: Timer; fired: boolean }>>
  readonly letters: Map<LetterId, KeptLetter>
  /** Readings of messages that no letter was known to be, by reader and message. */
  readonly seenEarly: Map<string, { readonly at: Date; readonly keptAt: Date }>
  readonly questions: Map<string, Question>
  readonly presses: Set<string>
  readonly people: Map<PersonId, KeptPerson>
  readonly accounts: Map<string, PersonId>
  /** Accounts that a code bound. */
  readonly bound: Set<string>
  readonly codes: Map<
    PersonId,
    { readonly hash: string; readonly expiresAt: Date; usedBy: string | null }
  >
  readonly links: Map<PersonId, { readonly hash: string; readonly expiresAt: Date }>
  /** By the hash of their secret. */
  readonly sessions: Map<string, Session>
  /** By the hash of their secret. */
  readonly tokens: Map<string, ApiToken>
  readonly webhooks: Map<string, Webhook>
  readonly misses: Map<string, { readonly account: string; readonly at: Date }>
  /** Who turned out to be whom. */
  readonly merges: Map<PersonId, PersonId>
  readonly rooms: Map<string, RoomId>
  readonly media: Map<
    MediaId,
    { readonly bytes: Uint8Array; readonly mime: string; readonly keptAt?: Date }
  >
  readonly findings: Map<MediaId, Finding>
  readonly books: Rulebook[]
  readonly amendments: Amendment[]
  readonly drafts: Map<string, Draft>
  readonly absences: Map<string, Absence>
  readonly corrections: Map<string, Correction>
  readonly hotSpots: Map<PetitionId, HotSpot>
  readonly proposals: Map<string, Proposal>
  readonly voices: Map<VoiceId, Voice>
  lastVoice: number
  readonly errands: Map<ErrandId, Errand>
  lastErrand: number
  readonly cards: Map<string, KeptCard>
  readonly seenKeys: Map<string, Date>
  readonly about: RoomShelf
  readonly rights: RightsShelf
  readonly jobs: Map<string, JobRun>
  readonly backups: BackupRun[]
  readonly models: { readonly record: ModelRecord; readonly bytes: Uint8Array }[]
  modelInForce: number
  lastNumber: number
}

export interface KeptPerson {
  name: string
  readonly isStaff: boolean
  heardAt?: Date
  eraseAskedAt?: Date
  /** Where the person last spoke. */
  account: { readonly channel: ChannelName; readonly account: string } | null
  readonly rooms: Map<RoomId, string>
}

let made = 0

export const emptyShelf = (): Shelf => ({
  newId: () => `0197-${String(++made).padStart(8, '0')}`,
  alive: new Set(),
  messages: new Map(),
  lastHeard: new Map(),
  petitions: new Map(),
  petitionsOf: new Map(),
  writes: [],
  events: new Map(),
  recorded: [],
  timers: new Map(),
  letters: new Map(),
  questions: new Map(),
  presses: new Set(),
  people: new Map(),
  accounts: new Map(),
  bound: new Set(),
  codes: new Map(),
  links: new Map(),
  sessions: new Map(),
  tokens: new Map(),
  webhooks: new Map(),
  misses: new Map(),
  merges: new Map(),
  rooms: new Map(),
  media: new Map(),
  findings: new Map(),
  books: [],
  amendments: [],
  drafts: new Map(),
  absences: new Map(),
  corrections: new Map(),
  hotSpots: new Map(),
  proposals: new Map(),
  voices: new Map(),
  lastVoice: 0,
  errands: new Map(),
  lastErrand: 0,
  cards: new Map(),
  seenKeys: new Map(),
  seenEarly: new Map(),
  about: {
    gaps: new Map(),
    signs: new Map(),
    seen: new Map(),
    newcomers: new Map(),
    hours: new Map(),
  },
  rights: emptyRightsShelf(),
  jobs: new Map(),
  backups: [],
  models: [],
  modelInForce: 0,
  lastNumber: 1000,
})

/** A value as it comes back from a database: its own copy, dates made again, what cannot be kept replaced. */
export const kept = <T>(value: T): T => revive<T>(JSON.parse(toJson(value)))
