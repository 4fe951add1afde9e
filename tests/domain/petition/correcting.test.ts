import { describe, expect, test } from 'vitest'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { categoryCode, personId, unitCode } from '../../../src/domain/ids.ts'
import type { Actor } from '../../../src/domain/people/roles.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { correctionsIn } from '../../../src/domain/petition/correction.ts'
import { decide } from '../../../src/domain/petition/decide.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'

const lights = aBook().categories.filter(({ code }) => code === '0301')
/** With another category that the property company handles, too. */
const book = aBook({
  categories: [
    ...aBook().categories,
    ...lights.map((one) => ({ ...one, code: categoryCode('0302'), level2: '电梯故障' })),
  ],
})
const now = at('2026-03-03 10:00')
const as = (id: string): Actor => ({
  kind: 'person',
  id: personId(id),
  staff: book.staff.find((s) => s.id === id) ?? null,
})
const property = as('S061')
const dispatcher = as('S002')

const correct = (but: Partial<Extract<Command, { kind: 'correct' }>>): Command => ({
  kind: 'correct',
  text: '应该是',
  category: null,
  place: null,
  ...but,
})

function done(command: Command, by: Actor, petition: Petition = aPetition('handling')) {
  const step = carryOut(command, petition, by, now, book)
  if (!step.ok) throw new Error(step.problem.kind)
  return step.value
}

const told = ({ notices }: ReturnType<typeof done>) =>
  notices.map(({ to, notice }) => `${to.kind === 'person' ? to.person : 'room'} ${notice.kind}`)

describe('a corrected category', () => {
  test('of another trade sends it there and tells who gets it, who had it, and who waits', () => {
    const elsewhere = book.categories.find(({ leadHandler }) => leadHandler === 'SZ')
    if (!elsewhere) throw new Error('the small street has nothing for SZ')
    const step = done(correct({ category: elsewhere.code }), dispatcher)
    expect(step.petition).toMatchObject({
      status: 'dispatched',
      category: elsewhere.code,
      to: { code: 'SZ' },
    })
    expect(told(step)).toEqual(['S046 task', 'S061 taskMovedAway', 'resident-1 amended'])
  })

  test('of the same trade stays in the same hands, and residents hear nothing', () => {
    const step = done(correct({ category: categoryCode('0302') }), dispatcher)
    expect(step.petition).toMatchObject({ category: '0302', to: { code: 'WY1' } })
    expect(told(step).filter((line) => line.startsWith('resident'))).toEqual([])
  })

  test('that the rulebook lacks is none', () => {
    const decision = decide(
      correct({ category: categoryCode('9999') }),
      aPetition('handling'),
      property,
      now,
      book,
    )
    expect(decision).toEqual({ ok: false, problem: { kind: 'alreadyDone' } })
  })

  test('keeps one that waits for its place waiting, and one that is answered answered', () => {
    const of = categoryCode('0302')
    expect(
      done(correct({ category: of }), dispatcher, aPetition('received')).petition,
    ).toMatchObject({ status: 'received', category: '0302' })
    expect(done(correct({ category: of }), property, aPetition('resolved')).petition).toMatchObject(
      {
        status: 'resolved',
        category: '0302',
      },
    )
  })
})

test('a corrected place moves it to its grid, and all who wait hear of it', () => {
  const place = { ...aPetition('handling').place, building: '3' }
  const step = done(correct({ place: { place, grid: unitCode('QS-XF-01') } }), property)
  expect(step.petition).toMatchObject({ grid: 'QS-XF-01', place: { building: '3' } })
  expect(told(step)).toContain('resident-1 amended')
})

describe('what is dismissed', () => {
  const dismiss = (reason: string): Command => ({ kind: 'dismiss', reason })

  test('ends as withdrawn with the reason, and its petitioners are told in private', () => {
    const petition = aPetition('handling', { supporters: [aPetitioner('resident-2')] })
    const step = done(dismiss('群里聊天'), dispatcher, petition)
    expect(step.petition).toMatchObject({ status: 'withdrawn', reason: '群里聊天' })
    expect(told(step)).toEqual([
      'S061 taskDismissed',
      'resident-1 dismissed',
      'resident-2 dismissed',
    ])
  })

  test('may be insisted on: it is open again, counted, with fresh limits', () => {
    const gone = done(dismiss('群里聊天'), property).petition
    const step = done({ kind: 'insist' }, as('resident-1'), gone)
    expect(step.petition).toMatchObject({
      status: 'dispatched',
      to: { code: 'WY1' },
      number: 1027,
      reopenings: 1,
    })
    expect(told(step)).toEqual(['S061 task'])
    const again = (by: Actor) => decide(dismiss('还是聊天'), step.petition, by, now, book)
    expect(again(property)).toEqual({ ok: false, problem: { kind: 'notYours' } })
    expect(again(dispatcher).ok).toBe(true)
  })

  test.each([
    ['', 'checkMissing'],
    ['不是诉求', 'checkMissing'],
    ['已到现场核实，是消防演练，没有人受伤', 'ok'],
  ])('as an emergency only with how it was checked: "%s" is %s', (reason, answer) => {
    const danger = aPetition('handling', { urgency: 'emergency', danger: 'fire' })
    const decision = decide(dismiss(reason), danger, dispatcher, now, book)
    expect(decision.ok ? 'ok' : decision.problem.kind).toBe(answer)
  })
})

describe('what is kept to learn from', () => {
  test('is field, old and new, who and when, and the words without numbers of people', () => {
    const words = ['「老王：在吗」\n- - - - - -\n楼道灯坏了，打13800001234']
    const { event, petition } = done(
      correct({ category: categoryCode('0302') }),
      property,
      aPetition('handling', { words }),
    )
    expect(correctionsIn([event], petition)).toEqual([
      {
        id: `petition-1/${petition.version}/0/category`,
        petition: 'petition-1',
        field: 'category',
        old: '0301',
        new: '0302',
        text: '楼道灯坏了，打[电话]',
        by: 'S061',
        at: now,
      },
    ])
  })

  test('is also who should have had it, that it was none, and that it was one after all', () => {
    const to = { kind: 'grid', code: unitCode('QS-XF-02') } as const
    const moved = done({ kind: 'transfer', to, reason: '归网格' }, property)
    const gone = done({ kind: 'dismiss', reason: '聊天' }, property)
    const back = done({ kind: 'insist' }, as('resident-1'), gone.petition)
    const kept = [moved, gone, back].flatMap(({ event, petition }) =>
      correctionsIn([event], petition),
    )
    expect(kept.map((c) => [c.field, c.old, c.new])).toEqual([
      ['handler', 'department/WY1', 'grid/QS-XF-02'],
      ['petition', 'yes', 'no'],
      ['petition', 'no', 'yes'],
    ])
  })

  test('is nothing of what residents change themselves', () => {
    const { event, petition } = done({ kind: 'withdraw', reason: '好了' }, as('resident-1'))
    expect(correctionsIn([event], petition)).toEqual([])
  })
})
