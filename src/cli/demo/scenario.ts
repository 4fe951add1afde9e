import type { Petition } from '../../domain/petition/petition.ts'
import type { Said } from '../demo-week/scene.ts'
import type { Stage } from './stage.ts'

/**
 * A story played on a driven clock with the real parts of the product: `npm run demo -- --scenario NAME`. To write one,
 * put it into `scenarios/NAME.ts` as `export default { … } satisfies WrittenScenario`; nothing else need be changed, and
 * the tests play it, too. `scenarios/extension.ts` is a good one to copy.
 *
 * After every step, everything that follows at that moment has happened; what is in `expect` is checked against it. Whatever
 * is written there must be so, or the player says what was amiss and ends with 1. All letters of every scenario are besides
 * searched for what no group, and nobody complained about, may read (`exposure.ts`).
 */
export interface WrittenScenario {
  /** What the story shows, in one line of Chinese for its audience. */
  readonly title: string
  /** When it begins, in Beijing: `2026-03-02 09:00`. */
  readonly start: string
  readonly steps: readonly Step[]
  /** Those complained about, who must never learn who complained, nor in which words. */
  readonly against?: readonly Against[]
}

/** A scenario that makes its own steps. Answers whether all went as it should. */
export interface PlayedScenario {
  readonly title: string
  readonly start: string
  readonly play: (stage: Stage, out: (line: string) => void) => Promise<boolean>
}

export type Scenario = WrittenScenario | PlayedScenario

export type Step = SayStep | WaitStep

/** Somebody says something. */
export interface SayStep {
  /** Absent: two minutes after the step before. Never before it. */
  readonly at?: string
  /** An account of the sample street: `cast.liu`, `wx-staff-061`. */
  readonly who: string
  /** A group of the sample street: `room-xf-1`; absent: in private with us. */
  readonly where?: string
  /** `{lamp}` stands for the number of the petition that a step before `registers` under this name. */
  readonly says: Said
  readonly mentionsUs?: true
  /** The message that another step `called` so. */
  readonly quotes?: string
  readonly called?: string
  /** The petition that it starts has this name from now on. */
  readonly registers?: string
  /** What the audience is told before, in a sentence of Chinese. */
  readonly tells?: string
  readonly expect?: Expected
}

/** The clock goes on until a moment; everything that falls due on the way happens when it is due. */
export interface WaitStep {
  readonly until: string
  readonly tells?: string
  readonly expect?: Expected
}

/** What must be so when a step is over. Words count as told when all of a piece stands in one message. */
export interface Expected {
  /** By account, or by group: pieces of what they must have been told during this step. */
  readonly told?: Readonly<Record<string, string | readonly string[]>>
  /** Pieces that they must not have been told during this step. */
  readonly notTold?: Readonly<Record<string, string | readonly string[]>>
  /** Accounts and groups that must have been told nothing at all during this step. */
  readonly silent?: readonly string[]
  /** How petitions must stand, by name: any part of the petition, `{ status: 'handling', to: { code: 'WY1' } }`. */
  readonly stands?: Readonly<Record<string, Like<Petition>>>
}

/** Someone a petition is about. */
export interface Against {
  /** By the name of the step that registers it. */
  readonly petition: string
  readonly party: string
  /** From then on they may know who it was: the other side consented to meet. */
  readonly knowsFrom?: string
}

/** Some of the parts of a value. A moment is written in Beijing, `2026-03-06 23:59`; null: there is none. */
export type Like<Value> = Value extends Date | string
  ? string
  : Value extends readonly (infer One)[]
    ? readonly Like<One>[]
    : Value extends object
      ? { readonly [Key in keyof Value]?: Like<Value[Key]> | null }
      : Value
