import { categoryCode, departmentCode, unitCode } from '../../../src/domain/ids.ts'
import type { MediationPolicy } from '../../../src/domain/mediation/mediation-policy.ts'
import type { InHand } from '../../../src/domain/petition/petition.ts'
import { aBook, aPetition, at } from '../../support/builders.ts'

const clock: MediationPolicy = {
  meetParties: { amount: 3, unit: 'days' },
  sessions: { atLeast: 2, within: { amount: 10, unit: 'days' } },
  handOver: {
    afterFailedSessions: 2,
    within: { amount: 3, unit: 'workingDays' },
    to: departmentCode('MT'),
  },
  majorSameDay: true,
  followUp: [
    { after: { amount: 15, unit: 'days' }, by: 'message' },
    { after: { amount: 30, unit: 'days' }, by: 'visit' },
  ],
}

const { policies } = aBook()
const { standard } = policies.byName
if (!standard) throw new Error('no such policy')

/** A small street whose quarrels have a clock of their own. */
export const book = aBook({
  policies: {
    ...policies,
    byName: { ...policies.byName, standard: { ...standard, source: '流程', mediation: clock } },
  },
})

/** Of Monday, 2 March 2026, in the hands of its community. */
export const aQuarrel = (but: Partial<Extract<InHand, { status: 'handling' }>> = {}) =>
  aPetition('handling', {
    category: categoryCode('0901'),
    kind: 'dispute',
    confidential: true,
    to: { kind: 'community', code: unitCode('QS-XF') },
    resolveDueAt: at('2026-04-01 23:59'),
    ...but,
  })
