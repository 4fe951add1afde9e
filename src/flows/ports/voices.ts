import type { Spoken, Voice } from '../../domain/voices/voice.ts'

/** What the office told or asked its groups; written with the letters that follow from it, see `Entry`. */
export interface Voices {
  /** A number that staff can call the next one by; never given twice. */
  number(): Promise<number>
  /** What was said to groups and still counts, the latest first. */
  open(): Promise<Spoken[]>
  /** All, the latest first, at most so many. */
  latest(count: number): Promise<Voice[]>
  /** Those with which the clock has something to do by now, the earliest first. */
  due(now: Date, count: number): Promise<Voice[]>
}
