import type { Errand, ErrandDraft } from '../errands/errand.ts'
import type { ErrandCommand } from '../errands/lifecycle.ts'
import type { UnitCode } from '../ids.ts'
import type { Matter } from '../intake/matter.ts'
import type { SaidOfProposal } from '../intake/read-proposal.ts'
import type { JointAnswer } from '../notices/joint-notice.ts'
import type { Notice } from '../notices/notice.ts'
import type { Absence } from '../people/absence.ts'
import type { Command } from '../petition/command.ts'
import type { Petition } from '../petition/petition.ts'
import type { ItemCommand } from '../voices/item.ts'
import type { Draft, Item, Spoken, Answer as VoiceAnswer } from '../voices/voice.ts'
import type { Question } from './question.ts'

/** What we do about a message. `outcome` is what the operator reads beside it in the inbox. */
export type Move =
  /** A matter gets its record. */
  | {
      readonly kind: 'register'
      readonly matter: Matter
      readonly placeMissing: boolean
      /** An open petition that it may be the same as: the reporter is asked. */
      readonly alike?: Petition
      /** The one that is closed for good and came back. */
      readonly follows?: Petition
      readonly outcome: string
    }
  | ActMove
  /** We say something, and nothing else happens. */
  | {
      readonly kind: 'say'
      readonly notice: Notice
      readonly question?: Question | null
      readonly outcome: string
    }
  /** What somebody may want done with their own data, or know of another's. */
  | {
      readonly kind: 'claim'
      readonly claim: Claim
      readonly question?: Question | null
      readonly outcome: string
    }
  /** An account is bound by a code; null: a code is asked for. */
  | { readonly kind: 'bind'; readonly code: string | null; readonly outcome: string }
  /** Somebody in office wants to work in the console. */
  | { readonly kind: 'signIn'; readonly outcome: string }
  /** A proposal for the catalogue is accepted or refused. */
  | {
      readonly kind: 'decideProposal'
      readonly said: SaidOfProposal
      readonly outcome: string
    }
  /** Who is away is written down, or that they are back. */
  | {
      readonly kind: 'absence'
      readonly absences: readonly Absence[]
      readonly notice: Notice
      readonly outcome: string
    }
  /** Something of what is said to groups, or asked of them. */
  | {
      readonly kind: 'voice'
      readonly order: VoiceOrder
      readonly question?: null
      readonly outcome: string
    }
  /** Something that a household head does for a neighbour. */
  | {
      readonly kind: 'errand'
      readonly order: ErrandOrder
      readonly question?: null
      readonly outcome: string
    }
  /** Somebody is new in the group, and is greeted with others who are. */
  | { readonly kind: 'welcome'; readonly outcome: string }
  | { readonly kind: 'silence'; readonly question?: null; readonly outcome: string }

/** Something is done with a petition, step by step; the speaker gets `answer` when all of it was allowed. */
export interface ActMove {
  readonly kind: 'act'
  readonly petition: Petition
  readonly steps: readonly { readonly command: Command; readonly by: 'speaker' | 'clock' }[]
  /** What is done with another petition in one with it: both or neither. */
  readonly along?: ActMove
  readonly answer: Answer | null
  /** Clears or sets what we asked; absent: stays. */
  readonly question?: Question | null
  readonly outcome: string
}

export type ErrandOrder =
  | { readonly kind: 'open'; readonly draft: ErrandDraft }
  | { readonly kind: 'do'; readonly errand: Errand; readonly command: ErrandCommand }

export type VoiceOrder =
  | { readonly kind: 'post'; readonly draft: Draft }
  | { readonly kind: 'answer'; readonly voice: Spoken; readonly answer: VoiceAnswer }
  | { readonly kind: 'repeat' | 'standing'; readonly voice: Spoken }
  | { readonly kind: 'raise'; readonly title: string; readonly unit: UnitCode }
  | { readonly kind: 'item'; readonly item: Item; readonly command: ItemCommand }

export type Claim =
  | { readonly kind: 'account' }
  | { readonly kind: 'seen' }
  | { readonly kind: 'correct'; readonly name: string | null; readonly door: string | null }
  | { readonly kind: 'askErasure' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'identity'; readonly petition: Petition; readonly reason: string }

/** How the speaker is answered once a step is done; worded from the petition as it then stands. */
export type Answer =
  | JointAnswer
  | 'supplemented'
  | 'joined'
  | 'unjoined'
  | 'amended'
  | 'withdrawn'
  | 'urged'
  | 'rated'
  | 'reopened'
  | 'consented'
  | 'checked'
  | 'lasting'
  | 'calledBack'
  | 'dispatched'
  | 'accepted'
  | 'returned'
  | 'transferred'
  | 'helpAsked'
  | 'helpAnswered'
  | 'extensionAsked'
  | 'extensionApproved'
  | 'extensionRefused'
  | 'interimAnswered'
  | 'noted'
  | 'resolved'
  | 'corrected'
  | 'dismissed'
  | 'redirected'
  | 'merged'
  | 'unmerged'
  | 'concealed'
  | 'petitionerCorrected'
  | 'mediated'
