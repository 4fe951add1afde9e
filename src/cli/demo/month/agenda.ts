import type { Utterance } from '../utter.ts'

/** What people will say, each at its moment; nothing where it turns out that there is nothing to say any more. */
export type Act = () => Promise<Utterance | null> | Utterance

export interface Agenda {
  /** `exactly`: to the second; all else happens every five minutes, so that a month goes by in two. */
  add(at: Date, act: Act, exactly?: boolean): void
  /** Takes out all of the earliest moment before `end`, in the order in which they were added; undefined: there is none. */
  next(end: Date): { readonly at: Date; readonly acts: readonly Act[] } | undefined
}

const everyMs = 5 * 60_000

export function agenda(): Agenda {
  const moments = new Map<number, Act[]>()
  return {
    add(at, act, exactly = false) {
      const moment = exactly ? at.getTime() : Math.ceil(at.getTime() / everyMs) * everyMs
      moments.set(moment, [...(moments.get(moment) ?? []), act])
    },
    next(end) {
      const first = Math.min(...moments.keys())
      if (!(first < end.getTime())) return undefined
      const acts = moments.get(first) ?? []
      moments.delete(first)
      return { at: new Date(first), acts }
    },
  }
}
