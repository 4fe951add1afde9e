import type { PersonId, RoomId, UnitCode, VoiceId } from '../ids.ts'

/** What a household answered, the latest only. Taken away when the voice is over: `Tally` is what stays. */
export interface Answer {
  readonly person: PersonId
  /** A door as in `幸福里小区/5-2-301`, else the person. */
  readonly household: string
  readonly at: Date
}

/** How many answered, kept when the answers are not. */
export interface Tally {
  readonly households: number
}

interface Facts {
  readonly id: VoiceId
  /** What staff call it by: `通知3号`. */
  readonly number: number
  readonly version: number
  readonly by: PersonId
  /** Whose people it is for. */
  readonly unit: UnitCode
}

/** 通知: what is told to groups, with who has heard it. */
export interface Announcement extends Facts {
  readonly kind: 'announcement'
  /** `over`: answers count no more. */
  readonly state: 'open' | 'over'
  readonly rooms: readonly RoomId[]
  /** 幸福里社区, 阳光花园. */
  readonly audience: string
  readonly text: string
  /** When it goes out, the quiet hours past: answers count from then on. */
  readonly postedAt: Date
  readonly endsAt: Date
  /** When it was said again; null: not yet. Once only. */
  readonly repeatedAt: Date | null
  readonly answers: readonly Answer[]
  /** null while it is open. */
  readonly tally: Tally | null
}

export type Voice = Announcement

/** What somebody in office wants to tell, read back to them before it goes. */
export interface Draft {
  readonly kind: 'announcement'
  readonly unit: UnitCode
  readonly audience: string
  readonly rooms: readonly RoomId[]
  readonly text: string
  readonly urgent: boolean
  readonly draftedAt: Date
}

/** When the clock has something to do with it; null: never again. */
export const dueAt = (voice: Voice): Date | null => (voice.state === 'open' ? voice.endsAt : null)

export const isOpen = ({ state }: Voice): boolean => state === 'open'

export const householdsOf = ({ answers, tally }: Announcement): number =>
  tally?.households ?? new Set(answers.map(({ household }) => household)).size
