import type { Petition } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { owedIn } from './duties.ts'
import { mediationOf } from './quarrel.ts'
import type { ClockStep, MediationFact } from './step.ts'

/** What the clock says of a quarrel; `notNow` where its petition has moved on. */
export function decideByClock(
  step: ClockStep,
  petition: Petition,
  book: Rulebook,
): Result<MediationFact, Refusal> {
  const { appointment, end } = mediationOf(petition)
  switch (step.kind) {
    case 'remind':
    case 'escalate': {
      const owed = owedIn(petition, book).find(({ of }) => of === step.of)
      if (!owed) return no({ kind: 'notNow' })
      return ok({ ...step, dueAt: owed.dueAt, provisional: owed.provisional })
    }
    case 'appointmentNear':
    case 'askOutcome':
      return appointment && !end ? ok(step) : no({ kind: 'notNow' })
    case 'askWhetherItLasts':
    case 'confirmationNear':
      return end?.kind === 'settled' ? ok(step) : no({ kind: 'notNow' })
  }
}
