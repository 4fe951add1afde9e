import type { Errand } from '../errands/errand.ts'
import type { MediaId, PersonId } from '../ids.ts'
import type { ChatMessage, Stretch } from '../intake/message.ts'
import type { Reading } from '../intake/understanding.ts'
import type { Staff } from '../people/roles.ts'
import type { InHand, Petition } from '../petition/petition.ts'
import type { Room } from '../street/rulebook.ts'
import type { Voice } from '../voices/voice.ts'
import type { Question } from './question.ts'

/** Everything that decides what a message means to us: who speaks where, and what lies between us. */
export interface Situation {
  /** The newest message of the stretch. */
  readonly message: ChatMessage
  /** What the speaker says, without what is quoted. */
  readonly words: string
  readonly stretch: Stretch
  /** null: a private chat with us. */
  readonly room: Room | null
  readonly speaker: { readonly id: PersonId; readonly staff: Staff | null }
  /** What we asked the speaker in this chat, with the petition it is about. */
  readonly question: {
    readonly asked: Question
    readonly petition: Petition | null
    /** The one that it was held against. */
    readonly other: Petition | null
  } | null
  /** The petition whose number is said. */
  readonly numbered: Petition | null
  /** Petitions of the speaker, reported or joined, newest first. */
  readonly own: readonly Petition[]
  /** Petitions in the speaker's hands, soonest due first; empty for residents. */
  readonly tasks: readonly InHand[]
  /** Petitions that others lead and of which the speaker owes a part, the oldest first; empty for residents. */
  readonly assisting: readonly InHand[]
  /** Petitions for which more time was asked, and the speaker may decide; looked for only when the words are about that. */
  readonly undecided: readonly InHand[]
  /** What is late of all that the speaker looks after, the latest first; looked for only when asked for. */
  readonly overdue: readonly InHand[]
  /** Petitions that the speaker, a household head, was asked to look at and has not yet. */
  readonly checks: readonly Petition[]
  /** Resolved by the speaker's office and not yet closed, latest first. */
  readonly resolved: readonly Extract<Petition, { status: 'resolved' }>[]
  /** Errands that are not over and that the speaker asked for, does, or looks after; in a group only what is said to us. */
  readonly errands: readonly Errand[]
  /** What the office told or asked its groups and still counts, the latest first; for staff in private what is over, too. */
  readonly voices: readonly Voice[]
  /** Petitions that messages of this stretch belong to. */
  readonly known: readonly Petition[]
  /** Open petitions that a matter of this stretch may be the same as. */
  readonly nearby: readonly Petition[]
  /** For photos of this stretch: those of petitions nearby that show the same. */
  readonly samePhotos: ReadonlyMap<MediaId, readonly MediaId[]>
  readonly reading: Reading
  /** Brought by somebody who wants it registered, whatever it says: see `channelsOfPetitions`. */
  readonly isBrought?: true
  readonly at: Date
}
