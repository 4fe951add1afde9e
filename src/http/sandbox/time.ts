import { nextWorkingMoment } from '../../domain/deadlines/calendar.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { TimeMachine } from '../../flows/ports/chat-world.ts'

export const leaps = ['hour', 'workingDay'] as const
export type Leap = (typeof leaps)[number]

export const isLeap = (text: string): text is Leap => leaps.some((leap) => leap === text)

/** The time machine with its lever: one leap at a time. */
export interface Lever {
  now(): Date
  isMoving(): boolean
  /** Answers false, and does nothing, while another leap is under way. */
  pull(leap: Leap, book: Rulebook): Promise<boolean>
}

export function leverOf(machine: TimeMachine): Lever {
  let moving = false
  return {
    now: () => machine.now(),
    isMoving: () => moving,
    async pull(leap, book) {
      if (moving) return false
      moving = true
      try {
        await machine.moveTo(landing(leap, machine.now(), book))
        return true
      } finally {
        moving = false
      }
    },
  }
}

/** An hour later, or when the offices open next. */
const landing = (leap: Leap, now: Date, book: Rulebook): Date =>
  leap === 'hour'
    ? new Date(now.getTime() + 3_600_000)
    : nextWorkingMoment(now, book.policies.officeHours, book.calendar)
