import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { revive, toJson } from '../../../db/json.ts'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { personId } from '../../../src/domain/ids.ts'
import { dayAhead } from '../../../src/domain/intake/day-ahead.ts'
import { readRuling } from '../../../src/domain/intake/read-ruling.ts'
import { type Actor, theClock } from '../../../src/domain/people/roles.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { decide } from '../../../src/domain/petition/decide.ts'
import { isInHand, type Petition } from '../../../src/domain/petition/petition.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { extensionOf } from '../../../src/domain/street/policy.ts'
import { aBook, aPetition, at } from '../../support/builders.ts'

const book = aBook()
const as = (id: string): Actor => ({
  kind: 'person',
  id: personId(id),
  staff: book.staff.find((s) => s.id === id) ?? null,
})
const everybody = [...book.staff.map(({ id }) => as(id)), as('resident-1'), theClock]

/** Of `complex`: fifteen working days once, from the street's dispatcher on. */
const slow = (but: Partial<Extract<Petition, { status: 'handling' }>> = {}) =>
  aPetition('handling', {
    category: book.categories.find(({ policy }) => policy === 'complex')?.code as never,
    resolveDueAt: at('2026-03-23 23:59'),
    ...but,
  })

const days: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: -3, max: 60 }))
const command = fc.oneof<fc.Arbitrary<Command>[]>(
  fc.record({
    kind: fc.constant('askExtension' as const),
    days,
    reason: fc.constantFrom('等配件', ' '),
  }),
  fc.record({
    kind: fc.constant('approveExtension' as const),
    days,
  }),
  fc.record({ kind: fc.constant('refuseExtension' as const), reason: fc.constantFrom('不行', '') }),
  fc.record({
    kind: fc.constant('answerInterim' as const),
    text: fc.constant('料已订'),
    day: fc.constantFrom('2026-03-01', '2026-03-05', '2026-03-20', '2028-01-01', null),
  }),
  fc.record({ kind: fc.constant('watchInterim' as const), missed: fc.boolean() }),
  fc.record({
    kind: fc.constant('note' as const),
    text: fc.constant('在办'),
    photos: fc.constant([]),
  }),
)
const step = fc.record({
  command,
  by: fc.constantFrom(...everybody),
  hours: fc.integer({ min: 0, max: 200 }),
})

test('whatever is asked and decided by whomever: the limit moves by approval alone, within the policy, and as often', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let petition: Petition = slow()
      let moment = at('2026-03-02 10:00')
      for (const { command, by, hours } of steps) {
        moment = new Date(moment.getTime() + hours * 3_600_000)
        const done = carryOut(command, petition, by, moment, book)
        if (!done.ok) continue
        const { petition: next, event } = done.value
        if (!isInHand(petition) || !isInHand(next)) throw new Error('left the hands')
        const moved = next.resolveDueAt.getTime() - petition.resolveDueAt.getTime()
        expect(moved !== 0).toBe(event.kind === 'extensionApproved')
        if (event.kind === 'extensionApproved') {
          expect(petition.extensionAsked).toBeDefined()
          expect(next.extensionAsked).toBeUndefined()
          expect(next.resolveDueAt > moment).toBe(true)
          expect(by.kind === 'person' && by.staff?.role).toMatch(/^street_/)
        }
        expect(next.extensions ?? 0).toBeLessThanOrEqual(1)
        const keys = timersFor(next, book).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(revive(JSON.parse(toJson(next)))).toEqual(next)
        petition = next
      }
    }),
    { numRuns: 300 },
  )
})

const answer = (said: Command, petition: Petition, by: string, moment = '2026-03-03 10:00') => {
  const decided = decide(said, petition, as(by), at(moment), book)
  return decided.ok ? decided.value.kind : decided.problem.kind
}
const ask = (days: number | null): Command => ({ kind: 'askExtension', days, reason: '等配件' })
const asked = (days: number | null) => ({
  extensionAsked: {
    by: personId('S061'),
    days,
    reason: '等配件',
    askedAt: at('2026-03-03 09:00'),
  },
})

describe('who may have more time', () => {
  test.each<[what: string, command: Command, petition: Petition, by: string, says: string]>([
    ['as long as allowed', ask(22), slow(), 'S061', 'extensionAsked'],
    ['a day longer', ask(23), slow(), 'S061', 'tooManyDays'],
    ['longer than there are days', ask(99_999_999_999), slow(), 'S061', 'tooManyDays'],
    ['no day at all', ask(0), slow(), 'S061', 'daysMissing'],
    ['twice at once', ask(3), slow(asked(2)), 'S061', 'alreadyDone'],
    ['again', ask(3), slow({ extensions: 1 }), 'S061', 'noMoreTime'],
    ['without being asked', { kind: 'approveExtension', days: 3 }, slow(), 'S043', 'nothingAsked'],
    [
      'by the dispatcher',
      { kind: 'approveExtension', days: null },
      slow(asked(3)),
      'S043',
      'extensionApproved',
    ],
    [
      'by the leader',
      { kind: 'approveExtension', days: 1 },
      slow(asked(null)),
      'S042',
      'extensionApproved',
    ],
    [
      'of unsaid length',
      { kind: 'approveExtension', days: null },
      slow(asked(null)),
      'S043',
      'daysMissing',
    ],
    ['by the community', { kind: 'approveExtension', days: 3 }, slow(asked(3)), 'S001', 'notYours'],
    ['by who has it', { kind: 'approveExtension', days: 3 }, slow(asked(3)), 'S061', 'notYours'],
    [
      'refused without a word',
      { kind: 'refuseExtension', reason: ' ' },
      slow(asked(3)),
      'S043',
      'reasonMissing',
    ],
  ])('%s', (_, command, petition, by, says) => {
    expect(answer(command, petition, by)).toBe(says)
  })

  test('the street dispatcher does not decide of what lies with the street itself', () => {
    const street = { kind: 'street', code: book.units[0]?.code as never } as const
    const petition = slow({ ...asked(3), to: street })
    const yes = { kind: 'approveExtension', days: 3 } as const
    expect(answer(yes, petition, 'S043')).toBe('notYours')
    expect(answer(yes, petition, 'S044')).toBe('extensionApproved')
  })

  test('a policy that says nothing of it gives the limit once more', () => {
    const quick = book.policies.byName.quick
    expect(quick && extensionOf(quick)).toEqual({
      times: 1,
      atMost: quick?.resolve,
      approvedBy: 'street_dispatcher',
    })
  })
})

test('what was stored before there was any of this is read, and goes on', () => {
  const old = revive<Petition>(JSON.parse(toJson(aPetition('handling'))))
  expect('extensions' in old || 'interim' in old).toBe(false)
  expect(answer(ask(1), old, 'S061')).toBe('extensionAsked')
  expect(timersFor(old, book).some(({ key }) => key.includes('interim'))).toBe(false)
})

describe('in words', () => {
  test.each<[string, ReturnType<typeof readRuling>]>([
    ['1027 同意延期', { kind: 'approve', days: null }],
    ['同意延期5天', { kind: 'approve', days: 5 }],
    ['1027号 延期批准，三天', { kind: 'approve', days: 3 }],
    ['1027 不同意延期：仓库有货', { kind: 'refuse', reason: '仓库有货' }],
    ['不同意延期：先装临时的，晚上要用', { kind: 'refuse', reason: '先装临时的，晚上要用' }],
    ['延期不批，节前要修好', { kind: 'refuse', reason: '节前要修好' }],
    ['1027 申请延期3天，等配件', null],
    ['同意延期吗？', null],
    ['同意', null],
    ['能不能批准延期两天', null],
    ['物业说不同意', null],
    ['1027 阶段性答复：泵已订，周五到', { kind: 'interim', text: '泵已订，周五到' }],
  ])('%s', (words, means) => {
    expect(readRuling(words)).toEqual(means)
  })

  // a Monday
  test.each([
    ['3月10日前装好', '2026-03-10'],
    ['1月5日', '2027-01-05'],
    ['12号到货', '2026-03-12'],
    ['1号来装', '2026-04-01'],
    ['周五', '2026-03-06'],
    ['下周三', '2026-03-11'],
    ['下周日', '2026-03-15'],
    ['明天', '2026-03-03'],
    ['大后天', '2026-03-05'],
    ['三天内', '2026-03-05'],
    ['5个工作日内', '2026-03-09'],
    ['月底', '2026-03-31'],
    ['昨天拆了，周四装新的，3月10日验收', '2026-03-10'],
    ['2月31日', null],
    ['3号楼的泵', null],
    ['尽快', null],
  ])('%s', (words, day) => {
    expect(dayAhead(words, at('2026-03-02 09:00'), book)).toBe(day)
  })
})
