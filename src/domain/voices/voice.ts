import type { PersonId, RoomId, UnitCode, VoiceId } from '../ids.ts'

/** What a household answered, the latest only. Taken away when the voice is over: `Tally` is what stays. */
export interface Answer {
  readonly person: PersonId
  /** A door as in `幸福里小区/5-2-301`, else the person. */
  readonly household: string
  /** The letter of an option; only of a poll. */
  readonly choice?: string
  /** Said freely, without what identifies people; only of a poll. */
  readonly opinion?: string
  readonly at: Date
}

/** How many answered what, kept when the answers are not. */
export interface Tally {
  readonly households: number
  /** Households by letter; of an announcement empty. */
  readonly choices: Readonly<Record<string, number>>
  readonly opinions: readonly string[]
}

interface Facts {
  readonly id: VoiceId
  /** What staff call it by: `通知3号`, `投票4号`. */
  readonly number: number
  readonly version: number
  /** Whose people it is for. */
  readonly unit: UnitCode
}

/** What was told or asked in groups. */
interface Spread extends Facts {
  readonly by: PersonId
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

/** 通知: what is told to groups, with who has heard it. */
export interface Announcement extends Spread {
  readonly kind: 'announcement'
}

/** `A 要`. */
export interface Option {
  readonly letter: string
  readonly text: string
}

/** 征集意见, 投票: one answer a household. No vote of the owners' assembly. */
export interface Poll extends Spread {
  readonly kind: 'poll'
  /** Empty: only opinions are wanted. */
  readonly options: readonly Option[]
}

/** What is said to groups, and answered there. */
export type Spoken = Announcement | Poll

/** 议事: what neighbours and the community talk about together, mostly a trouble that many share. */
export interface Item extends Facts {
  readonly kind: 'item'
  /** `collecting`: taken up, what people think is gathered; `discussed`: they met, what is decided is open. */
  readonly state: 'proposed' | 'collecting' | 'discussed' | 'decided' | 'dropped'
  /** Who took it up; null: nobody yet. */
  readonly by: PersonId | null
  readonly title: string
  /** Unit, trade and place of the petitions; null: raised by somebody in office. */
  readonly cause: string | null
  /** Numbers of the petitions that it came from. */
  readonly petitions: readonly number[]
  readonly madeAt: Date
  readonly meetingAt: Date | null
  readonly place: string
  /** When we asked what came of the meeting. */
  readonly askedAt: Date | null
  /** What was decided, or why it was dropped. */
  readonly note: string
  readonly overAt: Date | null
}

export type Voice = Spoken | Item

/** What somebody in office wants to tell or ask, read back to them before it goes. */
export interface Draft {
  readonly kind: Spoken['kind']
  readonly unit: UnitCode
  readonly audience: string
  readonly rooms: readonly RoomId[]
  readonly text: string
  readonly options: readonly Option[]
  readonly urgent: boolean
  /** null: as long as is usual. */
  readonly endsAt: Date | null
  readonly draftedAt: Date
}

/** When the clock has something to do with it; null: never again. */
export function dueAt(voice: Voice): Date | null {
  if (voice.kind !== 'item') return voice.state === 'open' ? voice.endsAt : null
  return voice.state === 'collecting' && voice.askedAt === null ? voice.meetingAt : null
}

/** Whether answers to it count. */
export const isOpen = (voice: Voice): voice is Spoken => voice.state === 'open'

/** How many answered what, as it stands. */
export function tallyOf({ answers, tally }: Spoken): Tally {
  if (tally) return tally
  const latest = new Map(answers.map((answer) => [answer.household, answer]))
  const choices: Record<string, number> = {}
  for (const { choice } of latest.values())
    if (choice !== undefined) choices[choice] = (choices[choice] ?? 0) + 1
  const opinions = answers.flatMap(({ opinion }) => opinion ?? [])
  return { households: latest.size, choices, opinions }
}
