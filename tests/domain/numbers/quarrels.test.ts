import { expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import type { MediationFact } from '../../../src/domain/mediation/step.ts'
import { shareOf } from '../../../src/domain/numbers/figure.ts'
import { figuresOf } from '../../../src/domain/numbers/figures.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import { at } from '../../support/builders.ts'
import { aQuarrel, book } from '../mediation/a-quarrel.ts'
import { timeline, until } from './told.ts'

/** Monday to Sunday, 2026-W10. */
const span = { from: at('2026-03-02 00:00'), until: at('2026-03-09 00:00') }
const { status: _, ...quarrel } = aQuarrel()

const story = (number: number, ...steps: readonly (readonly [string, MediationFact])[]) =>
  timeline(
    { ...quarrel, number },
    ...steps.map(([moment, step]) => ({ kind: 'mediated', at: moment, step }) as const),
  )
const count = (...timelines: readonly (readonly PetitionEvent[])[]) =>
  figuresOf({
    stories: until('2026-03-09 00:00', ...timelines),
    span,
    scope: { unit: unitCode('QS') },
    book,
  })

const settle: MediationFact = {
  ...{ kind: 'settle', content: '各让一步', performBy: null, oral: false },
  session: {
    ...{ heldAt: at('2026-03-04 10:00'), place: '', mediator: personId('S002') },
    ...{ outcome: 'settled', record: '各让一步' },
  },
}
const fail: MediationFact = { kind: 'fail', reason: '不再来' }
const court: MediationFact = { kind: 'inProcedure', way: 'court', reference: '（2026）1号' }

test('of quarrels: how many, how many of those that ended were settled, handed over, beyond a limit', () => {
  const figures = count(
    story(1, ['2026-03-04 10:00', settle]),
    story(2, ['2026-03-04 10:00', fail]),
    story(3, ['2026-03-05 10:00', court]),
    story(4, ['2026-03-05 10:00', { kind: 'handOver', reason: '' }]),
    story(5),
    story(6, ['2026-03-05 10:00', { kind: 'met', text: '' }]),
    timeline({ number: 7 }),
  )
  expect(figures.quarrels.counted).toEqual([1, 2, 3, 4, 5, 6])
  expect(figures.settled).toMatchObject({ counted: [1], outOf: [1, 2], beside: { setAside: [3] } })
  expect(shareOf(figures.settled)).toBe(0.5)
  expect(figures.handedOver.counted).toEqual([4])
  // nobody met the parties of 4 and 5 by the end of the third day
  expect(figures.quarrelsLate).toMatchObject({ counted: [4, 5], outOf: [1, 2, 3, 4, 5, 6] })
})

test('one that ended before the week counts in none of its numbers', () => {
  const figures = count(
    timeline(
      { ...quarrel, number: 1, registeredAt: at('2026-02-20 09:00') },
      { kind: 'mediated', at: '2026-02-24 10:00', step: settle },
      { kind: 'resolved', at: '2026-02-24 10:00', result: '成', photos: [], inTime: true },
    ),
  )
  expect(figures.quarrels.size + figures.settled.size + figures.quarrelsLate.size).toBe(0)
  expect(figures.settled.outOf).toEqual([])
})
