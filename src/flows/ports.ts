import type { Question } from '../domain/conversation/question.ts'
import type { Errand } from '../domain/errands/errand.ts'
import type {
  LetterId,
  MediaId,
  MessageId,
  PersonId,
  PetitionId,
  RoomId,
  TenantId,
} from '../domain/ids.ts'
import type { MessageType } from '../domain/intake/message.ts'
import type { Model } from '../domain/intake/model.ts'
import type { Address, Notice } from '../domain/notices/notice.ts'
import type { ChannelName } from '../domain/people/channel-name.ts'
import type { PetitionEvent } from '../domain/petition/event.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Timer } from '../domain/petition/timer.ts'
import type { Neighbour } from '../domain/voices/standing.ts'
import type { Voice } from '../domain/voices/voice.ts'
import type { Absences } from './ports/absences.ts'
import type { Account, Bindings } from './ports/bindings.ts'
import type { PersonReach, Reach } from './ports/channels.ts'
import type { Errands } from './ports/errands.ts'
import type { Fate } from './ports/fate.ts'
import type { Gaps } from './ports/gaps.ts'
import type { HotSpots } from './ports/hot-spots.ts'
import type { Corrections, Models } from './ports/learning.ts'
import type { PetitionFilter } from './ports/petition-filter.ts'
import type { Proposals } from './ports/proposals.ts'
import type { FileKeeper } from './ports/retention.ts'
import type { OfRights } from './ports/rights.ts'
import type { Rooms } from './ports/rooms.ts'
import type { Rulebooks } from './ports/rulebooks.ts'
import type { SecondReader } from './ports/second-reader.ts'
import type { Findings, Senses } from './ports/senses.ts'
import type { Sessions } from './ports/sessions.ts'
import type { Sightings } from './ports/sightings.ts'
import type { Voices } from './ports/voices.ts'

export type Clock = () => Date

/** A message in the platform's own terms: what is kept before anything else. */
export interface HeardMessage {
  readonly id: MessageId
  readonly channel: ChannelName
  /** The platform's id of the group; null in a private chat. */
  readonly room: string | null
  readonly sender: { readonly id: string; readonly name: string; readonly alias: string }
  readonly type: MessageType
  readonly text: string
  readonly media: MediaId | null
  readonly mentionsUs: boolean
  readonly quotes: MessageId | null
  readonly recalls: MessageId | null
  readonly sentAt: Date
}

/** Where a message stands: the group, or the sender's private chat with us. */
export const conversationOf = (message: HeardMessage): string =>
  message.room
    ? `${message.channel}/room/${message.room}`
    : `${message.channel}/dm/${message.sender.id}`

/** What comes in is written down first and read afterwards, so that nothing said to us is lost. */
export interface Inbox {
  /** Keeps all or none, each once; answers the ids of the new ones. `upTo`: with these, all said until then is kept. */
  keep(messages: readonly HeardMessage[], now: Date, upTo?: Date | null): Promise<MessageId[]>
  /** The oldest unread message of each conversation, at most `count` conversations, the longest waiting first. */
  waiting(count: number): Promise<HeardMessage[]>
  /** Messages of one conversation, read or not, up to and including `upTo`, not older than `since`, oldest first, at most 40. */
  stretch(upTo: HeardMessage, since: Date): Promise<HeardMessage[]>
  /** The unread messages of the same conversation that came after this one, oldest first, the last 40. */
  behind(heard: HeardMessage): Promise<HeardMessage[]>
  /**
   * Whose turn it is to have a voice written down: ours for `forMs`, `theirs` while somebody else has it, `done` once
   * somebody said what came of it, or when there is no such message.
   */
  listen(id: MessageId, channel: ChannelName, forMs: number): Promise<'ours' | 'theirs' | 'done'>
  /** What is said in a voice: its text from now on; null: nobody could tell. The first answer stays. */
  listened(id: MessageId, channel: ChannelName, words: string | null): Promise<void>
  /** The voices among these messages that have a file, oldest first. */
  voices(messages: readonly MessageId[]): Promise<HeardMessage[]>
  /** Those of these messages that are still kept, oldest first. */
  find(messages: readonly MessageId[]): Promise<HeardMessage[]>
  /** A message whose reading failed: kept with its fault for the operator; the next one goes on. */
  setAside(id: MessageId, channel: ChannelName, fault: string): Promise<void>
  /** Up to when everything said on a channel is kept, as far as is known; undefined before the first message. */
  lastHeard(channel: ChannelName): Promise<Date | undefined>
  /** Forgets read messages that led to nothing and came before `before`; answers how many. */
  forget(before: Date): Promise<number>
}

/** What an entry must happen once for. */
export type Cause =
  | { readonly kind: 'message'; readonly channel: ChannelName; readonly message: MessageId }
  | { readonly kind: 'timer'; readonly petition: PetitionId; readonly key: string }
  /** A press of a button, by its own key. */
  | { readonly kind: 'press'; readonly key: string }

/** One thing that happened, with all that follows from it. Written whole or not at all. */
export interface Entry {
  readonly cause: Cause
  /** What became of a message, for the operator: `registered`, `joined`, `chatter`, `answered` … */
  readonly outcome: string
  /** The petition as it is now; `version` is one more than the stored one's, 1 for a new one. */
  readonly petition: Petition | null
  /** What is said to groups, as it is now; its `version` as that of a petition. */
  readonly voice?: Voice
  /** An errand, in the same way. */
  readonly errand?: Errand
  readonly events: readonly PetitionEvent[]
  /** All timers of the petition that are still to fire; those not named here are dropped. */
  readonly timers: readonly Timer[]
  readonly letters: readonly NewLetter[]
  /** Another petition that changes by the same cause: both are written or neither. */
  readonly with?: Pick<Entry, 'events' | 'timers' | 'letters'> & { readonly petition: Petition }
  /** Sets or clears what we asked this person in this conversation; absent: stays. */
  readonly question?: {
    readonly conversation: string
    readonly person: PersonId
    readonly ask: Question | null
  }
}

export interface NewLetter {
  readonly id: LetterId
  readonly to: Address
  readonly notice: Notice
  /** Not before this moment: quiet hours. */
  readonly sendAt: Date
  /** To a member of staff, and can wait: see `isCalm`. */
  readonly calm?: true
}

export interface Letter extends NewLetter {
  /** How often it was tried before. */
  readonly attempts: number
  /** It may have gone out, nobody knows. Kept of a letter that then went all the same. */
  readonly doubt: Doubt | null
  /** Ways that refused it for good, by `wayName`. */
  readonly closed: readonly string[]
}

/** How letters went to a platform together. */
export interface SettingOut {
  readonly via: Reach
  readonly at: Date
  /** The first letter of those that were said as one message. */
  readonly parcel: LetterId
}

export interface Doubt extends SettingOut {
  /**
   * Its channel told that it did not arrive. Still to be known: a platform that knows the parcel's key again would
   * swallow whatever else is said under it.
   */
  readonly isOver?: true
}

/** A letter that went out, or was about to; null: nobody began. */
export interface LetterOnItsWay extends Letter {
  readonly setOut: SettingOut | null
}

/**
 * `recorded`; `alreadyDone`: the cause was dealt with before; `stale`: somebody else changed the petition or voice meanwhile,
 * nothing was written, read it again and decide anew.
 */
export type Recorded = 'recorded' | 'alreadyDone' | 'stale'

export interface Petitions {
  /** The next `count` numbers that people say; never given twice. */
  numbers(count: number): Promise<number[]>
  find(id: PetitionId): Promise<Petition | undefined>
  findByNumber(number: number): Promise<Petition | undefined>
  /** Those that any of these messages belongs to. */
  findByMessages(messages: readonly MessageId[]): Promise<Petition[]>
  /** Newest first; `person`: reporter or joined. */
  list(filter: PetitionFilter): Promise<Petition[]>
  timeline(id: PetitionId): Promise<PetitionEvent[]>
  /** Writes each entry whole or not at all, independently of the others; one answer for each, in order. */
  record(entries: readonly Entry[], now: Date): Promise<Recorded[]>
  question(conversation: string, person: PersonId): Promise<Question | undefined>
  /** Timers due by `now`, the earliest first. */
  timersDue(now: Date, count: number): Promise<(Timer & { readonly petition: PetitionId })[]>
}

export interface Outbox extends Sightings {
  /**
   * Up to `count` letters that are due, the oldest first; for one minute no other caller gets them. A person's or
   * room's later letter is never given out while an earlier one is still on its way.
   */
  take(count: number, now: Date): Promise<Letter[]>
  /**
   * What was written before these letters to the same readers about the same petitions, and waits for a later moment: ours
   * as if taken, so that nothing is told before what came before it. Only once for each.
   */
  takeAlong(letters: readonly LetterId[], now: Date): Promise<Letter[]>
  /**
   * How many messages of calm letters alone each of these people got since, those that may have gone included; people
   * without any are left out.
   */
  pings(people: readonly PersonId[], since: Date, until?: Date): Promise<Map<PersonId, number>>
  /**
   * Before letters are handed to a platform as one message: writes down which way they go, and gives them to nobody else
   * for five minutes. Answers those that still are ours; the others must not be sent.
   */
  setOut(letters: readonly LetterId[], via: Reach, now: Date): Promise<LetterId[]>
  /** What became clear of the ways of letters: see `Letter`. */
  noteWays(letters: readonly LetterId[], ways: Pick<Letter, 'doubt' | 'closed'>): Promise<void>
  retry(letters: readonly LetterId[], at: Date, why: string): Promise<void>
  /** Puts back letters that are to be sent only then; unlike one that is retried, they hold up no later letter. */
  postpone(letters: readonly LetterId[], sendAt: Date): Promise<void>
  giveUp(letters: readonly LetterId[], why: string): Promise<void>
  /** Takes back letters that nobody needs any more, unsaid. */
  drop(letters: readonly LetterId[]): Promise<void>
  /** Letters given up and why, the oldest first, at most `count`. */
  givenUp(count: number): Promise<(Letter & { readonly why: string })[]>
  /** Sends letters again that were given up, in their old order and as if never tried; answers which they are. */
  again(letters: readonly LetterId[]): Promise<LetterId[]>
  /** How many went out by a second way although the first may have carried them, too. */
  possibleDoubles(): Promise<number>
  /**
   * Letters that somebody who died had in hand, and those that we let fall: the fate of those that had set out is unknown.
   * Ours from now on, named once.
   */
  unsure(fallen?: readonly LetterId[]): Promise<LetterOnItsWay[]>
  /** Letters to these readers that were sent since: the platform may show them, too, and in the same words. */
  sentSince(since: Date, to: readonly Address[]): Promise<LetterOnItsWay[]>
  /** For the story of a demo and the operator: what was or will be said about a petition, or to a person. */
  letters(of: { petition?: PetitionId; person?: PersonId }): Promise<(Letter & Fate)[]>
}

/** A person as we know them. */
export interface Known {
  readonly id: PersonId
  readonly name: string
  /** Groups the person has spoken in, with the alias used there. */
  readonly rooms: readonly { readonly room: RoomId; readonly alias: string }[]
}

export interface People {
  /** The person behind a platform account, made when unknown; remembers the name and the alias in the room. */
  meet(heard: Pick<HeardMessage, 'channel' | 'sender'>, room: RoomId | null): Promise<Known>
  find(ids: readonly PersonId[]): Promise<Known[]>
  /** Whose account it is; undefined: nobody's. Asking makes nobody known. */
  whose(account: Account): Promise<PersonId | undefined>
  /** Who is known to be in these groups, and as what. */
  inRooms(rooms: readonly RoomId[]): Promise<Neighbour[]>
  /** All accounts of a person: the one used last, then in the order of the channels. */
  reaches(person: PersonId): Promise<PersonReach[]>
  /** The bound room behind a platform's group id. */
  roomOf(channel: ChannelName, platformRoom: string): Promise<RoomId | undefined>
  /** The groups that a room is, at most one on each channel, in their order. */
  platformRooms(room: RoomId): Promise<{ readonly channel: ChannelName; readonly room: string }[]>
}

export interface Media extends FileKeeper {
  /** Keeps bytes under their hash, durably, before it answers. */
  keep(bytes: Uint8Array, mime: string): Promise<MediaId>
  load(id: MediaId): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | undefined>
}

/** Everything the flows need from outside, for one street. */
export interface Desk extends OfRights {
  readonly tenant: TenantId
  readonly inbox: Inbox
  readonly petitions: Petitions
  readonly outbox: Outbox
  readonly people: People
  readonly bindings: Bindings
  readonly media: Media
  readonly findings: Findings
  readonly rulebooks: Rulebooks
  readonly absences: Absences
  readonly hotSpots: HotSpots
  readonly proposals: Proposals
  readonly rooms: Rooms
  readonly gaps: Gaps
  readonly corrections: Corrections
  readonly models: Models
  readonly sessions: Sessions
  readonly voices: Voices
  readonly errands: Errands
  /** Where browsers reach us, without a slash at its end; links in chats begin so. */
  readonly publicUrl: string
  /** The weights that the program came with: in force until `models` has others. */
  readonly model: Model
  /** A language model, if the street has one: asked where our own reading may be wrong. */
  readonly secondReader: SecondReader | null
  /** Ears and eyes; null: files are kept unopened. */
  readonly senses: Senses | null
  readonly clock: Clock
  /** A new UUIDv7. */
  readonly newId: () => string
  /** For what only an operator must see; never a person's words. */
  readonly report: (what: string, fault: unknown) => void
}
