import type { RoomId } from '../../src/domain/ids.ts'
import type { ChannelName } from '../../src/domain/people/channel-name.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Absences } from '../../src/flows/ports/absences.ts'
import type { Bindings } from '../../src/flows/ports/bindings.ts'
import type { Cards } from '../../src/flows/ports/cards.ts'
import type { Drafts } from '../../src/flows/ports/drafts.ts'
import type { Errands } from '../../src/flows/ports/errands.ts'
import type { Feed } from '../../src/flows/ports/feed.ts'
import type { Gaps } from '../../src/flows/ports/gaps.ts'
import type { HotSpots } from '../../src/flows/ports/hot-spots.ts'
import type { Corrections, Models } from '../../src/flows/ports/learning.ts'
import type { Operation } from '../../src/flows/ports/operation.ts'
import type { Proposals } from '../../src/flows/ports/proposals.ts'
import type { Queue } from '../../src/flows/ports/queue.ts'
import type { Retention } from '../../src/flows/ports/retention.ts'
import type { Rights } from '../../src/flows/ports/rights.ts'
import type { Rooms } from '../../src/flows/ports/rooms.ts'
import type { Rulebooks } from '../../src/flows/ports/rulebooks.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Findings } from '../../src/flows/ports/senses.ts'
import type { Sessions } from '../../src/flows/ports/sessions.ts'
import type { Tokens } from '../../src/flows/ports/tokens.ts'
import type { Voices } from '../../src/flows/ports/voices.ts'
import type { Webhooks } from '../../src/flows/ports/webhooks.ts'
import type { Inbox, Media, Outbox, People, Petitions } from '../../src/flows/ports.ts'

/** Everything a street keeps. */
export interface Stores {
  readonly inbox: Inbox
  readonly petitions: Petitions
  readonly feed: Feed
  readonly outbox: Outbox
  readonly people: People
  readonly bindings: Bindings
  readonly media: Media
  readonly findings: Findings
  readonly rulebooks: Rulebooks
  readonly absences: Absences
  readonly hotSpots: HotSpots
  readonly proposals: Proposals
  readonly rights: Rights
  readonly retention: Retention
  readonly rooms: Rooms
  readonly gaps: Gaps
  readonly corrections: Corrections
  readonly models: Models
  readonly sessions: Sessions
  readonly voices: Voices
  readonly errands: Errands
  readonly tokens: Tokens
  readonly webhooks: Webhooks
  readonly queue: Queue
  readonly drafts: Drafts
  readonly operation: Operation
  readonly cards: Cards
  readonly seenKeys: SeenKeys
  /**
   * Puts a rulebook in force and answers it with its version: the next one, or the present one when nothing changed.
   * Its staff become people with their accounts; its rooms are known on WeChat by their own id until bound otherwise.
   */
  readonly saveRulebook: (book: Rulebook) => Promise<Rulebook>
  /** A platform's group from now on is this room. */
  readonly bindRoom: (channel: ChannelName, platformRoom: string, room: RoomId) => Promise<void>
  /** Waits for what is being written, then lets go of every connection. */
  readonly close: () => Promise<void>
}
