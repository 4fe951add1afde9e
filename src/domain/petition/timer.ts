import type { Command } from './command.ts'
import type { JointTimerCommand } from './joint/joint-command.ts'

/** A moment at which the clock has something to do with a petition. */
export interface Timer {
  /** Unique within the petition: `1/accept/overdue/0`, the first number being its round. */
  readonly key: string
  readonly dueAt: Date
  readonly command:
    | JointTimerCommand
    | Extract<
        Command,
        {
          kind:
            | 'stopWaiting'
            | 'remind'
            | 'escalate'
            | 'watchInterim'
            | 'pressDecision'
            | 'remindRating'
            | 'closeUnrated'
            | 'mediate'
            | 'followUp'
        }
      >
}
