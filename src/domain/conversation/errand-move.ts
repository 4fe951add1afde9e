import type { ErrandDraft } from '../errands/errand.ts'
import type { ErrandProblem } from '../notices/errand-notice.ts'
import type { Move } from './move.ts'

/** The errand gets its number. */
export const opened = (draft: ErrandDraft, question?: null): Move => ({
  kind: 'errand',
  order: { kind: 'open', draft },
  ...(question === null && { question }),
  outcome: 'errand open',
})

export const refused = (why: ErrandProblem): Move => ({
  kind: 'say',
  notice: { kind: 'errandRefused', why },
  outcome: `errand refused ${why}`,
})
