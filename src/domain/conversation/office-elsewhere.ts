import { readElsewhere } from '../intake/read-elsewhere.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** "1027 不予受理：已向法院起诉": what somebody in office says is out of scope. Without a number only of their one task. */
export function officeElsewhere(s: Situation): readonly Move[] | null {
  const said = readElsewhere(s.words)
  const petition = s.numbered ?? (s.tasks.length === 1 ? s.tasks[0] : undefined)
  if (!said || !petition) return null
  return [
    {
      kind: 'act',
      petition,
      steps: [{ command: { kind: 'redirect', ...said }, by: 'speaker' }],
      answer: 'redirected',
      outcome: 'redirect',
    },
  ]
}
