import { expect, test } from 'vitest'
import { carryOut } from '../../../src/domain/carry-out.ts'
import {
  categoryCode as code,
  departmentCode,
  personId,
  unitCode,
} from '../../../src/domain/ids.ts'
import { type Actor, theClock } from '../../../src/domain/people/roles.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { decide } from '../../../src/domain/petition/decide.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import type { Refusal } from '../../../src/domain/petition/refusal.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'

const book = aBook()
const now = at('2026-03-03 10:00')

/** Somebody of the small street, by staff code or as a resident. */
const as = (id: string): Actor => ({
  kind: 'person',
  id: personId(id),
  staff: book.staff.find((s) => s.id === id) ?? null,
})
const property = as('S061')
const reporter = as('resident-1')
const stranger = as('resident-9')

const after = (petition: Petition, command: Command, by: Actor, moment = now): Petition => {
  const step = carryOut(command, petition, by, moment, book)
  if (!step.ok) throw new Error(step.problem.kind)
  return step.value.petition
}

const give: Readonly<Record<string, Command>> = {
  accept: { kind: 'accept' },
  return: { kind: 'return', reason: '不在本网格' },
  'return without a reason': { kind: 'return', reason: ' ' },
  resolve: { kind: 'resolve', result: '已换灯泡', photos: [] },
  'resolve without a word': { kind: 'resolve', result: '', photos: [] },
  withdraw: { kind: 'withdraw', reason: '好了' },
  rate: { kind: 'rate', rating: { solved: true, score: 5, reason: null } },
  reopen: { kind: 'reopen', reason: '又坏了' },
  'transfer to where it is': {
    kind: 'transfer',
    to: { kind: 'department', code: departmentCode('WY1') },
    reason: '转',
  },
  note: { kind: 'note', text: '在路上', photos: [] },
  remind: { kind: 'remind', of: 'resolve', share: 0.5 },
  'remind of a limit that has passed': { kind: 'remind', of: 'accept', share: 0.5 },
  'correct the category of': { kind: 'correct', text: '', category: code('0402'), place: null },
  'correct to what stands there': {
    kind: 'correct',
    text: '',
    category: code('0301'),
    place: null,
  },
  dismiss: { kind: 'dismiss', reason: '群里聊天' },
  insist: { kind: 'insist' },
}

test.each<[string, Petition['status'], string, Actor, Refusal['kind'] | 'ok']>([
  ['accept', 'dispatched', 'its handler', property, 'ok'],
  ['accept', 'handling', 'its handler', property, 'notNow'],
  ['accept', 'dispatched', 'a grid worker elsewhere', as('S009'), 'notYours'],
  ['accept', 'dispatched', 'the reporter', reporter, 'notYours'],
  ['return', 'handling', 'its handler', property, 'ok'],
  ['return without a reason', 'handling', 'its handler', property, 'reasonMissing'],
  ['return', 'closed', 'its handler', property, 'notNow'],
  ['resolve', 'handling', 'its handler', property, 'ok'],
  ['resolve', 'dispatched', 'its handler', property, 'ok'],
  ['resolve without a word', 'handling', 'its handler', property, 'resultMissing'],
  ['resolve', 'handling', 'a department elsewhere', as('S046'), 'notYours'],
  ['transfer to where it is', 'handling', 'its handler', property, 'destinationUnknown'],
  ['note', 'handling', 'the dispatcher of its community', as('S002'), 'ok'],
  ['note', 'handling', 'a neighbour', stranger, 'notYours'],
  ['withdraw', 'handling', 'the reporter', reporter, 'ok'],
  ['withdraw', 'handling', 'a neighbour', stranger, 'notYours'],
  ['withdraw', 'resolved', 'the reporter', reporter, 'notNow'],
  ['rate', 'resolved', 'the reporter', reporter, 'ok'],
  ['rate', 'resolved', 'its handler', property, 'notYours'],
  ['rate', 'handling', 'the reporter', reporter, 'notNow'],
  ['reopen', 'resolved', 'the reporter', reporter, 'ok'],
  ['remind', 'dispatched', 'the clock', theClock, 'ok'],
  ['remind of a limit that has passed', 'dispatched', 'the clock', theClock, 'limitMissed'],
  ['correct the category of', 'handling', 'its handler', property, 'ok'],
  ['correct the category of', 'received', 'the dispatcher of its community', as('S002'), 'ok'],
  ['correct the category of', 'resolved', 'its handler', property, 'ok'],
  ['correct the category of', 'closed', 'its handler', property, 'notNow'],
  ['correct the category of', 'handling', 'the reporter', reporter, 'notYours'],
  ['correct the category of', 'handling', 'a department elsewhere', as('S046'), 'notYours'],
  ['correct to what stands there', 'handling', 'its handler', property, 'alreadyDone'],
  ['dismiss', 'dispatched', 'its handler', property, 'ok'],
  ['dismiss', 'dispatched', 'the dispatcher of its community', as('S002'), 'ok'],
  ['dismiss', 'dispatched', 'a department elsewhere', as('S046'), 'notYours'],
  ['dismiss', 'dispatched', 'the reporter', reporter, 'notYours'],
  ['dismiss', 'resolved', 'its handler', property, 'notNow'],
  ['insist', 'withdrawn', 'the reporter', reporter, 'ok'],
  ['insist', 'withdrawn', 'the dispatcher of its community', as('S002'), 'ok'],
  ['insist', 'withdrawn', 'a neighbour', stranger, 'notYours'],
  ['insist', 'handling', 'the reporter', reporter, 'notNow'],
  ['remind', 'dispatched', 'its handler', property, 'notYours'],
])('%s a %s petition by %s: %s', (what, status, _who, by, answer) => {
  const command = give[what]
  if (!command) throw new Error(what)
  const decision = decide(command, aPetition(status), by, now, book)
  expect(decision.ok ? 'ok' : decision.problem.kind).toBe(answer)
})

test('a return goes to the community, from there to the street, and the third stays there', () => {
  const once = after(aPetition('handling'), { kind: 'return', reason: '不归我们' }, property)
  expect(once).toMatchObject({
    status: 'dispatched',
    to: { kind: 'community', code: 'QS-XF' },
    returns: 1,
  })
  const twice = after(once, { kind: 'return', reason: '也不归我们' }, as('S002'))
  expect(twice).toMatchObject({ to: { kind: 'street', code: 'QS' }, returns: 2 })
  expect(decide({ kind: 'return', reason: '推' }, twice, as('S043'), now, book)).toEqual({
    ok: false,
    problem: { kind: 'cannotReturn' },
  })
})

test('a hand-over keeps the limit that was promised to the resident', () => {
  const petition = aPetition('handling')
  const moved = after(
    petition,
    { kind: 'transfer', to: { kind: 'grid', code: unitCode('QS-XF-02') }, reason: '归网格' },
    property,
  )
  expect(moved).toMatchObject({ status: 'dispatched', resolveDueAt: petition.resolveDueAt })
})

test('solved by everybody closes, not solved by one reopens under the same number', () => {
  const two = aPetition('resolved', { supporters: [aPetitioner('resident-2')] })
  const first = after(
    two,
    { kind: 'rate', rating: { solved: true, score: 4, reason: null } },
    reporter,
  )
  expect(first.status).toBe('resolved')
  const both = after(
    first,
    { kind: 'rate', rating: { solved: true, score: 4, reason: null } },
    as('resident-2'),
  )
  expect(both).toMatchObject({ status: 'closed', rated: true })
  const unsolved = after(
    first,
    { kind: 'rate', rating: { solved: false, score: 1, reason: '还是不亮' } },
    as('resident-2'),
  )
  expect(unsolved).toMatchObject({ status: 'dispatched', number: two.number, reopenings: 1 })
})

test('nobody rates twice', () => {
  const two = aPetition('resolved', { supporters: [aPetitioner('resident-2')] })
  const first = after(
    two,
    { kind: 'rate', rating: { solved: true, score: 4, reason: null } },
    reporter,
  )
  expect(
    decide(
      { kind: 'rate', rating: { solved: true, score: 5, reason: null } },
      first,
      reporter,
      now,
      book,
    ),
  ).toEqual({ ok: false, problem: { kind: 'alreadyDone' } })
})

test.each([
  ['2026-03-10 23:00', true],
  ['2026-03-11 08:00', false],
])('closed on 3 March, reopened at %s: %s', (moment, may) => {
  const decision = decide(
    { kind: 'reopen', reason: '又坏了' },
    aPetition('closed'),
    reporter,
    at(moment),
    book,
  )
  expect(decision.ok).toBe(may)
})

test('an answer to "where?" sends a waiting petition on', () => {
  const place = { ...aPetition('received').place, building: '3' }
  const sent = after(
    aPetition('received'),
    {
      kind: 'amend',
      text: '3栋',
      messages: [],
      place: { place, grid: unitCode('QS-XF-01') },
      category: null,
      raise: null,
    },
    reporter,
  )
  expect(sent).toMatchObject({ status: 'dispatched', to: { code: 'WY1' }, grid: 'QS-XF-01' })
})

test('a danger told later makes it an emergency with the limits of one', () => {
  const raised = after(
    aPetition('handling'),
    {
      kind: 'amend',
      text: '闻到煤气味',
      messages: [],
      place: null,
      category: null,
      raise: { urgency: 'emergency', danger: 'gas' },
    },
    reporter,
  )
  expect(raised).toMatchObject({
    urgency: 'emergency',
    danger: 'gas',
    acceptDueAt: at('2026-03-03 10:10'),
  })
})

test('somebody frail is concerned, too: that sends it nowhere', () => {
  const elsewhere = { kind: 'department', code: departmentCode('CG') } as const
  const before = { ...aPetition('handling'), to: elsewhere } as Petition
  const raise = { urgency: before.urgency, danger: null, vulnerable: true } as const
  const command = { kind: 'amend', text: '', messages: [], place: null, category: null } as const
  const raised = after(before, { ...command, raise }, reporter)
  expect(raised).toMatchObject({ vulnerable: true, to: elsewhere, status: 'handling' })
})

test('who withdrew from a petition is not counted any more', () => {
  const joined = after(
    aPetition('handling'),
    { kind: 'join', petitioner: aPetitioner('resident-2') },
    as('resident-2'),
  )
  expect(joined.supporters).toHaveLength(1)
  const left = after(joined, { kind: 'unjoin' }, as('resident-2'))
  expect(left).toMatchObject({ supporters: [], notTheirs: ['resident-2'] })
})
