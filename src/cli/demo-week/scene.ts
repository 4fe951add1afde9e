import type { Day } from '../../domain/deadlines/limit.ts'
import type { Command } from '../../domain/petition/command.ts'

/** The petitions of the week, by the names that the script gives them. */
export const petitionNames = [
  'streetlight',
  'junk',
  'lamp',
  'cover',
  'drain',
  'heat',
  'dogs',
  'sofas',
  'gas',
  'pothole',
  'water',
  'meals',
  'leak',
  'quarrel',
  'permit',
  'lane',
  'door',
  'praise',
  'lift',
  'charging',
  'canal',
  'bins',
] as const
export type PetitionName = (typeof petitionNames)[number]

/** What somebody says: words, a picture with a label of what is on it, a voice message with its transcript. */
export type Said =
  | string
  | { readonly photo: string }
  | { readonly voice: string }
  /** Takes back the message that another scene `called` so. */
  | { readonly recalls: string }

/**
 * What should follow: a step of a petition's life, or
 * `silence` nothing at all · `register` a new petition, sent on · `askPlace` a new petition, and one question ·
 * `tellStatus` an answer about one's own · `listTasks` an answer to staff · `answer` to a question,
 * out of what the street has written · `help` a short sentence about us.
 */
export type Expected =
  | 'silence'
  | 'register'
  | 'askPlace'
  | 'tellStatus'
  | 'listTasks'
  | 'answer'
  | 'help'
  | Exclude<
      Command['kind'],
      'stopWaiting' | 'remind' | 'escalate' | 'remindRating' | 'closeUnrated'
    >

/** One thing said in the demo week. */
export interface Scene {
  /** In Beijing, `2026-02-09 08:12`; never before the scene above it. */
  readonly at: string
  /** An account of the sample street. */
  readonly who: string
  /** A group of the sample street, or a private chat with us. */
  readonly where: string
  /** `{lamp}` stands for the number that petition was given. */
  readonly says: Said
  /** Begins with a mention of the bot, which the one who plays the scene puts there. */
  readonly mentionsUs?: true
  /** The message that another scene `called` so. */
  readonly quotes?: string
  readonly called?: string
  readonly expect: Expected
  /** The petition it is about; with `register` and `askPlace` the one it starts. Absent: none. */
  readonly about?: PetitionName
}

/** How a petition stands when the week is over, on Sunday at midnight. */
export interface Outcome {
  /** What the story shows, for the audience. */
  readonly title: string
  readonly ends:
    | 'closedRated'
    | 'closedUnrated'
    | 'resolved'
    | 'handling'
    | 'dispatched'
    | 'withdrawn'
  readonly category: string
  /** Code of the unit or department that has or had it; null where it was withdrawn. */
  readonly to: string | null
  readonly households: number
  readonly reopenings: number
  /** The final limit was missed. */
  readonly overdue: boolean
  /** The last day of the final limit. */
  readonly due: Day
}

/** Puts the scenes of a day on that day. */
export const on = (day: Day, scenes: readonly Scene[]): readonly Scene[] =>
  scenes.map((scene) => ({ ...scene, at: `${day} ${scene.at}` }))
