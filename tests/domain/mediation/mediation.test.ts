import { describe, expect, test } from 'vitest'
import { revive, toJson } from '../../../db/json.ts'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { owedIn } from '../../../src/domain/mediation/duties.ts'
import { begun, type Mediation } from '../../../src/domain/mediation/mediation.ts'
import { mediationTimers } from '../../../src/domain/mediation/mediation-timers.ts'
import type { MediationStep } from '../../../src/domain/mediation/step.ts'
import { type Actor, theClock } from '../../../src/domain/people/roles.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aBook, aPetition, at } from '../../support/builders.ts'
import { aQuarrel, book } from './a-quarrel.ts'

const as = (id: string): Actor => ({
  kind: 'person',
  id: personId(id),
  staff: book.staff.find((s) => s.id === id) ?? null,
})
const opened = at('2026-03-02 09:00')
const agreed: Mediation = {
  ...begun(opened),
  consents: {
    applicant: { agrees: true, saidAt: opened },
    respondent: { agrees: true, saidAt: opened },
  },
}
const sitting = (moment: string, outcome: 'failed' | 'adjourned' = 'failed') => ({
  heldAt: at(moment),
  place: '',
  mediator: personId('S002'),
  outcome,
  record: '谈不拢',
})
const settledOn = (
  moment: string,
  performBy: `${number}-${number}-${number}` | null,
): Mediation => ({
  ...agreed,
  end: {
    kind: 'settled',
    endedAt: at(moment),
    agreement: { content: '各让一步', performBy, oral: false, mediator: personId('S002') },
  },
})
const owed = (petition: Petition) =>
  owedIn(petition, book).map(({ of, dueAt }) => `${of} ${toBeijing(dueAt)}`)
const toBeijing = (at: Date) =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('what is owed in a quarrel, and by when', () => {
  test.each<[what: string, mediation: Mediation | undefined, owes: string[]]>([
    ['just accepted', undefined, ['meet 2026-03-05 23:59', 'sessions 2026-03-12 23:59']],
    ['met', { ...agreed, met: { metAt: opened, text: '' } }, ['sessions 2026-03-12 23:59']],
    [
      'met twice, once without an end',
      {
        ...agreed,
        met: { metAt: opened, text: '' },
        sessions: [sitting('2026-03-03 15:00'), sitting('2026-03-05 15:00', 'adjourned')],
      },
      [],
    ],
    [
      'failed twice before Qingming: its days off do not count',
      {
        ...agreed,
        met: { metAt: opened, text: '' },
        sessions: [sitting('2026-03-30 15:00'), sitting('2026-04-01 15:00')],
      },
      ['handOver 2026-04-07 23:59'],
    ],
    [
      'found to be major in the evening',
      {
        ...agreed,
        met: { metAt: opened, text: '' },
        sessions: [sitting('2026-03-03 15:00'), sitting('2026-03-05 15:00', 'adjourned')],
        major: { reason: '聚集', foundAt: at('2026-03-06 21:50') },
      },
      ['handOverMajor 2026-03-06 23:59'],
    ],
    [
      'settled',
      settledOn('2026-03-10 10:00', '2026-03-20'),
      ['perform 2026-03-20 23:59', 'visit 2026-04-09 23:59'],
    ],
  ])('%s', (_, mediation, owes) => {
    expect(owed(aQuarrel(mediation && { mediation }))).toEqual(owes)
  })

  test('a limit in a year whose holidays are not loaded is provisional', () => {
    const mediation = {
      ...agreed,
      openedAt: at('2026-12-28 09:00'),
      sessions: [sitting('2026-12-29 10:00'), sitting('2026-12-30 10:00')],
    }
    const found = owedIn(aQuarrel({ mediation }), book).find(({ of }) => of === 'handOver')
    expect(found).toMatchObject({ provisional: true })
  })

  test('nothing at the centre, of another matter, of what was taken back, or where no clock is written', () => {
    const to = { kind: 'department', code: 'MT' } as never
    expect(owed(aQuarrel({ to }))).toEqual([])
    expect(owed(aQuarrel({ kind: 'report' }))).toEqual([])
    expect(owed(aPetition('withdrawn', { kind: 'dispute' }))).toEqual([])
    expect(owedIn(aQuarrel(), aBook())).toEqual([])
    expect(mediationTimers(aQuarrel(), aBook())).toEqual([])
  })

  test('who has a meeting in time is not told to have one, but those above hear of it all the same', () => {
    const appointment = { heldAt: at('2026-03-05 15:00'), place: '调解室' }
    const keys = mediationTimers(aQuarrel({ mediation: { ...agreed, appointment } }), book).map(
      ({ key }) => key.replace(/^.*?Z\//, ''),
    )
    expect(keys.filter((key) => key.startsWith('meet'))).toEqual([
      'meet/2026-03-05T15:59:59.999Z/overdue/0minutes/community_manager',
      'meet/2026-03-05T15:59:59.999Z/overdue/1workingDays/street_supervisor',
    ])
    expect(keys).toContain('appointment/2026-03-05T07:00:00.000Z/near')
  })
})

describe('who may take which step', () => {
  const both: MediationStep = { kind: 'consent', sides: ['applicant', 'respondent'], agrees: true }
  const own: MediationStep = { kind: 'consent', sides: ['applicant'], agrees: true }
  const hold: MediationStep = { kind: 'hold', outcome: 'failed', record: '谈不拢' }
  const over: MediationStep = { kind: 'handOver', reason: '' }
  const failedTwice = {
    ...agreed,
    sessions: [sitting('2026-03-02 15:00'), sitting('2026-03-02 17:00')],
  }
  test.each<
    [what: string, step: MediationStep, mediation: Mediation | undefined, by: Actor, says: string]
  >([
    ['consent of both, by its mediator', both, undefined, as('S002'), 'mediated'],
    ['consent of both, by the reporter', both, undefined, as('resident-1'), 'notYours'],
    ['their own consent', own, undefined, as('resident-1'), 'mediated'],
    ['by somebody else', own, undefined, as('resident-2'), 'notYours'],
    ['by another department', both, undefined, as('S046'), 'notYours'],
    ['by the clock', both, undefined, theClock, 'notYours'],
    ['the clock’s step by a person', { kind: 'askOutcome' }, agreed, as('S002'), 'notYours'],
    ['a sitting without consent', hold, undefined, as('S002'), 'consentMissing'],
    ['a sitting', hold, agreed, as('S002'), 'mediated'],
    ['a sitting without its record', { ...hold, record: ' ' }, agreed, as('S002'), 'resultMissing'],
    [
      'a meeting in the past',
      { kind: 'appoint', heldAt: at('2026-03-01 09:00'), place: '调解室' },
      agreed,
      as('S002'),
      'timePassed',
    ],
    ['handed over too early', over, agreed, as('S002'), 'sessionsMissing'],
    ['handed over', over, failedTwice, as('S002'), 'mediated'],
    ['failed without a reason', { kind: 'fail', reason: '' }, agreed, as('S002'), 'reasonMissing'],
    [
      'performed before there is anything to perform',
      { kind: 'perform', kept: true, text: '' },
      agreed,
      as('S002'),
      'notNow',
    ],
    ['a sitting after the end', hold, settledOn('2026-03-02 10:00', null), as('S002'), 'notNow'],
  ])('%s', (_, step, mediation, by, says) => {
    const petition = aQuarrel(mediation && { mediation })
    const done = carryOut({ kind: 'mediate', step }, petition, by, at('2026-03-03 10:00'), book)
    expect(done.ok ? done.value.event.kind : done.problem.kind).toBe(says)
  })

  test('what is no quarrel is not mediated', () => {
    const petition = aPetition('handling', { to: { kind: 'community', code: unitCode('QS-XF') } })
    const done = carryOut({ kind: 'mediate', step: both }, petition, as('S002'), opened, book)
    expect(!done.ok && done.problem.kind).toBe('noQuarrel')
  })
})

test('what was stored before there was any of this is read, and goes on', () => {
  const { mediation: _, ...row } = aQuarrel()
  const old = revive<Petition>(JSON.parse(toJson(row)))
  const step = { kind: 'met', text: '' } as const
  const done = carryOut({ kind: 'mediate', step }, old, as('S002'), at('2026-03-03 10:00'), book)
  if (!done.ok) throw new Error(done.problem.kind)
  expect(done.value.petition.mediation).toMatchObject({ openedAt: old.registeredAt })
  expect(revive(JSON.parse(toJson(done.value.petition)))).toEqual(done.value.petition)
})
