import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { evolve } from '../../../src/domain/petition/evolve.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { at } from '../../support/builders.ts'
import { aQuarrel, book } from './a-quarrel.ts'

const by = personId('S002')
const settledAt = at('2026-03-06 10:00')

/** Settled and resolved on the same morning. */
const resolved = (): Petition => {
  const settled = evolve(aQuarrel(), {
    ...{ kind: 'mediated', by, at: settledAt },
    step: {
      ...{ kind: 'settle', content: '各让一步', performBy: null, oral: false },
      session: {
        ...{ heldAt: settledAt, place: '', mediator: by },
        ...{ outcome: 'settled', record: '各让一步' },
      },
    },
  })
  return evolve(settled, {
    ...{ kind: 'resolved', by, at: settledAt },
    ...{ result: '已达成协议', photos: [], inTime: true },
  })
}

const mediating = (petition: Petition) =>
  timersFor(petition, book).filter(({ command }) => command.kind === 'mediate')

test('a settled quarrel that is closed keeps the questions whether it lasts, by the same keys', () => {
  const open = resolved()
  expect(open.status).toBe('resolved')
  const closed = evolve(open, { kind: 'closedUnrated', by: null, at: at('2026-03-11 10:00') })
  expect(closed.status).toBe('closed')
  expect(mediating(closed)).toEqual(mediating(open))
  const due = mediating(closed).map(({ dueAt }) => dueAt)
  expect(due).toContainEqual(at('2026-03-21 09:00'))
  expect(mediating(closed).map(({ key }) => key.split('/').at(-1))).toContain('lasts')
  expect(mediating(closed).some(({ key }) => key.includes('visit'))).toBe(true)
})
