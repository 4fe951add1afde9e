import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { departmentCode, mediaId, personId } from '../../../src/domain/ids.ts'
import type { Actor } from '../../../src/domain/people/roles.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { decide } from '../../../src/domain/petition/decide.ts'
import { otherWays } from '../../../src/domain/petition/elsewhere.ts'
import { isInHand, type Petition } from '../../../src/domain/petition/petition.ts'
import { returnReasonIn } from '../../../src/domain/petition/return-reason.ts'
import { aBook, aPetition, at } from '../../support/builders.ts'

const book = aBook()
const now = at('2026-03-03 10:00')
const as = (id: string): Actor => ({
  kind: 'person',
  id: personId(id),
  staff: book.staff.find((s) => s.id === id) ?? null,
})
const done = (petition: Petition, command: Command, by: string) => {
  const step = carryOut(command, petition, as(by), now, book)
  if (!step.ok) throw new Error(step.problem.kind)
  return step.value
}
const refusalOf = (petition: Petition, command: Command, by: string) => {
  const decided = decide(command, petition, as(by), now, book)
  return decided.ok ? null : decided.problem.kind
}
const back = (reason = '不归我们管'): Command => ({ kind: 'return', reason })
const to = (code: string, designates = false): Command => ({
  kind: 'transfer',
  to: { kind: 'department', code: departmentCode(code) },
  reason: '按职责',
  designates,
})

test('a return carries its reason as a code, and its evidence to whoever reviews it', () => {
  const photos = [mediaId('proof')]
  const { event, notices } = done(
    aPetition('handling'),
    { kind: 'return', reason: '灯杆是路灯所的，不属于物业职责', photos },
    'S061',
  )
  expect(event).toMatchObject({ kind: 'returned', code: 'notOurDuty', photos })
  const [review] = notices.filter(({ notice }) => notice.kind === 'task')
  expect(review).toMatchObject({
    to: { person: 'S002' },
    notice: { why: 'returned', task: { photos } },
  })
})

test.each([
  ['不在本网格', 'notOurArea'],
  ['不是我们小区的', 'notOurArea'],
  ['不归我们管', 'notOurDuty'],
  ['派错了', 'notOurDuty'],
  ['地址不详，没法去', 'placeUnclear'],
  ['和1001号重复', 'duplicate'],
  ['今天没空', 'other'],
] as const)('%s: %s', (words, code) => {
  expect(returnReasonIn(words)).toBe(code)
})

describe('an objection is heard once', () => {
  const reviewed = done(done(aPetition('handling'), back(), 'S061').petition, to('WY1'), 'S002')

  test('sent back by the community it is designated: no return, no passing on', () => {
    expect(reviewed.event).toMatchObject({ designated: true })
    expect(reviewed.notices.map(({ notice }) => 'why' in notice && notice.why)).toContain(
      'designated',
    )
    expect(refusalOf(reviewed.petition, back(), 'S061')).toBe('designated')
    expect(refusalOf(reviewed.petition, to('SZ'), 'S061')).toBe('designated')
    const accepted = done(reviewed.petition, { kind: 'accept' }, 'S061').petition
    expect(refusalOf(accepted, back(), 'S061')).toBe('designated')
  })

  test('those above may still send it elsewhere, and whoever gets it then may object', () => {
    const { petition } = done(reviewed.petition, to('SZ'), 'S043')
    expect(petition).not.toHaveProperty('designated')
    expect(refusalOf(petition, back(), 'S046')).toBe(null)
  })

  test('taken up again after a result, it is told anew', () => {
    const { petition } = done(
      done(reviewed.petition, { kind: 'resolve', result: '换了', photos: [] }, 'S061').petition,
      { kind: 'reopen', reason: '又坏了' },
      'resident-1',
    )
    expect(refusalOf(petition, back(), 'S061')).toBe(null)
  })

  test('whoever stands above can designate at once; a handler cannot bind another', () => {
    const chosen = done(aPetition('handling'), to('SZ', true), 'S043').petition
    expect(refusalOf(chosen, back(), 'S046')).toBe('designated')
    const passed = done(aPetition('handling'), to('SZ', true), 'S061').petition
    expect(refusalOf(passed, back(), 'S046')).toBe(null)
  })
})

test('however it is pushed about: three returns at most, and none by who was designated', () => {
  const commands = fc.oneof(
    fc.constant(back()),
    fc.constantFrom('WY1', 'SZ', 'RQ').map((code) => to(code)),
    fc.constant<Command>({ kind: 'accept' }),
  )
  const step = fc.record({
    command: commands,
    by: fc.constantFrom(...book.staff.map(({ id }) => id)),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let petition: Petition = aPetition('dispatched')
      for (const { command, by } of steps) {
        const taken = carryOut(command, petition, as(by), now, book)
        if (!taken.ok) continue
        if (command.kind === 'return') {
          expect(isInHand(petition) && petition.designated).toBeFalsy()
          expect(petition.returns).toBeLessThan(3)
        }
        petition = taken.value.petition
        // it never lies where nobody has to do with it
        expect(isInHand(petition)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

describe('what is out of scope', () => {
  test.each(otherWays)('%s: ends, is told of, and can be insisted on', (way) => {
    const redirect = { kind: 'redirect', way, reason: '居民说已受理' } as const
    const { petition, notices } = done(aPetition('handling'), redirect, 'S061')
    expect(petition).toMatchObject({ status: 'withdrawn', redirectedTo: way })
    expect(notices).toContainEqual(
      expect.objectContaining({
        to: { kind: 'person', person: 'resident-1' },
        notice: expect.objectContaining({ kind: 'redirected', way }),
      }),
    )
    const again = done(petition, { kind: 'insist' }, 'resident-1').petition
    expect(again).toMatchObject({ status: 'dispatched', reopenings: 1 })
    expect(again).not.toHaveProperty('redirectedTo')
    // what was insisted on is not for its handler alone to refuse again
    expect(refusalOf(again, redirect, 'S061')).toBe('notYours')
    expect(refusalOf(again, redirect, 'S043')).toBe(null)
  })

  test('needs to say where it belongs', () => {
    const nowhere = { kind: 'redirect', way: null, reason: '' } as const
    expect(refusalOf(aPetition('handling'), nowhere, 'S061')).toBe('wayMissing')
  })
})
